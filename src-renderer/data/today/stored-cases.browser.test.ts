/** Each of the ten contradictions speaks on records as an import and people store them, and is silent on their neighbours. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CONTRADICTION_RULES, type ContradictionRule } from '#shared/domain/contradictions/rules.ts';
import type { NounName } from '#shared/model/field.ts';
import type { ImportPlan, TablePlan } from '#shared/model/import-plan.ts';
import { aMeasurement, anObjective } from '#test/factories/objectives.ts';
import { importFiles } from '#test/fakes/imported-book.ts';
import { saved, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { type BookStore, createBook } from '../book.ts';
import { setOverride } from '../health/health-edits.ts';
import { createHealthStore, type HealthStore } from '../health/health-store.ts';
import { localDayOf } from '../health/local-day.ts';
import { readScorecards, saveScorecard } from '../health/scorecards.ts';
import type { FileSource } from '../parse/file-source.ts';
import { createTaskEdits } from '../tasks.ts';
import { type FollowedFindings, followFindings } from './findings.ts';

const DAY = 86_400_000;
/** Its worker looks at the clock of the machine. */
const NOW = Date.now();
const TODAY = localDayOf(NOW);
const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);
const time = (ago: number) => new Date(NOW - ago * DAY).toISOString();

type Cells = Readonly<Record<string, string | number>>;

const FORMAT = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 } as const;

/** A file whose columns are called as the fields are. */
function tableOf(noun: NounName, rows: readonly Cells[]): { plan: TablePlan; file: FileSource } {
  const headers = Object.keys(rows[0] ?? {});
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  const blob = new Blob([lines.map((line) => line.join(',')).join('\n')]);
  const name = `${noun}.csv`;
  return {
    file: { name, size: blob.size, stream: async (from = 0) => blob.slice(from).stream() },
    plan: {
      id: noun,
      fileName: name,
      part: '',
      noun,
      format: FORMAT,
      columns: headers.map((header, index) => ({
        index,
        header,
        target: { type: 'field', field: header },
        reading: { dateOrder: 'ymd', zone: 'utc' },
        ...(header === 'account' ? { link: { to: 'account', by: 'externalId' } as const } : {}),
        confidence: 1,
      })),
    },
  };
}

/** Uses a week for so many weeks, the newest first. */
function weekly(account: string, recent: number, before: number, user = 'someone@else.example'): Cells[] {
  return Array.from({ length: 60 }, (_, week) => ({
    account,
    at: time(week * 7 + 1),
    user,
    count: week < 5 ? recent : before,
  }));
}

const speaks = (rule: ContradictionRule) => `yes ${rule}`;
const silent = (rule: ContradictionRule) => `no ${rule}`;
const both = (rule: ContradictionRule) => [speaks(rule), silent(rule)] as const;

function accountRows(): Cells[] {
  return CONTRADICTION_RULES.flatMap((rule) =>
    both(rule).map((id) => ({
      externalId: id,
      name: id,
      stage: rule === 'onboarded-few-active' && id.startsWith('no') ? 'onboarding' : 'operation',
      seats: rule === 'onboarded-few-active' ? 100 : '',
      renewalDate: rule === 'healthy-no-executive' ? day(id.startsWith('yes') ? -40 : -200) : '',
    })),
  );
}

function usageRows(): Cells[] {
  const people = (rule: ContradictionRule, id: string, names: readonly string[]) =>
    rule === 'admins-active-field-not'
      ? names.map((name) => ({ account: id, at: time(2), user: `${name}@x.example`, count: 9 }))
      : [];
  return [
    ...both('usage-up-nps-low').flatMap((id) => weekly(id, 40, 20)),
    ...both('usage-up-no-outcome').flatMap((id) => weekly(id, 40, 20)),
    ...both('onboarded-few-active').flatMap((id) => weekly(id, 20, 20)),
    ...both('sentiment-good-health-falling').flatMap((id) => weekly(id, 4, 40)),
    ...weekly(speaks('support-quiet-usage-falling'), 10, 40),
    ...weekly(silent('support-quiet-usage-falling'), 40, 40),
    ...people('admins-active-field-not', speaks('admins-active-field-not'), ['admin']),
    ...people('admins-active-field-not', silent('admins-active-field-not'), ['admin', 'f1', 'f2']),
  ];
}

function ticketRows(): Cells[] {
  const quiet = both('support-quiet-usage-falling').flatMap((account) =>
    Array.from({ length: 12 }, (_, i) => ({
      account,
      at: time(120 + i * 20),
      closedAt: time(119 + i * 20),
      status: 'closed',
      priority: 'low',
      subject: 'Question',
    })),
  );
  const severe = both('forecast-renew-escalated').map((account) => ({
    account,
    at: time(6),
    closedAt: '',
    status: 'open',
    priority: 'urgent',
    subject: 'Down',
  }));
  return [...quiet, ...severe];
}

function answerRows(): Cells[] {
  const of = (account: string, score: number, ago: number, comment = '') => ({
    account,
    at: time(ago),
    surveyKind: 'nps',
    score,
    comment,
  });
  return [
    of(speaks('usage-up-nps-low'), 4, 5),
    of(silent('usage-up-nps-low'), 8, 5),
    ...both('nps-high-champion-changed').map((id) => of(id, 10, 10)),
    ...both('detractor-no-follow-up').map((id) => of(id, 2, 20, 'Too slow')),
  ];
}

let bed: TestBed;
let book: BookStore;
let health: HealthStore;
let findings: FollowedFindings;
const stops: (() => void)[] = [];
const ids = new Map<string, string>();

beforeEach(async () => {
  bed = await testBed();
  bed.clock.at = NOW;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  findings.close();
  health.close();
  book.close();
  await bed.end();
});

