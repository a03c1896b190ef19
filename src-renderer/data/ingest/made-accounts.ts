/**
 * Accounts that are named in other tables and that no table brings: counted always, made where the plan says so. What is
 * made goes through the source's door as a row of an account does, and is no part of the link index while the run lasts:
 * every value that names it is told.
 */
import { feed, finish, newLanes, resetLanes } from '#shared/base/hash.ts';
import { stableId } from '#shared/base/ids.ts';
import { type NamedAccount, namedAccount } from '#shared/import/named-account.ts';
import { ownText } from '#shared/import/own-text.ts';
import { type LinkBy, MADE_ACCOUNTS, type TableCounts } from '#shared/model/import-plan.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import { baseKeyOf, type IncomingRow, type PullPlan } from '#shared/sync/plan-pull.ts';
import type { RecordPage } from '../apply-plan.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { LinkIndex } from './link-index.ts';
import type { TableOutcome } from './messages.ts';
import type { UnlinkedLog } from './unlinked-log.ts';

const PAGE_ROWS = 500;
/** So many are made by one import, and so many texts are remembered: a column of anything names no more customers. */
const MOST = 20_000;
const FIELDS = ['name', 'externalId', 'domain'] as const;
/** Before the keys of rows that no table has: they never meet an id of a source. */
const MADE = 'made\u001f';

/** The row key that an account named by this value is stored under. */
export function madeKey(by: LinkBy, text: string): string | undefined {
  const named = namedAccount(by, text);
  return named === undefined ? undefined : MADE + named.key;
}

export function isMadeKey(key: string): boolean {
  return key.startsWith(MADE);
}

interface Known {
  readonly recordId: string;
  /** By this very job, which was cut off and goes on. */
  readonly byThisJob: boolean;
}

interface Made extends NamedAccount {
  readonly id: string;
  readonly stored: boolean;
}

export interface MadeAccountsInput {
  /** Whether the plan makes them; else they are only counted. */
  readonly on: boolean;
  readonly sourceId: string;
  readonly jobId: string;
  readonly now: number;
  readonly links: LinkIndex;
  readonly log: UnlinkedLog;
  /** What earlier imports of this source made, by key. */
  readonly known: ReadonlyMap<string, Known>;
  readonly counts: TableCounts;
  readonly apply: (page: RecordPage) => Promise<PullPlan>;
}

/** What this source's imports have made so far: few, or none. */
export async function loadMade(
  db: KizunaDatabase,
  sourceId: string,
  jobId: string,
): Promise<ReadonlyMap<string, Known>> {
  const from = baseKeyOf(sourceId, 'account', MADE);
  const bases = await db.bases.where('key').between(from, `${from}\uffff`).toArray();
  return new Map(
    bases.map((base) => [
      base.key.slice(from.length),
      { recordId: base.recordId, byThisJob: base.jobId === jobId && base.outcome === 'added' },
    ]),
  );
}

export class MadeAccounts {
  readonly #in: MadeAccountsInput;
  /** By way and text: the account, null = the value names none that could be made. */
  readonly #byText = new Map<string, Made | null>();
  readonly #keys = new Set<string>();
  #page: IncomingRow[] = [];

  constructor(input: MadeAccountsInput) {
    this.#in = input;
    // A run that was cut off counts what it had made as what it was: new.
    for (const [key, { byThisJob }] of input.known)
      if (byThisJob) {
        this.#keys.add(key);
        input.counts.read++;
        input.counts.added++;
      }
  }

  /** Accounts that were made, or could be. */
  get count(): number {
    return this.#keys.size;
  }

  /** The account of a value that found none, where one is made or was made before; tells nobody. */
  idOf(by: LinkBy, text: string): string | undefined {
    const made = this.#resolve(by, text);
    return made !== null && (made.stored || this.#in.on) ? made.id : undefined;
  }

  /** Whether an account could be made of the value. */
  names(by: LinkBy, text: string): boolean {
    return this.#resolve(by, text) !== null;
  }

  /** Takes note of a value that found no record. */
  unlinked(tableId: string, to: RecordNoun, text: string): void {
    this.#in.log.add(tableId, to, text);
  }

  /** The same for a value that should name a row's account: its id, where one is made of the value. */
  missed(tableId: string, by: LinkBy, text: string): string | undefined {
    const made = this.#resolve(by, text);
    if (made?.stored === true) return made.id;
    const isNew = made !== null && !this.#keys.has(made.key);
    const full = isNew && this.#keys.size >= MOST;
    this.#in.log.add(tableId, 'account', text, full ? undefined : made?.key);
    if (made === null || full) return undefined;
    this.#keys.add(made.key);
    if (!this.#in.on) return undefined;
    if (isNew) this.#page.push(this.#rowOf(made));
    return made.id;
  }

  /** Stores what was made since the last time. */
  async flush(): Promise<void> {
    const { sourceId, jobId, now, counts, apply } = this.#in;
    const rows = this.#page;
    this.#page = [];
    counts.read += rows.length;
    for (let from = 0; from < rows.length; from += PAGE_ROWS) {
      const slice = rows.slice(from, from + PAGE_ROWS);
      const plan = await apply({ noun: 'account', sourceId, jobId, now, fields: FIELDS, rows: slice });
      for (const outcome of plan.outcomes) counts[outcome]++;
    }
  }

  /** As a table of its own, where anything was made. */
  outcome(): TableOutcome | undefined {
    const { counts } = this.#in;
    return counts.read === 0 ? undefined : { tableId: MADE_ACCOUNTS, counts, rejections: [], changes: [] };
  }

  #resolve(by: LinkBy, text: string): Made | null {
    const key = `${by}\u001f${text}`;
    const cached = this.#byText.get(key);
    if (cached !== undefined) return cached;
    const made = this.#looked(by, text);
    if (this.#byText.size >= MOST) this.#byText.clear();
    this.#byText.set(ownText(key), made);
    return made;
  }

  #looked(by: LinkBy, text: string): Made | null {
    const { links, sourceId, known } = this.#in;
    const named = namedAccount(by, text);
    if (named === undefined || links.isAmbiguous('account', by, sourceId, text)) return null;
    const stored = known.get(named.key);
    const id = stored?.recordId ?? stableId('account', sourceId, MADE + named.key);
    return { key: ownText(named.key), values: named.values, id, stored: stored !== undefined };
  }

  #rowOf({ key, id, values }: Made): IncomingRow {
    const { sourceId } = this.#in;
    const lanes = newLanes();
    resetLanes(lanes);
    feed(lanes, MADE + key);
    finish(lanes);
    return {
      baseKey: baseKeyOf(sourceId, 'account', MADE + key),
      recordId: id,
      digest: `${lanes.hi.toString(16)}${lanes.lo.toString(16).padStart(8, '0')}`,
      values: { ...values, name: ownText(values.name) },
      custom: {},
    };
  }
}
