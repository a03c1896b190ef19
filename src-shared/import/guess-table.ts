/** Guesses what a table's rows are: accounts, contacts, tickets … from its name, its headers and its values. */
import type { NounName } from '../model/field.ts';
import type { ColumnPlan, TableInspection } from '../model/import-plan.ts';
import { NOUN_NAMES } from '../model/nouns.ts';
import { squash } from './aliases.ts';
import { guessColumns } from './guess-columns.ts';
import type { OtherTable } from './guess-links.ts';
import { validateColumns } from './validate-columns.ts';

export interface TableGuess {
  readonly noun: NounName | 'skip';
  /** 0 to 1. */
  readonly confidence: number;
  /** What the guess rests on most, for the screen to say. */
  readonly why: 'name' | 'type' | 'ids' | 'headers' | 'helper-table' | 'no-table' | 'nothing-known';
}

/** How much a field tells about its noun: a deal stage says "opportunity", a name says little. */
const WEIGHTS: Readonly<Record<NounName, Readonly<Record<string, number>>>> = {
  account: {
    name: 1.2,
    domain: 1,
    industry: 1,
    employees: 1,
    arr: 1.2,
    renewalDate: 1.2,
    segment: 1,
    touchModel: 1,
    owner: 0.4,
    plan: 0.3,
    seats: 0.3,
    customerSince: 0.8,
    sourceHealth: 1,
    region: 0.7,
    country: 0.4,
    leadSource: 0.3,
    parent: 1,
    nameKana: 0.5,
  },
  contact: {
    name: 0.5,
    email: 1.5,
    title: 1.2,
    department: 1,
    phone: 0.5,
    mobile: 1,
    role: 0.4,
    otherEmails: 1,
    account: 0.3,
  },
  subscription: {
    mrr: 2,
    arr: 0.8,
    startDate: 1.2,
    endDate: 1.2,
    billing: 1.5,
    autoRenew: 1.5,
    isTrial: 0.5,
    plan: 0.5,
    seats: 0.5,
    renewalDate: 0.3,
    account: 0.4,
  },
  opportunity: {
    stage: 1.2,
    amount: 1.2,
    closeDate: 1.8,
    probability: 1.5,
    isWon: 1.5,
    isClosed: 0.7,
    nextStep: 1,
    name: 0.4,
    account: 0.3,
  },
  activity: {
    kind: 1.2,
    at: 0.6,
    subject: 0.8,
    body: 0.7,
    participants: 1.2,
    durationMinutes: 1,
    direction: 1,
    account: 0.3,
    contact: 0.4,
    owner: 0.2,
  },
  ticket: {
    priority: 1.4,
    status: 0.5,
    subject: 0.5,
    closedAt: 1,
    resolutionHours: 2,
    firstResponseMinutes: 2,
    csat: 1,
    escalated: 1.2,
    type: 0.4,
    body: 0.3,
    account: 0.3,
    contact: 0.4,
    at: 0.4,
  },
  usage: {
    feature: 2,
    count: 1.4,
    activeUsers: 2,
    durationSeconds: 1.5,
    errors: 1.2,
    user: 0.6,
    subscription: 0.8,
    at: 0.4,
    account: 0.3,
  },
  survey: { score: 2, comment: 1, surveyKind: 1, at: 0.4, contact: 0.4, account: 0.3 },
  churnEvent: { reason: 1.6, refund: 2, mrrLost: 2, isReactivation: 2, comment: 0.4, at: 0.4, account: 0.3 },
};

const NAME_WORDS: Readonly<Record<NounName, RegExp>> = {
  account:
    /accounts?|compan(y|ies)|customers?|clients?|organi[sz]ations?|取引先(?!担当)|顧客|会社|企業|アカウント/i,
  contact: /contacts?|people|persons?|担当者|連絡先|名刺|コンタクト|(?:^|[^a-z])users?(?:$|[^a-z])/i,
  subscription: /subscriptions?|contracts?|licen[sc]es?|契約|サブスク/i,
  opportunity: /opportunit(y|ies)|deals?|renewals?|商談|案件|取引(?!先)/i,
  activity:
    /activit(y|ies)|tasks?|events?|meetings?|calls?|emails?|notes?|engagements?|活動|アクション|議事録|日報/i,
  ticket: /tickets?|cases?|support|inquir(y|ies)|問い?合わ?せ|チケット|サポート/i,
  usage: /usage|logins?|sessions?|product.?events?|利用(?:状況|ログ|実績)?|ログイン|稼働/i,
  survey: /surveys?|nps|csat|feedback|responses?|アンケート|満足度/i,
  churnEvent: /churn|cancel|解約|チャーン/i,
};

/** Tables that tools keep beside the nouns: histories, pairs of ids, lists of settings. */
const HELPER_NAME =
  /history|pipeline|_stage|merge|association|_tag_|_tags?(_data)?$|(^|_)owner|team|(^|_)role|(^|_)property|(^|_)form_|form_submission|list_member|contact_list|schedule|brand|group_|sla_|time_zone|daylight|domain_name|audit|line_item|product_2|price|user_role|sf_user|users_data|holiday|_lead_|chat_|ticket_comment|engagement_(company|contact|deal)|(deal|ticket)_(company|contact|deal|engagement)|engagement_data/i;

