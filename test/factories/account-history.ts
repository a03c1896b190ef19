/** One account with people, contracts and as much history as asked, written straight into a database: for screens. */
import { type PageEvent, packPage } from '#renderer/data/event-page.ts';
import { factColumns, factsOf } from '#renderer/data/ingest/event-facts.ts';
import { putPages } from '#renderer/data/page-store.ts';
import { refreshRollups } from '#renderer/data/rollups.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import { countEvent, emptySummary } from '#shared/domain/summary/account-summary.ts';
import type { Account } from '#shared/model/account.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import type { Opportunity } from '#shared/model/opportunity.ts';
import type { Base, ImportJob, Source } from '#shared/model/stored.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { randomFrom } from './usage-book.ts';

const DAY = 86_400_000;
const SOURCE_ID = 'crm';

interface SeedEvent {
  readonly noun: HistoryNoun;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly custom?: Readonly<Record<string, string | number | boolean>>;
}

function sourceRows(at: number): { source: Source; job: ImportJob } {
  const plan = { sourceId: SOURCE_ID, sourceName: 'Salesforce', tables: [], confirmedLinks: {} };
  return {
    source: { id: SOURCE_ID, name: 'Salesforce', kind: 'file', plan, createdAt: at, lastImportAt: at },
    job: {
      id: 'job-1',
      number: 1,
      sourceId: SOURCE_ID,
      plan,
      tickets: {},
      state: 'done',
      startedAt: at,
      finishedAt: at,
      counts: {},
    },
  };
}

function baseOf(
  record: Omit<Account, 'stages'> | Omit<Contact, 'merged' | 'apartFrom'>,
  noun: Base['noun'],
  seenAt: number,
): Base {
  const { id, createdAt: _created, updatedAt: _updated, custom = {}, ...values } = record;
  return {
    key: [SOURCE_ID, noun, id].join('\u001f'),
    sourceId: SOURCE_ID,
    noun,
    recordId: id,
    digest: 'd',
    values,
    custom,
    seenAt,
    jobId: 'job-1',
    outcome: 'added',
  };
}

interface AccountSeed {
  readonly account: Account;
  readonly contacts?: readonly Contact[];
  readonly subscriptions?: readonly Subscription[];
  readonly opportunities?: readonly Opportunity[];
  readonly events?: readonly SeedEvent[];
}

const PAGE = 128;

function columnsOf(events: readonly SeedEvent[]): { name: string; custom: boolean }[] {
  const fields = new Set(events.flatMap((event) => Object.keys(event.values)));
  const own = new Set(events.flatMap((event) => Object.keys(event.custom ?? {})));
  return [
    ...[...fields].map((name) => ({ name, custom: false })),
    ...[...own].map((name) => ({ name, custom: true })),
  ];
}

/** Pages as an import leaves them, and the summary that goes with them. */
async function seedEvents(
  db: KizunaDatabase,
  account: string,
  events: readonly SeedEvent[],
  firstPage: number,
): Promise<void> {
  const summary = emptySummary(account);
  let page = firstPage;
  let key = firstPage * 1_000;
  for (const noun of new Set(events.map((event) => event.noun))) {
    const own = events.filter((event) => event.noun === noun).sort((a, b) => b.at - a.at);
    const columns = columnsOf(own);
    const facts = factColumns(noun, columns);
    const packed = own.map((event): PageEvent => {
      const cells = columns.map(({ name, custom }) => (custom ? event.custom?.[name] : event.values[name]));
      countEvent(summary, factsOf(facts, event.at, cells), 1);
      return { at: event.at, keyHi: 1, keyLo: ++key, cells };
    });
    for (let from = 0; from < packed.length; from += PAGE) {
      const head = { page: ++page, account, noun, scope: `${SOURCE_ID}\u001f${noun}`, columns, jobs: [1] };
      await db.transaction('rw', [db.pages, db.pageHeads], () =>
        putPages([packPage(head, packed.slice(from, from + PAGE))]),
      );
    }
  }
  await db.summaries.put(summary);
}

/** `firstPage` keeps the pages of several accounts apart. */
export async function seedAccount(db: KizunaDatabase, seed: AccountSeed, firstPage = 0): Promise<void> {
  const at = seed.account.createdAt;
  const { source, job } = sourceRows(at);
  await db.sources.put(source);
  await db.jobs.put(job);
  await db.accounts.put(seed.account);
  await db.bases.put(baseOf(seed.account, 'account', at));
  for (const contact of seed.contacts ?? []) {
    await db.contacts.put(contact);
    await db.bases.put(baseOf(contact, 'contact', at));
  }
  await db.subscriptions.bulkPut([...(seed.subscriptions ?? [])]);
  await db.opportunities.bulkPut([...(seed.opportunities ?? [])]);
  await seedEvents(db, seed.account.id, seed.events ?? [], firstPage);
  await refreshRollups(db, [seed.account.id]);
}

