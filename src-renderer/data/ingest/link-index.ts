/** Finds the record that a cell means: by external id, domain, e-mail or folded name; built once per import, then grown. */
import { foldDomain, foldEmail, foldName } from '#shared/import/names.ts';
import type { LinkBy } from '#shared/model/import-plan.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';

/** A key that two records share ties to neither: the row waits under Links. */
const AMBIGUOUS = '';

const SALESFORCE_ID_18 = /^[a-zA-Z0-9]{15}[A-Z0-5]{3}$/;

export interface Linkable {
  readonly id: string;
  readonly account?: string | undefined;
  readonly externalId?: string | undefined;
  readonly name?: string | undefined;
  readonly nameKana?: string | undefined;
  readonly domain?: string | undefined;
  readonly email?: string | undefined;
}

/** How a record is shown where a value may mean it. */
export interface LinkLabel {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

export class LinkIndex {
  readonly #byKey = new Map<string, string>();
  readonly #accountOf = new Map<string, string>();
  /** What records are called, by noun and id: for near matches. */
  readonly #labels = new Map<RecordNoun, Map<string, LinkLabel>>();
  readonly #keptFor = new Map<string, string>();
  readonly #confirmed: ReadonlyMap<string, string>;

  /** `confirmed`: `noun + U+001F + folded value` → record id, tied by hand earlier. */
  constructor(confirmed: Readonly<Record<string, string>>) {
    this.#confirmed = new Map(Object.entries(confirmed));
  }

  /** A record that was merged into another: from now on its keys lead there. To be told before its keys are added. */
  merged(id: string, into: string): void {
    this.#keptFor.set(id, into);
  }

  /** The record that stands for this one now. */
  kept(id: string): string {
    return this.#keptFor.get(id) ?? id;
  }

  /** `scope` keeps external ids of different sources apart; '' for records whose source is unknown. */
  add(noun: RecordNoun, scope: string, given: Linkable): void {
    const record = { ...given, id: this.kept(given.id) };
    if (record.externalId !== undefined) {
      this.#tie(`${noun}|externalId|${scope}|${record.externalId}`, record.id);
      if (SALESFORCE_ID_18.test(record.externalId)) {
        this.#tie(`${noun}|externalId|${scope}|${record.externalId.slice(0, 15)}`, record.id);
      }
    }
    if (record.domain !== undefined) this.#tie(`${noun}|domain|${foldDomain(record.domain)}`, record.id);
    if (record.email !== undefined) this.#tie(`${noun}|email|${foldEmail(record.email)}`, record.id);
    if (record.name !== undefined) {
      const folded = foldName(record.name);
      if (folded !== '') this.#tie(`${noun}|name|${folded}`, record.id);
    }
    if (record.name !== undefined || record.email !== undefined) this.#label(noun, record);
    if (record.account !== undefined) this.#accountOf.set(record.id, record.account);
  }

  /** The record id, or undefined when none or more than one fits. */
  find(noun: RecordNoun, by: LinkBy, scope: string, text: string): string | undefined {
    const confirmed = this.#confirmed.get(confirmedKey(noun, text));
    if (confirmed !== undefined) return this.kept(confirmed);
    const id = this.#lookUp(noun, by, scope, text);
    return id === AMBIGUOUS ? undefined : id;
  }

  /** More than one record fits: a person says which is meant. */
  isAmbiguous(noun: RecordNoun, by: LinkBy, scope: string, text: string): boolean {
    return this.#lookUp(noun, by, scope, text) === AMBIGUOUS;
  }

  /** A record by exactly this e-mail address. */
  findExact(noun: RecordNoun, email: string): string | undefined {
    const id = this.#byKey.get(`${noun}|email|${foldEmail(email)}`);
    return id === AMBIGUOUS ? undefined : id;
  }

  /** The account of a contact, subscription or opportunity. */
  accountOf(recordId: string): string | undefined {
    return this.#accountOf.get(recordId);
  }

  /** The account whose domain an e-mail address belongs to, whoever wrote from there. */
  accountByEmail(text: string): string | undefined {
    const domain = domainOf(text);
    return domain === undefined ? undefined : this.find('account', 'domain', '', domain);
  }

  /** What the records of a noun are called, by id. */
  labels(noun: RecordNoun): ReadonlyMap<string, LinkLabel> {
    return this.#labels.get(noun) ?? new Map();
  }

  #label(noun: RecordNoun, { id, name, email }: Linkable): void {
    const labels = this.#labels.get(noun) ?? new Map<string, LinkLabel>();
    const known = labels.get(id);
    labels.set(id, { name: name ?? known?.name, email: email ?? known?.email });
    this.#labels.set(noun, labels);
  }

  #lookUp(noun: RecordNoun, by: LinkBy, scope: string, text: string): string | undefined {
    switch (by) {
      case 'reference':
      case 'externalId': {
        const key = by === 'reference' ? text.replace(/^@/, '') : text;
        const own = this.#byKey.get(`${noun}|externalId|${scope}|${key}`);
        if (own !== undefined) return own;
        const short = SALESFORCE_ID_18.test(key)
          ? this.#byKey.get(`${noun}|externalId|${scope}|${key.slice(0, 15)}`)
          : undefined;
        const found = short ?? this.#byKey.get(`${noun}|externalId||${key}`);
        return found ?? this.#firstOf(noun, by, scope, key);
      }
      case 'domain':
        return this.#byKey.get(`${noun}|domain|${foldDomain(text)}`);
      case 'email':
        return this.#byKey.get(`${noun}|email|${foldEmail(text)}`) ?? this.#byDomainOf(noun, text);
      case 'name':
        return this.#byKey.get(`${noun}|name|${foldName(text)}`);
    }
  }

  #byDomainOf(noun: RecordNoun, email: string): string | undefined {
    const domain = noun === 'account' ? domainOf(email) : undefined;
    return domain === undefined ? undefined : this.#byKey.get(`account|domain|${domain}`);
  }

  /** "9002;9999", as HubSpot writes several associations: the first one that is known counts. */
  #firstOf(noun: RecordNoun, by: LinkBy, scope: string, ids: string): string | undefined {
    // Zoho writes the same id with and without its mark.
    if (/^\d{10,}$/.test(ids)) return this.#byKey.get(`${noun}|externalId|${scope}|zcrm_${ids}`);
    if (ids.startsWith('zcrm_')) return this.#byKey.get(`${noun}|externalId|${scope}|${ids.slice(5)}`);
    if (!ids.includes(';')) return undefined;
    for (const id of ids.split(';')) {
      const found = this.#lookUp(noun, by, scope, id.trim());
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #tie(key: string, id: string): void {
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, id);
    else if (known !== id) this.#byKey.set(key, AMBIGUOUS);
  }
}

function domainOf(email: string): string | undefined {
  const folded = foldEmail(email);
  const at = folded.lastIndexOf('@');
  return at === -1 ? undefined : folded.slice(at + 1);
}

/** The key under which a link that a person confirmed is kept with its source. */
export function confirmedKey(noun: RecordNoun, text: string): string {
  return `${noun}\u001f${text}`;
}