const KEY_PREFIXES: readonly (readonly [string, NounName | 'skip'])[] = [
  ['001', 'account'],
  ['003', 'contact'],
  ['006', 'opportunity'],
  ['500', 'ticket'],
  ['00T', 'activity'],
  ['00U', 'activity'],
  ['800', 'subscription'],
  ['005', 'skip'],
  ['00k', 'skip'],
  ['801', 'skip'],
  ['00E', 'skip'],
];

const SOBJECTS: Readonly<Record<string, NounName | 'skip'>> = {
  account: 'account',
  contact: 'contact',
  opportunity: 'opportunity',
  case: 'ticket',
  task: 'activity',
  event: 'activity',
  contract: 'subscription',
  user: 'skip',
  lead: 'skip',
};

const SINGULAR: Readonly<Record<string, NounName>> = {
  account: 'account',
  company: 'account',
  contact: 'contact',
  subscription: 'subscription',
  contract: 'subscription',
  opportunity: 'opportunity',
  deal: 'opportunity',
  activity: 'activity',
  engagement: 'activity',
  task: 'activity',
  ticket: 'ticket',
  case: 'ticket',
  usage: 'usage',
  response: 'survey',
  survey: 'survey',
  churnevent: 'churnEvent',
  churn: 'churnEvent',
  チケット: 'ticket',
  取引先: 'account',
  活動: 'activity',
  契約: 'subscription',
};

const MIN_TOTAL = 2.4;

function baseName(inspection: TableInspection): string {
  return inspection.fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
}

/** An sObject type that every element names, or Salesforce's key prefix of the ids. */
function bySystem(inspection: TableInspection): TableGuess | undefined {
  const type = inspection.columns.find((c) => /^attributes\.type$/i.test(c.header));
  const only = type?.distinct === 1 ? type.samples[0]!.toLowerCase() : '';
  if (Object.hasOwn(SOBJECTS, only)) return { noun: SOBJECTS[only]!, confidence: 0.98, why: 'type' };
  const id = inspection.columns.find((c) => squash(c.header) === 'id');
  if (id === undefined || id.filled === 0) return undefined;
  const looksSalesforce = id.samples.every(
    (s) => /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(s) || s.length === 17,
  );
  const prefix = KEY_PREFIXES.find(([key]) => id.samples.every((s) => s.startsWith(key)));
  return looksSalesforce && prefix !== undefined
    ? { noun: prefix[1], confidence: 0.96, why: 'ids' }
    : undefined;
}

/** The first column is the table's own id when it is called after a noun: `ticket_id`. */
function ownIdNoun(inspection: TableInspection): NounName | undefined {
  const first = inspection.columns.find((c) => !/^_/.test(c.header));
  const key = first === undefined ? '' : squash(first.header);
  const stem = /^(.+?)(?:id|番号|number)$/.exec(key)?.[1];
  return stem !== undefined && Object.hasOwn(SINGULAR, stem) ? SINGULAR[stem] : undefined;
}

function headerScore(noun: NounName, columns: readonly ColumnPlan[]): number {
  let score = 0;
  const weights = WEIGHTS[noun];
  for (const { target, confidence } of columns) {
    if (target.type !== 'field' || confidence < 0.35) continue;
    score += (target.part === undefined ? (weights[target.field] ?? 0.1) : 0.8) * confidence;
  }
  for (const problem of validateColumns(noun, columns)) if (problem.type === 'required-missing') score -= 2;
  return score;
}

/** `others`: the other tables of the same import. */
export function guessTable(inspection: TableInspection, others: readonly TableInspection[] = []): TableGuess {
  if (inspection.header.length === 0) return { noun: 'skip', confidence: 0.9, why: 'no-table' };
  const system = bySystem(inspection);
  const name = `${baseName(inspection)} ${inspection.part}`.trim();
  if (HELPER_NAME.test(name) || /^_fivetran_start$/m.test(inspection.header.join('\n'))) {
    return { noun: 'skip', confidence: 0.8, why: 'helper-table' };
  }
  if (system !== undefined) return system;
  const own = ownIdNoun(inspection);
  const rest = others
    .filter((other) => other !== inspection)
    .map((other): OtherTable => ({ inspection: other, noun: 'skip' }));
  const scores = NOUN_NAMES.map((noun) => {
    const columns = guessColumns(inspection, noun, rest);
    const named = NAME_WORDS[noun].test(name) ? 2.2 : 0;
    const headers = headerScore(noun, columns);
    return { noun, named, headers, total: headers + named + (own === noun ? 2.5 : 0) };
  }).sort((a, b) => b.total - a.total);
  const [best, second] = [scores[0]!, scores[1]!];
  if (best.total < MIN_TOTAL || best.headers < 0.3)
    return { noun: 'skip', confidence: 0.6, why: 'nothing-known' };
  const margin = (best.total - Math.max(0, second.total)) / best.total;
  const confidence =
    Math.round(Math.min(0.97, 0.55 + margin * 0.9 + Math.min(0.15, best.total / 60)) * 100) / 100;
  return { noun: best.noun, confidence, why: best.named > best.headers ? 'name' : 'headers' };
}
