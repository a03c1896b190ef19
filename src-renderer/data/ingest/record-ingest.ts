/** Takes the rows of one record table (accounts, contacts, …): identity, links, duplicates; hands pages to the source door. */
import { stableId } from '#shared/base/ids.ts';
import { foldDomain, foldEmail } from '#shared/import/names.ts';
import { ownText } from '#shared/import/own-text.ts';
import type { ReaderEnv } from '#shared/import/read-value.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { LinkBy, Rejection, TableCounts, TablePlan } from '#shared/model/import-plan.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import { baseKeyOf, type IncomingRow, type PullPlan } from '#shared/sync/plan-pull.ts';
import type { RecordPage } from '../apply-plan.ts';
import type { LinkIndex } from './link-index.ts';
import type { MadeAccounts } from './made-accounts.ts';
import type { ChangedField } from './messages.ts';
import { isVagueKey, rowDigest, rowKey, vagueKeysOf } from './row-keys.ts';
import { compileMapper, isProblem, type MappedRow, mapRow, type RowMapper } from './row-mapper.ts';

const PAGE_ROWS = 500;
/** So many pages may wait for the one before them. */
const PAGES_AHEAD = 4;
const SHOWN_CHANGES = 200;

export interface RecordIngestInput {
  readonly table: TablePlan;
  readonly noun: RecordNoun;
  readonly sourceId: string;
  readonly jobId: string;
  readonly env: ReaderEnv;
  readonly shiftDays: number;
  readonly links: LinkIndex;
  /** Row key → record id, for rows of this source that are stored. */
  readonly known: ReadonlyMap<string, string>;
  readonly now: number;
  readonly reject: (
    row: number,
    column: string,
    value: string,
    reason: Rejection['reason'],
    otherRow?: number,
  ) => void;
  /** Takes note of values that found no record, and may make accounts of them. */
  readonly accounts: MadeAccounts;
  /** Applies (or, in a preview, only plans) a page. */
  readonly apply: (page: RecordPage) => Promise<PullPlan>;
}

/** What becomes of a value that found no record: of one that should name the row's account an account may be made. */
interface Missing {
  account(by: LinkBy, text: string): string | undefined;
  other(to: RecordNoun, text: string): void;
}

interface MissedHome {
  readonly by: LinkBy;
  readonly text: string;
  readonly header: string | undefined;
}

export class RecordIngest {
  readonly #in: RecordIngestInput;
  readonly #missing: Missing;
  readonly #mapper: RowMapper;
  readonly #fields: readonly string[];
  readonly #seen = new Map<string, { row: number; digest: string }>();
  readonly #taken: Set<string>;
  /** Keys of rows that said less about a record than the row that has taken it over. */
  readonly #outgrown = new Set<string>();
  /** Rows of this noun may take over what rows that said less have brought. */
  readonly #mayTakeOver: boolean;
  /** Records of rows that were looked at beforehand, by the rows' keys. */
  readonly #foreseen = new Map<string, string>();
  #page: IncomingRow[] = [];
  #handing: Promise<void> = Promise.resolve();
  /** Pages that are handed over and not stored yet. */
  #handed = 0;
  readonly #names = new Map<string, string>();
  readonly changes: ChangedField[] = [];
  /** Fields that both sides have changed, by whose value stands. */
  readonly both = { ours: 0, theirs: 0 };