const FEATURES = ['入荷検品', 'picking', 'route-plan', 'label-print'];

/** `count` events of all kinds, one every few hours back from `until`, the same for the same seed. */
export function manyEvents(count: number, until: number, seed = 7): SeedEvent[] {
  const random = randomFrom(seed);
  const events: SeedEvent[] = [];
  for (let i = 0; i < count; i++) {
    const at = until - Math.floor(i * DAY * 0.15) - Math.floor(random() * 3_600_000);
    const draw = random();
    if (draw < 0.7) {
      const feature = FEATURES[Math.floor(random() * FEATURES.length)] ?? '';
      const count = 1 + Math.floor(random() * 90);
      events.push({ noun: 'usage', at, values: { at, feature, count, activeUsers: 3 + (i % 9) } });
    } else if (draw < 0.85) {
      const kind = random() < 0.5 ? 'call' : 'email';
      events.push({
        noun: 'activity',
        at,
        values: { at, kind, subject: `${kind} ${i}`, body: 'Short talk.\nNothing open.', owner: '佐藤 美咲' },
        custom: { Region: 'Kansai' },
      });
    } else if (draw < 0.97) {
      const closed = i > 60 ? { closedAt: at + DAY, resolutionHours: 24 } : {};
      const status = i > 60 ? 'Closed' : 'Open';
      events.push({
        noun: 'ticket',
        at,
        values: { at, subject: `Ticket ${i}`, status, priority: 'high', ...closed },
      });
    } else {
      events.push({
        noun: 'survey',
        at,
        values: { at, surveyKind: 'nps', score: Math.floor(random() * 11), comment: '現場の声が届いた。' },
      });
    }
  }
  return events;
}

/** 青葉物流 with everything that an account page shows. `today` is milliseconds since 1970 UTC. */
export function richAccount(today: number, events = manyEvents(400, today)): AccountSeed {
  const day = (offset: number) => new Date(today + offset * DAY).toISOString().slice(0, 10);
  const stamp = { createdAt: today - 3 * DAY, updatedAt: today - 3 * DAY };
  const account: Account = {
    ...stamp,
    id: 'ac_aoba',
    name: '青葉物流株式会社',
    nameKana: 'アオバブツリュウ',
    externalId: 'A-1',
    domain: 'aoba-logistics.example',
    owner: '佐藤 美咲',
    stage: 'operation',
    segment: 'Mid-market',
    touchModel: 'high',
    tags: ['WMS', '関西'],
    industry: 'Logistics',
    seats: 120,
    renewalDate: day(41),
    arr: { minor: 18_200_000, currency: 'JPY' },
    custom: { 'Fiscal month': 4, Warehouses: 'Osaka; Kobe' },
  };
  const person = (id: string, name: string, values: Partial<Contact>): Contact => ({
    ...stamp,
    id,
    name,
    account: account.id,
    ...values,
  });
  return {
    account,
    events,
    contacts: [
      person('co_1', '田中 健', {
        nameKana: 'タナカ ケン',
        role: 'field-manager',
        title: '現場責任者',
        department: '運営部',
        email: 'k.tanaka@aoba-logistics.example',
        phone: '06-0000-1234',
      }),
      person('co_2', 'Mori Haruka', {
        role: 'champion',
        title: 'DX lead',
        email: 'h.mori@aoba-logistics.example',
        leftOn: day(-21),
      }),
    ],
    subscriptions: [
      {
        ...stamp,
        id: 'su_1',
        account: account.id,
        name: 'Cloud Enterprise',
        plan: 'Enterprise',
        startDate: day(-324),
        endDate: day(41),
        mrr: { minor: 1_416_667, currency: 'JPY' },
        seats: 120,
      },
      {
        ...stamp,
        id: 'su_2',
        account: account.id,
        name: 'Pilot',
        startDate: day(-700),
        endDate: day(-335),
        mrr: { minor: 300_000, currency: 'JPY' },
      },
      {
        ...stamp,
        id: 'su_3',
        account: account.id,
        name: 'Overseas site',
        startDate: day(-100),
        mrr: { minor: 120_000, currency: 'USD' },
      },
    ],
    opportunities: [
      {
        ...stamp,
        id: 'op_1',
        account: account.id,
        name: 'Renewal 2027',
        stage: 'Proposal',
        type: 'Renewal',
        amount: { minor: 18_200_000, currency: 'JPY' },
        closeDate: day(38),
        probability: 70,
      },
    ],
  };
}
