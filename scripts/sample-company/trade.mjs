/** Crews that travel and people in a warehouse talk about different things; texts are chosen by trade. */

const TRAVELLING = new Set(['Facility maintenance', 'Equipment rental']);
const WAREHOUSE_TALK =
  /ピッキング|誤出荷|入荷|検品|返品|補充|滞留|出荷|賞味期限|セット品|ロット|温度|[Pp]ick|[Mm]is-ship|[Rr]eceiv|[Rr]eturns|[Rr]eplenish|[Ss]low movers|expiry|kits|re-racking|over-receipt|lot numbers|Temperature|dock/;
const CREW_TALK =
  /点検|部品の持ち出し|写真|作業指示|[Ii]nspection|Parts on the road|[Pp]hoto|[Ww]ork order|[Tt]echs|checklist|on the road|van\b/;

export function travels(account) {
  return TRAVELLING.has(account.industry);
}

/** Whether people of this trade would say it. */
export function fits(account, text) {
  return !(travels(account) ? WAREHOUSE_TALK : CREW_TALK).test(text);
}

const FOR_CREWS = [
  ['検品とピッキング', '作業指示と点検報告'],
  ['検品時間', '点検報告の作成時間'],
  ['ログインから検品まで', 'ログインから点検報告まで'],
  ['receiving and picking', 'work orders and checklists'],
  ['Receiving is', 'Reporting is'],
  ['faster receiving', 'faster reports'],
  ['to receiving', 'to closing a job'],
];

/** Onboarding and training are the same everywhere but for what is practised. */
export function inTrade(account, text) {
  if (!travels(account)) return text;
  return FOR_CREWS.reduce((result, [from, to]) => result.replace(from, to), text);
}