  constructor(
    input: RecordIngestInput,
    readonly counts: TableCounts,
  ) {
    this.#in = input;
    const { accounts, table } = input;
    this.#missing = {
      account: (by, text) => accounts.missed(table.id, by, text),
      other: (to, text) => accounts.unlinked(table.id, to, text),
    };
    this.#mapper = compileMapper(input.table, input.env, input.shiftDays);
    this.#fields = [
      ...this.#mapper.columns.filter((column) => !column.custom).map((column) => column.name),
      ...this.#mapper.links.map((link) => link.field),
    ];
    const vague = [...input.known].filter(([key]) => isVagueKey(input.noun, key));
    this.#mayTakeOver = vague.length > 0;
    // What such a row has brought is free for the row that says more, once.
    this.#taken = new Set([...input.known].flatMap(([key, id]) => (isVagueKey(input.noun, key) ? [] : [id])));
    for (const [key, id] of vague) if (this.#taken.has(id)) this.#outgrown.add(key);
  }

  /** Its rows refer to rows of the same table: parents, whom somebody reports to. */
  get refersToItself(): boolean {
    return this.#mapper.links.some((link) => link.to === this.#in.noun);
  }

  /** Before the first row is added, where rows refer to rows further down: those are known then, and nothing is stored. */
  foresee(row: readonly string[]): void {
    const mapped = mapRow(this.#mapper, row);
    if (isProblem(mapped)) return;
    const { accounts } = this.#in;
    this.#resolveLinks(mapped, row, {
      account: (by, text) => accounts.idOf(by, text),
      other: () => undefined,
    });
    const key = this.#keyOf(mapped, rowDigest(this.#mapper, row, mapped.values));
    if (this.#foreseen.has(key)) return;
    const recordId = this.#recordId(key, mapped);
    this.#foreseen.set(key, recordId);
    this.#index(this.#in.links.kept(recordId), mapped);
  }

  async addRow(row: readonly string[], rowNumber: number): Promise<void> {
    const mapped = mapRow(this.#mapper, row);
    if (isProblem(mapped)) {
      this.#in.reject(rowNumber, mapped.column, mapped.value, mapped.reason);
      return;
    }
    const missed = this.#resolveLinks(mapped, row, this.#missing);
    const digest = rowDigest(this.#mapper, row, mapped.values);
    const key = this.#keyOf(mapped, digest);
    const seen = this.#seen.get(key);
    if (seen !== undefined) {
      if (seen.digest === digest) this.counts.unchanged++;
      else this.#in.reject(rowNumber, this.#idHeader(), key, 'duplicate-id', seen.row);
      return;
    }
    this.#seen.set(key, { row: rowNumber, digest });
    if (missed) this.counts.unlinked++;
    const ownId = this.#foreseen.get(key) ?? this.#recordId(key, mapped);
    const recordId = this.#in.links.kept(ownId);
    this.#index(recordId, mapped);
    this.#forgetItself(mapped, recordId);
    this.#page.push({
      baseKey: baseKeyOf(this.#in.sourceId, this.#in.noun, key),
      recordId,
      ...(recordId === ownId ? {} : { ownId }),
      ...this.#takenOver(key, mapped, ownId),
      digest,
      values: mapped.values,
      custom: mapped.custom,
    });
    if (this.#page.length >= PAGE_ROWS) await this.#hand();
  }

  /** The rest of the rows; resolves when all are in. */
  async finish(): Promise<void> {
    await this.#hand();
    await this.#handing;
  }

  /** While pages are being stored, the next ones are read. */
  async #hand(): Promise<void> {
    if (this.#page.length === 0) return;
    const rows = this.#page;
    this.#page = [];
    if (this.#handed >= PAGES_AHEAD) await this.#handing;
    this.#handed++;
    this.#handing = this.#handing.then(async () => {
      await this.#apply(rows);
      this.#handed--;
    });
    this.#handing.catch(() => undefined);
  }

  async #apply(rows: readonly IncomingRow[]): Promise<void> {
    const { noun, sourceId, jobId, now } = this.#in;
    const plan = await this.#in.apply({ noun, sourceId, jobId, now, fields: this.#fields, rows });
    for (const outcome of plan.outcomes) this.counts[outcome]++;
    for (const { taken } of plan.conflicts) this.both[taken ?? 'ours']++;
    for (const [recordId, changes] of plan.changes) {
      const record = this.#names.get(recordId) ?? recordId;
      for (const change of changes)
        if (this.#isShown(change.replacesEdit === true)) this.changes.push({ record, ...change });
    }
    for (const { recordId } of rows) this.#names.delete(recordId);
  }

  /** What replaces somebody's own words is shown even where the list is full of other changes. */
  #isShown(replacesEdit: boolean): boolean {
    if (this.changes.length < SHOWN_CHANGES) return true;
    return replacesEdit && this.both.theirs <= SHOWN_CHANGES;
  }

  #idHeader(): string {
    return this.#mapper.columns.find((column) => column.index === this.#mapper.idIndex)?.header ?? '';
  }

  /** True when the row is under no account. Texts that found no record are kept as custom values, so that none is lost. */
  #resolveLinks(mapped: MappedRow, row: readonly string[], missing: Missing): boolean {
    const { noun, links, sourceId } = this.#in;
    let home: MissedHome | undefined;
    let blank = false;
    for (const link of this.#mapper.links) {
      const isHome = link.to === 'account' && noun !== 'account';
      const text = (row[link.index] ?? '').trim();
      const id = text === '' ? undefined : links.find(link.to, link.by, sourceId, text);
      if (id !== undefined) mapped.values[link.field] = id;
      else if (text === '') blank ||= isHome;
      else {
        mapped.custom[link.header] = text;
        if (isHome) home = { by: link.by, text, header: link.header };
        else missing.other(link.to, text);
      }
    }
    if (noun === 'contact' && mapped.values.account === undefined) {
      const byAddress = this.#homeByAddress(mapped.values);
      if (typeof byAddress === 'string') {
        mapped.values.account = byAddress;
        return false;
      }
      home ??= byAddress;
    }
    if (home === undefined) return blank;
    const made = missing.account(home.by, home.text);
    if (made === undefined) return true;
    mapped.values.account = made;
    if (home.header !== undefined) delete mapped.custom[home.header];
    return false;
  }

  /** The account of somebody's address, or the domain of which one could be made. */
  #homeByAddress({ email }: MappedRow['values']): string | MissedHome | undefined {
    if (typeof email !== 'string') return undefined;
    const account = this.#in.links.accountByEmail(email);
    if (account !== undefined) return account;
    const text = foldDomain(foldEmail(email));
    return this.#in.accounts.names('domain', text) ? { by: 'domain', text, header: undefined } : undefined;
  }

  /** Who is at the top stands as its own parent in some exports: it has none. */
  #forgetItself({ values }: MappedRow, recordId: string): void {
    for (const { to, field } of this.#mapper.links)
      if (to === this.#in.noun && values[field] === recordId) delete values[field];
  }

  /**
   * The stored record of this row; else a record that another source brought and that is surely the same (domain, e-mail
   * or name, exactly one, not claimed by another row of this source); else a new one with a stable id.
   */
  #recordId(key: string, mapped: MappedRow): string {
    const { known, noun, sourceId, links } = this.#in;
    const stored = known.get(key);
    if (stored !== undefined) {
      this.#taken.add(stored);
      return stored;
    }
    const values: Readonly<Record<string, FieldValue | undefined>> = mapped.values;
    const own = stableId(noun, sourceId, key);
    for (const vague of this.#mayTakeOver ? vagueKeysOf(noun, values) : []) {
      const id = known.get(vague);
      if (id === undefined || this.#taken.has(id)) continue;
      this.#taken.add(id);
      this.#outgrown.add(vague);
      return id;
    }
    const candidates: (string | undefined)[] = [];
    if (noun === 'account') {
      if (typeof values.domain === 'string')
        candidates.push(links.find('account', 'domain', '', values.domain));
      candidates.push(links.find('account', 'name', '', String(values.name ?? '')));
    } else if (noun === 'contact' && typeof values.email === 'string') {
      candidates.push(links.findExact('contact', values.email));
    }
    for (const candidate of candidates) {
      if (candidate !== undefined && candidate !== own && !this.#taken.has(candidate)) {
        this.#taken.add(candidate);
        return candidate;
      }
    }
    this.#taken.add(own);
    return own;
  }

  #keyOf({ values }: MappedRow, digest: string): string {
    const key = ownText(rowKey(this.#in.noun, values, digest));
    return this.#outgrown.has(key) ? `${key}\u001fanother` : key;
  }

  /** What a row that said less has brought is what the source has said so far about the record. */
  #takenOver(key: string, mapped: MappedRow, recordId: string): Pick<IncomingRow, 'formerKey'> {
    const { noun, known, sourceId } = this.#in;
    if (!this.#mayTakeOver || known.has(key)) return {};
    const former = vagueKeysOf(noun, mapped.values).find((vague) => known.get(vague) === recordId);
    return former === undefined ? {} : { formerKey: baseKeyOf(sourceId, noun, former) };
  }

  #index(recordId: string, mapped: MappedRow): void {
    const values: Readonly<Record<string, FieldValue | undefined>> = mapped.values;
    const text = (field: string): string | undefined => {
      const value = values[field];
      return typeof value === 'string' ? ownText(value) : undefined;
    };
    const name = text('name');
    if (name !== undefined) this.#names.set(recordId, name);
    this.#in.links.add(this.#in.noun, this.#in.sourceId, {
      id: recordId,
      account: text('account'),
      externalId: text('externalId'),
      name,
      domain: this.#in.noun === 'account' ? text('domain') : undefined,
      email: text('email'),
    });
  }
}

export function isRecordNoun(noun: TablePlan['noun']): noun is RecordNoun {
  return noun === 'account' || noun === 'contact' || noun === 'subscription' || noun === 'opportunity';
}
