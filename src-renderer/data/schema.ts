/** The database's tables and their versions. Released versions are stone: a change is a new step below. */
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Account } from '#shared/model/account.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { OwnRule, Settlement } from '#shared/model/alert.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { HealthOverride, Scorecard, ScorecardVersion, SentimentRow } from '#shared/model/health.ts';
import type { JourneyRow } from '#shared/model/journey.ts';
import type { Meeting } from '#shared/model/meeting.ts';
import type {
  ActivityKindRow,
  BinRow,
  NoteImage,
  NoteTemplate,
  NoteVersion,
  TeamMember,
} from '#shared/model/note.ts';
import type { Objective } from '#shared/model/objective.ts';
import type { Opportunity } from '#shared/model/opportunity.ts';
import type { PlaybookRow } from '#shared/model/playbook.ts';
import type { Segment } from '#shared/model/segment.ts';
import type {
  Base,
  Conflict,
  Draft,
  ImportJob,
  OutboxEntry,
  QuarantineRow,
  SavedView,
  Source,
  StoredOperation,
  UndoChunk,
} from '#shared/model/stored.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { Task } from '#shared/model/task.ts';
import { DATABASE_NAME } from './database-name.ts';
import type { DigestChunk } from './digest-index.ts';
import type { EventPage, HeadRow, PageKey } from './event-page.ts';
import type { SnapshotKey, SnapshotRow } from './health/pack-snapshot.ts';
import type { SignalsRow, WeeksRow } from './health/rows.ts';
import { openPage } from './page-bytes.ts';
import { openSummary, summariesAsText } from './stored-summary.ts';

/** What main compares with the manifest; grows with each step below. */
export const SCHEMA_VERSION = 5;

/** Facts about the database itself, by key: `identity`, `counters`, `views`. */
export interface MetaRow {
  key: string;
  value: unknown;
}

const VERSION_1 = {
  // the nouns that a source gives or a person writes, one record each
  accounts: 'id, externalId, domain, owner, *tags',
  contacts: 'id, account, externalId, email',
  subscriptions: 'id, account, externalId, renewalDate',
  opportunities: 'id, account, externalId',
  activities: 'id, account, [account+at], at',
  drafts: 'id, accountId, updatedAt',
  tasks: 'id, account, due',
  plans: 'id, account',
  objectives: 'id, plan, account',
  milestones: 'id, objective',
  playbooks: 'id',
  requests: 'id, account',
  alerts: 'id, account, [account+type+reason]',
  contradictions: 'id, account',
  healthSnapshots: '[account+day], day',
  scorecards: 'id',
  segments: 'id',
  journeys: 'id',
  team: 'id',
  views: 'id, table',
  // sources and what they said
  sources: 'id, name',
  jobs: 'id, number, sourceId, state',
  bases: 'key, recordId, sourceId, [sourceId+noun]',
  conflicts: 'key, recordId',
  quarantine: '++key, jobId',
  undo: '++key, jobId',
  // history in pages per account and time; see event-page.ts and page-store.ts
  pages: '',
  pageHeads: 'page, [account+lane+order+page], *jobs',
  digests: '++key, scope',
  summaries: 'accountId',
  // what people did and where it stands
  operations: 'id, journaled',
  outbox: 'key, recordId, nextAttemptAt',
  meta: 'key',
} as const;

/** Notes with their versions, kinds, templates and bin; pages under a key that names the lane, heads without indexes. */
const VERSION_2 = {
  pageHeads: 'page',
  tasks: 'id, account, due, activity',
  kinds: 'id',
  templates: 'id',
  versions: 'id, activity',
  bin: 'id, deletedAt',
  images: 'id',
} as const;

/** Health: what is derived for it (`weeks`, `signals`), and what people say about it. Meetings of calendar files. */
const VERSION_3 = {
  weeks: 'account, [account+stamp]',
  signals: 'account',
  overrides: 'id, account',
  sentiments: 'id, account',
  scorecardVersions: 'id, scorecard',
  settlements: 'id, account',
  ownRules: 'id',
  meetings: 'id, at',
} as const;

/** No index that nobody asks: each entry costs as much to write as a record. A base's key tells its source and noun. */
const VERSION_5 = {
  accounts: 'id, owner',
  contacts: 'id, account',
  subscriptions: 'id, account',
  opportunities: 'id, account',
  bases: 'key, recordId',
} as const;

/** Page by page, so that a large history needs no more memory than a small one. */
async function rekeyPages(tx: Transaction): Promise<void> {
  const pages = tx.table<EventPage, PageKey>('pages');
  for (const key of await pages.toCollection().primaryKeys()) {
    const page = await pages.get(key);
    if (page === undefined || key.length === 4) continue;
    await pages.delete(key);
    await pages.put(page, [page.account, page.order, page.lane, page.page]);
  }
}

/** The database says itself which version it is of: a start compares that with what main remembers. */
async function sayVersion(tx: Transaction, schemaVersion: number): Promise<void> {
  await tx
    .table<MetaRow, string>('meta')
    .where('key')
    .equals('identity')
    .modify((row) => {
      row.value = { ...(row.value as object), schemaVersion };
    });
}

async function toVersion2(tx: Transaction): Promise<void> {
  await rekeyPages(tx);
  await sayVersion(tx, 2);
}

async function toVersion3(tx: Transaction): Promise<void> {
  await sayVersion(tx, 3);
}

