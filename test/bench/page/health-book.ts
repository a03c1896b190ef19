/** A large book for the benchmark of health: accounts, people, touches, money, and weeks of use, tickets and answers. */
import { importsOf, REFLECTED } from '#renderer/data/health/keep-weeks.ts';
import { surveyBook } from '#renderer/data/health/read-facts.ts';
import type { WeeksRow } from '#renderer/data/health/rows.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import { utcDayOf } from '#shared/domain/health/day-rows.ts';
import { weekOf, weekStart } from '#shared/domain/health/weeks.ts';
import { type Account, STAGES, TOUCH_MODELS } from '#shared/model/account.ts';
import type { Contact } from '#shared/model/contact.ts';
import { believableBook } from '../../factories/account-row.ts';

const DAY = 86_400_000;
const WEEKS = 104;
const TOGETHER = 500;
const SEED = 11;

export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A wave that differs from account to account, without a generator of chance. */
function wave(index: number, week: number, size: number): number {
  return Math.max(
    0,
    Math.round(size * (1 + 0.4 * Math.sin((week + index) / 7)) + ((index * 31 + week * 17) % 5) - 2),
  );
}

function weeksFor(account: string, index: number, now: number): WeeksRow {
  const column = (size: number) => Array.from({ length: WEEKS }, (_, week) => wave(index, week, size));
  const first = weekOf(now) - WEEKS + 1;
  const days = Array.from(
    { length: WEEKS },
    (_, week) => utcDayOf(weekStart(first + week)) + ((index + week) % 5),
  );
  return {
    account,
    stamp: 'bench',
    features: ['dashboard', 'alerts', 'route-plan', 'api', 'label-print'],
    first,
    uses: column(400),
    active28: column(40),
    features28: column(3),
    tickets: {
      days,
      opened: column(2),
      open: column(3),
      severe: column(1),
      closed: column(2),
      hours: column(60),
    },
    surveys: {
      days,
      csat: column(2),
      csatTop: column(1),
      csatTickets: column(1),
      nps: column(2),
      promoters: column(1),
      detractors: column(1),
    },
    lastAt: { usage: now - DAY, ticket: now - 2 * DAY, survey: now - 9 * DAY },
    trackedUsers: 60,
  };
}

function contactsFor(account: string, index: number, now: number): Contact[] {
  const base = { account, createdAt: now, updatedAt: now };
  return [
    { ...base, id: `${account}-c1`, name: `Champion ${index}`, role: 'champion' },
    { ...base, id: `${account}-c2`, name: `Sponsor ${index}`, role: 'executive-sponsor' },
  ];
}

function months(now: number): Record<string, Record<string, number>> {
  const last = new Date(now).getUTCFullYear() * 12 + new Date(now).getUTCMonth();
  return Object.fromEntries(
    Array.from({ length: 24 }, (_, i) => [
      String(last - i),
      { usage: 100 + i, ticket: 3, meeting: 2, email: 6 },
    ]),
  );
}

async function seedSlice(db: KizunaDatabase, from: number, count: number, now: number): Promise<void> {
  const rows = believableBook(from + count, SEED, now).slice(from);
  const accounts = rows.map(
    ({ account }, i): Account => ({
      ...account,
      stage: STAGES[(from + i) % STAGES.length] ?? 'operation',
      touchModel: TOUCH_MODELS[(from + i) % TOUCH_MODELS.length] ?? 'low',
      seats: 60,
      createdAt: now - 400 * DAY,
      updatedAt: now - DAY,
    }),
  );
  const ids = accounts.map(({ id }) => id);
  await db.accounts.bulkPut(accounts);
  await db.contacts.bulkPut(ids.flatMap((id, i) => contactsFor(id, from + i, now)));
  await db.weeks.bulkPut(ids.map((id, i) => weeksFor(id, from + i, now)));
  await db.summaries.bulkPut(
    rows.map(({ summary }, i) => ({
      ...(summary as NonNullable<typeof summary>),
      accountId: ids[i] ?? '',
      months: months(now),
      usage: Object.fromEntries(Object.keys(months(now)).map((month) => [month, 1_700])),
      lastAt: { meeting: now - (i % 60) * DAY, usage: now - DAY },
      revenue: [
        {
          start: isoDay(now - 500 * DAY),
          end: '',
          renewal: isoDay(now + (i % 300) * DAY),
          mrr: 100_000 + i,
          currency: 'JPY',
        },
      ],
    })),
  );
  const base = { kind: 'meeting', createdAt: now, updatedAt: now };
  await db.activities.bulkPut(
    ids.map((account, i) => ({
      ...base,
      id: `${account}-a1`,
      account,
      at: now - (i % 60) * DAY,
      contacts: [`${account}-c1`],
    })),
  );
}

/** So many accounts with two years of weeks behind them, as an import leaves them. */
export async function seedBook(db: KizunaDatabase, count: number, now: number): Promise<void> {
  for (let from = 0; from < count; from += TOGETHER)
    await seedSlice(db, from, Math.min(TOGETHER, count - from), now);
  // The weeks are as if built from pages; what they say together is counted.
  await db.meta.put({ key: REFLECTED, value: await importsOf(db) });
  await surveyBook(db, now, new AbortController().signal);
}
