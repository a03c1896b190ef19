/** Today: the sample company's stories as true sentences, settled, snoozed and planned by keyboard, in both languages. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { TodayPage } from './pages/today-page.ts';

test.use({ book: 'sample' });

const ESCALATED = 'Northquill Medical Supply Inc.';
const CHAMPION_LEFT = '琴ヶ浦倉庫株式会社';
const NO_EXECUTIVE = 'Marlowe Peak Distribution';
const QUIET = '株式会社テツワ鋼材センター';
const CHAMPION = '戸田 和也';
const USAGE_UP_NPS_DOWN = '株式会社イロハ通販ロジ';
const DETRACTOR = 'Tidewell Foods LLC';

/** What the alert says of the champion who left. */
const LEFT = {
  text: () => '',
  said: () => '',
  day: () => '',
  number: () => 21,
  person: () => CHAMPION,
  signal: () => undefined,
  source: () => undefined,
};
const NOTE = { en: 'They named a successor', ja: '後任が決まった' } as const;
const REASON = { en: 'Agreed with support until Friday', ja: 'サポートと金曜まで合意済み' } as const;

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

const HOUR = 3_600_000;
/** The browser's clock is in Tokyo, whatever zone the machine is in. */
const TOKYO = 9 * HOUR;

/** A meeting that lies at noon of the browser's today. */
function calendarFor(email: string): string {
  const midnight = new Date(Date.now() + TOKYO).setUTCHours(0, 0, 0, 0) - TOKYO;
  const noon = new Date(midnight + 12 * HOUR);
  const end = new Date(noon.getTime() + HOUR);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    'BEGIN:VEVENT',
    'UID:e2e-1',
    `DTSTART:${stamp(noon)}`,
    `DTEND:${stamp(end)}`,
    'SUMMARY:Weekly',
    `ATTENDEE;CN=Somebody:mailto:${email.toUpperCase()}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('the stories of the sample company stand there as true sentences, with why they stand where they stand', async ({
      app,
    }) => {
      const today = new TodayPage(app);
      const { words } = today;
      await today.open();
      const left = today.line(CHAMPION_LEFT);
      await expect(left).toContainText(CHAMPION);
      await expect(left).toContainText(words.alerts.days(21));
      await expect(today.line(NO_EXECUTIVE)).toContainText(words.today.renewsIn(20));
      await expect(today.line(QUIET)).toContainText(words.today.kinds.activity);
      await expect(today.line(DETRACTOR)).toContainText('Rafael Whitcombe');
      await today.toggle(today.line(USAGE_UP_NPS_DOWN));
      await expect(today.line(USAGE_UP_NPS_DOWN)).toContainText(
        words.contradictions.rules['usage-up-nps-low'].hypothesis,
      );
      await today.toggle(left);
      await expect(left.getByRole('region', { name: words.today.why })).toContainText(
        words.today.factors.reach,
      );
    });

    test('a contradiction is dismissed, comes back by undo, stays away over a reload, and its page tells why', async ({
      app,
      page,
    }) => {
      const today = new TodayPage(app);
      const { words } = today;
      const { title } = words.contradictions.rules['forecast-renew-escalated'];
      await today.open();
      const line = today.line(ESCALATED);
      const settle = line.getByRole('button', { name: `${words.today.actions.settle}: ${title}` });
      await settle.first().click();
      await expect(today.dialog).toContainText('80%');
      await today.dialog.getByRole('radio', { name: words.contradictions.dismiss }).check();
      await today.dialog.getByRole('button', { name: words.contradictions.dismiss }).click();
      await expect(today.dialog).toContainText(words.today.reasonNeeded);
      await today.say('dismiss', REASON[app.language]);
      await expect(settle).toHaveCount(0);
      await expect(today.toast).toContainText(title);
      await today.toast.getByRole('button', { name: words.ui.undo }).click();
      await expect(settle.first()).toBeVisible();
      await settle.first().click();
      await today.say('explain', REASON[app.language]);
      await expect(settle).toHaveCount(0);
      await expect(app.saved).toBeVisible();
      await app.reload();
      await today.open();
      await expect(line).toBeVisible();
      await expect(settle).toHaveCount(0);
      await line.getByRole('link', { name: ESCALATED }).click();
      const strip = page.getByRole('region', { name: words.contradictions.stripLabel });
      await expect(strip).toContainText(REASON[app.language]);
      await strip.getByRole('button', { name: `${words.contradictions.reopen}: ${title}` }).click();
      await expect(
        strip.getByRole('button', { name: `${words.today.actions.settle}: ${title}` }),
      ).toBeVisible();
      await today.runCommand(`${words.today.actions.settle}: ${title}`);
      await expect(today.dialog.getByRole('radio', { name: words.contradictions.accept })).toBeVisible();
      await page.keyboard.press('Escape');
      await today.runCommand(words.health.setBand);
      await expect(today.dialog.getByRole('textbox', { name: words.health.reason })).toBeVisible();
      await page.keyboard.press('Escape');
      const alerts = page.getByRole('region', { name: words.contradictions.alertsLabel });
      const snooze = alerts.getByRole('button', { name: `${words.today.actions.snooze}: ` }).first();
      const alert = (await snooze.getAttribute('aria-label')) ?? '';
      await today.runCommand(alert);
      await today.dialog.getByRole('textbox').first().fill(REASON[app.language]);
      await today.dialog.getByRole('button', { name: words.today.actions.snooze }).click();
      await expect(alerts.getByRole('button', { name: alert })).toHaveCount(0);
      await expect(alerts).toContainText(REASON[app.language]);
    });

    test('a contradiction that is taken up becomes a risk that can be done', async ({ app }) => {
      const today = new TodayPage(app);
      const { words } = today;
      const { title } = words.contradictions.rules['detractor-no-follow-up'];
      await today.open();
      const line = today.line(DETRACTOR);
      await line.getByRole('button', { name: `${words.today.actions.settle}: ${title}` }).click();
      await today.say('accept', '');
      await expect(line).toContainText(words.today.kinds.risk);
      await expect(line).toContainText('Rafael Whitcombe');
      await line
        .getByRole('button', { name: `${words.today.actions.snooze}: ${title}` })
        .first()
        .focus();
      await app.page.keyboard.press('x');
      await expect(line).not.toContainText('Rafael Whitcombe');
    });

    test('the day is planned by keyboard: open, make a task, do it, snooze, write a note, hand over', async ({
      app,
      page,
    }) => {
      const today = new TodayPage(app);
      const { words } = today;
      await today.open();
      await page.keyboard.press('j');
      const first = today.lines.first();
      await expect(first).toBeFocused();
      await expect(first).toContainText(CHAMPION_LEFT);
      await expect(first).toContainText(CHAMPION);
      await page.keyboard.press('Enter');
      await expect(first).toContainText(words.today.formula('').split(/[:：]/)[0] ?? '');
      await page.keyboard.press('Enter');
      await expect(first).not.toContainText(words.today.formula('').split(/[:：]/)[0] ?? '');
      await page.keyboard.press('t');
      const what = today.dialog.getByRole('textbox', { name: words.today.taskWhat });
      await expect(what).toHaveValue(words.alerts.nextSteps['champion-left'](LEFT));
      await today.dialog.getByRole('button', { name: new RegExp(`^${app.words.app.today} `) }).click();
      await what.press('Enter');
      const task = today.lineSaying(words.today.task.today(words.alerts.nextSteps['champion-left'](LEFT)));
      await expect(task).toBeVisible();
      await task.focus();
      await page.keyboard.press('x');
      await expect(task).toBeHidden();
      await today.line(CHAMPION_LEFT).focus();
      await page.keyboard.press('s');
      await page.keyboard.type(REASON[app.language]);
      await page.keyboard.press('Enter');
      await expect(today.toast).toContainText(words.alerts.reasons['champion-left']);
      await expect(today.line(CHAMPION_LEFT)).not.toContainText(
        words.alerts.sentences['champion-left'](LEFT),
      );
      await page.keyboard.press('Control+z');
      await expect(today.line(CHAMPION_LEFT)).toContainText(CHAMPION);
      // A note is written beside the list; what is left unfinished waits on a line of its own.
      const line = today.line(CHAMPION_LEFT).and(page.locator('[data-kind="alert"]'));
      await line.focus();
      await page.keyboard.press('n');
      await expect(today.noteText).toBeFocused();
      await page.keyboard.type(NOTE[app.language]);
      await expect(today.noteText).toContainText(NOTE[app.language]);
      await page.keyboard.press('Escape');
      await expect(line).toBeFocused();
      const draft = today.lineSaying(NOTE[app.language]);
      await expect(draft).toContainText(words.today.kinds.draft);
      await draft.getByRole('button', { name: words.today.actions.finish }).click();
      await expect(today.noteText).toContainText(NOTE[app.language]);
      await today.noteText.press('Control+Enter');
      await expect(draft).toBeHidden();
      await expect(today.noteText).toBeHidden();
      await line.focus();
      await page.keyboard.press('r');
      await expect(today.dialog.getByRole('combobox')).toBeFocused();
      await page.keyboard.type('Zoe Park');
      await page.keyboard.press('Enter');
      await expect(today.toast).toContainText('Zoe Park');
      await expect(line).toBeFocused();
      await expect(page).toHaveURL(/#\/today$/);
    });

    test('today’s meeting comes out of a calendar file, by the people who attend', async ({ app, page }) => {
      const today = new TodayPage(app);
      const { words } = today;
      await today.open();
      await today.importCalendar('bad.ics', 'this is no calendar');
      await expect(today.toast).toContainText(words.today.calendarUnreadable('bad.ics'));
      await today.importCalendar('week.ics', calendarFor('rafael.whitcombe@tidewell-foods.example'));
      await expect(today.toast).toContainText(words.today.calendarRead(1, 1));
      const meeting = today.lineSaying('Weekly');
      await expect(meeting).toContainText('Rafael Whitcombe');
      await meeting.getByRole('button', { name: words.today.actions.prepare }).click();
      await expect(page).toHaveURL(/#\/accounts\/[^/]+\/meeting/);
    });

    test('a rule of one’s own says how often it would speak, and what is wrong with it', async ({
      app,
      page,
    }) => {
      const today = new TodayPage(app);
      const { words } = today;
      const { contradictions } = words;
      await today.open();
      await page.keyboard.press('Control+k');
      await page.keyboard.type(app.words.app.contradictionRules);
      await page.getByRole('option', { name: app.words.app.contradictionRules }).click();
      await page.getByRole('button', { name: contradictions.addRule }).click();
      const form = page.getByRole('form', { name: contradictions.addRule });
      await form.getByRole('textbox', { name: contradictions.name }).fill('Enterprise');
      const second = form.getByRole('group', { name: contradictions.sideB });
      await second.getByRole('combobox').fill('CSAT');
      await page.keyboard.press('Enter');
      await second.getByRole('button', { name: new RegExp(contradictions.test) }).click();
      await page.getByRole('option', { name: contradictions.tests.above, exact: true }).click();
      await expect(form).toContainText(contradictions.troubles['needs-number']('CSAT'));
      await second.getByRole('textbox', { name: contradictions.value }).fill('0.1');
      await expect(form.getByRole('status')).not.toContainText(
        contradictions.troubles['needs-number']('CSAT'),
      );
      await form.getByRole('button', { name: contradictions.save }).click();
      await expect(page.getByRole('switch', { name: contradictions.ruleOn('Enterprise') })).toBeChecked();
      await page.getByRole('button', { name: contradictions.removeRule('Enterprise') }).click();
      await expect(page.getByText(contradictions.rulesEmpty)).toBeVisible();
    });

    test('axe finds nothing on Today, its dialogs and the rules, in both schemes', async ({ app, page }) => {
      test.setTimeout(240_000);
      const today = new TodayPage(app);
      const { words } = today;
      const clean = async (what: string) => {
        const found = await findBarriers(page, { otherScheme: what.startsWith('dark') });
        expect.soft(found, what).toEqual([]);
      };
      await today.open();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await today.toggle(today.line(ESCALATED));
        await clean(`${colorScheme}: list`);
        await today.line(ESCALATED).focus();
        for (const key of ['s', 't', 'r']) {
          await page.keyboard.press(key);
          await expect(today.dialog).toBeVisible();
          await clean(`${colorScheme}: dialog of ${key}`);
          await page.keyboard.press('Escape');
          await expect(today.dialog).toBeHidden();
        }
        await today.line(ESCALATED).getByRole('link', { name: ESCALATED }).click();
        const strip = page.getByRole('region', { name: words.contradictions.stripLabel });
        await strip.locator('[aria-expanded]').first().click();
        await clean(`${colorScheme}: account`);
        await page.goto(`${page.url().split('#')[0] ?? ''}#/settings/contradictions`);
        await page.getByRole('button', { name: words.contradictions.addRule }).click();
        await expect(page.getByRole('form')).toBeVisible();
        await clean(`${colorScheme}: rules`);
        await today.open();
      }
    });
  });
}