const idOf = (name: string) => ids.get(name) ?? '';

async function importAll(): Promise<void> {
  const tables = [
    tableOf('account', accountRows()),
    tableOf('usage', usageRows()),
    tableOf('ticket', ticketRows()),
    tableOf('survey', answerRows()),
  ];
  const plan: ImportPlan = {
    sourceId: 'pairs',
    sourceName: 'Pairs',
    tables: tables.map((table) => table.plan),
    confirmedLinks: {},
  };
  await importFiles(bed.db, plan, new Map(tables.map(({ file }) => [file.name, file])));
  for (const { id, name } of await bed.db.accounts.toArray()) ids.set(name, id);
}

/** What people add: contacts, deals, objectives, judgements, a band, a task that is done. */
async function writeRest(): Promise<void> {
  const { db, store } = bed;
  const person = (id: string, account: string, more: object) => ({
    id,
    name: id,
    account: idOf(account),
    email: `${id.split(' ')[0]}@x.example`,
    createdAt: NOW - 400 * DAY,
    updatedAt: NOW - 400 * DAY,
    ...more,
  });
  await db.contacts.bulkAdd([
    ...both('nps-high-champion-changed').map((account, i) =>
      person(`champion ${i}`, account, { role: 'champion', ...(i === 0 ? { leftOn: day(20) } : {}) }),
    ),
    ...both('healthy-no-executive').map((account, i) => person(`buyer ${i}`, account, { role: 'user' })),
    ...both('admins-active-field-not').flatMap((account, i) => [
      person(`admin ${i}`, account, { role: 'admin' }),
      ...['f1', 'f2', 'f3', 'f4', 'f5'].map((id) => person(`${id} ${i}`, account, { role: 'user' })),
    ]),
  ]);
  await db.opportunities.bulkAdd(
    both('forecast-renew-escalated').map((account, i) => ({
      id: `deal ${i}`,
      name: 'Renewal',
      account: idOf(account),
      type: 'Renewal',
      probability: 80,
      isClosed: i === 1,
      createdAt: NOW,
      updatedAt: NOW,
    })),
  );
  await db.objectives.bulkAdd(
    both('usage-up-no-outcome').map((account, i) =>
      anObjective({
        id: `o${i}`,
        account: idOf(account),
        due: day(-300),
        startsOn: day(100),
        measurements: i === 0 ? [] : [aMeasurement(day(9), 3)],
      }),
    ),
  );
  await db.sentiments.bulkAdd(
    both('sentiment-good-health-falling').map((account, i) => ({
      id: `s${i}`,
      account: idOf(account),
      value: i === 0 ? 5 : 3,
      reasons: [],
      until: day(-60),
      by: '',
      at: NOW - 50 * DAY,
      createdAt: NOW - 50 * DAY,
      updatedAt: NOW - 50 * DAY,
    })),
  );
  for (const account of both('healthy-no-executive'))
    await setOverride(store, idOf(account), { band: 'healthy', reason: 'Known', until: day(-30) }, TODAY);
  const task = await createTaskEdits(store).add({
    title: 'Call about the answer',
    account: idOf(silent('detractor-no-follow-up')),
    side: 'ours',
    owner: '',
  });
  if (!task.ok) throw new Error('no task');
  // Whoever has done it has followed up no less than whoever still means to.
  await createTaskEdits(store).setDone([task.value], true);
  for (const card of await readScorecards(db))
    if (card.coverageFloor > 0) await saveScorecard(store, { ...card, coverageFloor: 0 }, '');
  await saved(store);
}

function follow(): void {
  const onFailure = (error: unknown) => {
    throw error;
  };
  health = createHealthStore({
    makeWorker: () => new Worker(new URL('../health/health-worker.ts', import.meta.url), { type: 'module' }),
    database: bed.db.name,
    onFailure,
  });
  book = createBook({
    db: bed.db,
    today: () => TODAY,
    first: { get: () => [], set: () => undefined },
    onFailure,
  });
  findings = followFindings({ db: bed.db, book, health, now: () => NOW, onFailure });
  stops.push(bed.store.onWritten(health.written));
}

const foundFor = (name: string) =>
  findings
    .get()
    .contradictions.filter((each) => each.account === idOf(name))
    .map((each) => each.rule);

it('each on its own account, and not on the one beside it', async () => {
  await importAll();
  await writeRest();
  follow();
  await expect
    .poll(() => [findings.get().state, findings.get().scoring, health.get().work], { timeout: 20_000 })
    .toEqual(['ready', false, undefined]);
  for (const rule of CONTRADICTION_RULES) {
    await expect.poll(() => foundFor(speaks(rule)), { message: rule, timeout: 5_000 }).toContain(rule);
    expect(foundFor(silent(rule)), rule).not.toContain(rule);
  }
});

it('of a detractor no task before the comment counts, and a task after it does, even when it is done', async () => {
  await importAll();
  await writeRest();
  const name = speaks('detractor-no-follow-up');
  await bed.db.tasks.add({
    id: 'before',
    title: 'Something else',
    account: idOf(name),
    side: 'ours',
    owner: '',
    state: 'open',
    createdAt: NOW - 40 * DAY,
    updatedAt: NOW - 40 * DAY,
  });
  follow();
  await expect.poll(() => foundFor(name), { timeout: 20_000 }).toContain('detractor-no-follow-up');
  const added = await createTaskEdits(bed.store).add({
    title: 'Call',
    account: idOf(name),
    side: 'ours',
    owner: '',
  });
  if (!added.ok) throw new Error('no task');
  await expect.poll(() => foundFor(name)).not.toContain('detractor-no-follow-up');
  await createTaskEdits(bed.store).setDone([added.value], true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(foundFor(name)).not.toContain('detractor-no-follow-up');
});