async function toVersion4(tx: Transaction): Promise<void> {
  await sayVersion(tx, 4);
}

async function toVersion5(tx: Transaction): Promise<void> {
  await sayVersion(tx, 5);
}

/** Rows that are not there are shown to a hook as well. */
function ifThere<Stored, Row>(
  open: (stored: Stored) => Row,
): (stored: Stored | undefined) => Row | undefined {
  return (stored) => (stored === undefined ? undefined : open(stored));
}

export class KizunaDatabase extends Dexie {
  declare accounts: EntityTable<Account, 'id'>;
  declare contacts: EntityTable<Contact, 'id'>;
  declare subscriptions: EntityTable<Subscription, 'id'>;
  declare opportunities: EntityTable<Opportunity, 'id'>;
  declare activities: EntityTable<Activity, 'id'>;
  declare drafts: EntityTable<Draft, 'id'>;
  declare tasks: EntityTable<Task, 'id'>;
  declare objectives: EntityTable<Objective, 'id'>;
  declare kinds: EntityTable<ActivityKindRow, 'id'>;
  declare templates: EntityTable<NoteTemplate, 'id'>;
  declare versions: EntityTable<NoteVersion, 'id'>;
  declare bin: EntityTable<BinRow, 'id'>;
  declare images: EntityTable<NoteImage, 'id'>;
  declare weeks: EntityTable<WeeksRow, 'account'>;
  declare signals: EntityTable<SignalsRow, 'account'>;
  declare healthSnapshots: Table<SnapshotRow, SnapshotKey>;
  declare overrides: EntityTable<HealthOverride, 'id'>;
  declare sentiments: EntityTable<SentimentRow, 'id'>;
  declare scorecards: EntityTable<Scorecard, 'id'>;
  declare scorecardVersions: EntityTable<ScorecardVersion, 'id'>;
  declare settlements: EntityTable<Settlement, 'id'>;
  declare ownRules: EntityTable<OwnRule, 'id'>;
  declare meetings: EntityTable<Meeting, 'id'>;
  declare journeys: EntityTable<JourneyRow, 'id'>;
  declare segments: EntityTable<Segment, 'id'>;
  declare playbooks: EntityTable<PlaybookRow, 'id'>;
  declare team: EntityTable<TeamMember, 'id'>;
  declare views: EntityTable<SavedView, 'id'>;
  declare sources: EntityTable<Source, 'id'>;
  declare jobs: EntityTable<ImportJob, 'id'>;
  declare bases: EntityTable<Base, 'key'>;
  declare conflicts: EntityTable<Conflict, 'key'>;
  declare quarantine: Table<QuarantineRow, number>;
  declare undo: Table<UndoChunk, number>;
  declare pages: Table<EventPage, PageKey>;
  declare pageHeads: EntityTable<HeadRow, 'page'>;
  declare digests: Table<DigestChunk, number>;
  declare summaries: EntityTable<AccountSummary, 'accountId'>;
  declare operations: EntityTable<StoredOperation, 'id'>;
  declare outbox: EntityTable<OutboxEntry, 'key'>;
  declare meta: EntityTable<MetaRow, 'key'>;

  /**
   * False once it was open, and for those who join: a browser that threw a damaged database away closes it, and Dexie
   * would open it again by itself, empty, as if nothing had ever been there.
   */
  private mayMake = true;

  /** For workers: the window makes the database. */
  static joined(durability: 'strict' | 'relaxed', name = DATABASE_NAME): KizunaDatabase {
    const db = new KizunaDatabase(durability, name);
    db.mayMake = false;
    return db;
  }

  /** `relaxed` for what a file can give again, `strict` for what people write. */
  constructor(durability: 'strict' | 'relaxed', name = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' });
    this.version(1).stores(VERSION_1);
    this.version(2).stores(VERSION_2).upgrade(toVersion2);
    this.version(3).stores(VERSION_3).upgrade(toVersion3);
    // The same tables; pages written from here on are bytes, which an older Kizuna could not read (see page-bytes.ts).
    this.version(4).upgrade(toVersion4);
    // Summaries written from here on are texts (see stored-summary.ts).
    this.version(5).stores(VERSION_5).upgrade(toVersion5);
    this.pages.hook('reading', ifThere(openPage));
    this.summaries.hook('reading', ifThere(openSummary));
    this.use(summariesAsText);
    this.on('populate', () => {
      if (!this.mayMake) throw new Dexie.NoSuchDatabaseError('the database is gone');
    });
    this.on(
      'ready',
      () => {
        this.mayMake = false;
      },
      true,
    );
  }

  /** Whoever deletes it on purpose makes it anew. */
  override delete(...options: Parameters<Dexie['delete']>) {
    this.mayMake = true;
    return super.delete(...options);
  }
}

/**
 * Tables whose rows go into snapshots: what people wrote and the records of sources; pages come from files again, and
 * what is derived from all of it (weeks, signals, past scores) is made again.
 */
export const SNAPSHOT_TABLES = [
  'accounts',
  'contacts',
  'subscriptions',
  'opportunities',
  'activities',
  'drafts',
  'tasks',
  'objectives',
  'kinds',
  'templates',
  'versions',
  'bin',
  'images',
  'overrides',
  'sentiments',
  'scorecards',
  'scorecardVersions',
  'settlements',
  'ownRules',
  'meetings',
  'segments',
  'journeys',
  'playbooks',
  'team',
  'views',
  'sources',
  'bases',
  'conflicts',
  'outbox',
] as const;
