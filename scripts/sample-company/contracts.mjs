/** Subscriptions and opportunities: yearly terms, growth and shrinkage at renewal, and the stories told in money. */
import { addMonths, ago, firstOfMonth, REFERENCE_DAY, WINDOW_START } from './calendar.mjs';
import { streamFor } from './random.mjs';

const SEAT_PRICE = {
  JPY: { Starter: 1800, Standard: 2800, Enterprise: 3600 },
  USD: { Starter: 14, Standard: 21, Enterprise: 27 },
};
const ADD_ON_PRICE = { JPY: 1200, USD: 9 };

/** Amounts carry their currency, as a CRM with several currencies writes them. */
export function money(amount, currency) {
  return `${currency} ${currency === 'JPY' ? Math.round(amount) : amount.toFixed(2)}`;
}

/** Days that stories fix; everybody else starts on the first of a month. */
export function startDayOf(account) {
  if (account.story === 'renewal-no-executive') return addMonths(ago(-20), -24);
  if (account.story === 'early-win') return ago(70);
  if (account.story === 'stalled-onboarding') return ago(152);
  if (account.story === 'escalation') return addMonths(ago(-75), -24);
  return firstOfMonth(ago(Math.round(account.months * 30.44)));
}

/** When the customer left for good (undefined: still here), and the gap of the one that came back. */
export function endDayOf(account) {
  if (account.story === 'churn') return addMonths(account.startDay, 17);
  if (account.story === 'churn-unavoidable') return addMonths(account.startDay, 12);
  return undefined;
}

function changeAtRenewal(account, random) {
  if (account.story !== '' && account.story !== 'healthy-large' && account.story !== 'expansion') return 1;
  if (account.shape === 'growing') return random.chance(0.6) ? 1.1 + random.int(0, 15) / 100 : 1;
  if (account.shape === 'falling') return random.chance(0.6) ? 0.85 : 1;
  const roll = random.next();
  if (roll < 0.2) return 1.05 + random.int(0, 10) / 100;
  return roll > 0.93 ? 0.9 : 1;
}

function term(account, name, plan, from, to, seats, price) {
  const mrr = seats * price;
  return { account, name, plan, from, to, seats, mrr, ended: to !== undefined && to <= REFERENCE_DAY };
}

/** The base contract as one row per term: seats of today are the last term's, earlier ones are worked back. */
function baseTerms(account, random) {
  const price = SEAT_PRICE[account.currency][account.plan];
  const last = account.endDay ?? REFERENCE_DAY + 1;
  const starts = [];
  for (let k = 0; addMonths(account.startDay, 12 * k) < last; k++)
    starts.push(addMonths(account.startDay, 12 * k));
  let seats = account.seats;
  const terms = [];
  for (let k = starts.length - 1; k >= 0; k--) {
    const end = starts[k + 1] ?? account.endDay;
    terms.unshift(term(account, baseName(account), account.plan, starts[k], end, seats, price));
    seats = Math.max(5, Math.round(seats / changeAtRenewal(account, random)));
  }
  return terms;
}

function baseName(account) {
  return account.lang === 'ja' ? `タナカゼ クラウド ${account.plan}` : `Tanakaze Cloud ${account.plan}`;
}

function addOnName(account) {
  return account.lang === 'ja' ? '現場点検オプション' : 'Field Inspection add-on';
}

function addOn(account, from, to, seats) {
  return term(
    account,
    addOnName(account),
    'Field Inspection',
    from,
    to,
    seats,
    ADD_ON_PRICE[account.currency],
  );
}

/** What stories and a few ordinary customers add to the base contract. */
function extraTerms(account, base, random) {
  const seats = account.seats;
  switch (account.story) {
    case 'expansion':
      return [addOn(account, firstOfMonth(ago(120)), undefined, Math.round(seats * 0.6))];
    case 'contraction':
      return [addOn(account, base[0].from, firstOfMonth(ago(60)), Math.round(seats * 0.7))];
    case 'healthy-large':
      return [addOn(account, firstOfMonth(ago(410)), undefined, Math.round(seats * 0.5))];
    case '':
      break;
    default:
      return [];
  }
  if (account.plan === 'Starter' || account.months < 14 || !random.chance(0.25)) return [];
  return [addOn(account, firstOfMonth(ago(random.int(150, 380))), undefined, Math.round(seats * 0.4))];
}

function termsOf(account, random) {
  if (account.story === 'reactivation') {
    const price = SEAT_PRICE[account.currency][account.plan];
    const name = baseName(account);
    const back = firstOfMonth(ago(115));
    return [
      term(account, name, account.plan, account.startDay, addMonths(account.startDay, 12), 52, price),
      term(account, name, account.plan, addMonths(account.startDay, 12), account.leftDay, 52, price),
      term(account, name, account.plan, back, undefined, account.seats, price),
    ];
  }
  const base = baseTerms(account, random);
  const extra = extraTerms(account, base, random);
  if (account.story === 'notice-given') base.at(-1).to = ago(-40);
  return [...base, ...extra];
}

function nextRenewal(one) {
  let k = 1;
  while (addMonths(one.from, 12 * k) <= REFERENCE_DAY) k++;
  return addMonths(one.from, 12 * k);
}

export function buildSubscriptions(seed, accounts) {
  const all = [];
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'contracts');
    account.terms = termsOf(account, random);
    const billing = account.segment === 'SMB' ? 'Monthly' : random.pick(['Annual', 'Annual', 'Quarterly']);
    for (const one of account.terms) {
      one.id = `S-${3001 + all.length}`;
      one.billing = billing;
      one.autoRenew = account.segment === 'SMB' && account.story !== 'notice-given';
      one.status = one.ended ? 'Ended' : one.to === undefined ? 'Active' : 'Notice given';
      // Only an open-ended term renews; a term with an end in sight stops there.
      one.renewal = one.to === undefined ? nextRenewal(one) : undefined;
      if (one.ended && account.terms.some((next) => next.name === one.name && next.from === one.to))
        one.status = 'Renewed';
      all.push(one);
    }
    const current = account.terms.filter((one) => !one.ended);
    account.mrr = current.reduce((sum, one) => sum + one.mrr, 0);
    account.currentSeats = Math.max(0, ...current.map((one) => one.seats));
    account.renewalDay = current[0]?.renewal ?? current[0]?.to;
    account.churned = current.length === 0;
  }
  return all;
}

const STEPS = {
  ja: {
    early: ['更新条件のたたき台を送付', '次回定例で更新方針を伺う', '利用実績の資料を準備'],
    late: ['稟議の進み具合を確認', '正式見積を送付済み、回答待ち', '注文書の回収'],
    expand: ['第二拠点の台数を確認', '試用の評価会を設定', '見積の再提示'],
  },
  en: {
    early: ['Send draft renewal terms', 'Ask about plans in the next check-in', 'Prepare the usage summary'],
    late: ['Chase legal for redlines', 'Quote sent, waiting for the PO', 'Get signature'],
    expand: [
      'Confirm handset count for the second site',
      'Set up the pilot review',
      'Re-quote with volume tier',
    ],
  },
};

function deal(account, type, day, amount, state) {
  const ja = account.lang === 'ja';
  const label = {
    Renewal: ja ? '年間契約更新' : 'Annual renewal',
    'New Business': ja ? '新規導入' : 'New deployment',
    'Win-back': ja ? '再契約' : 'Win-back',
  };
  const name = `${account.name} ${label[type] ?? (ja ? '追加契約' : 'Expansion')}`;
  return { account, type, name, day, amount, nextStep: '', description: '', ...state };
}

const WON = { stage: 'Closed Won', probability: 100, closed: true, won: true };
const LOST = { stage: 'Closed Lost', probability: 0, closed: true, won: false };

function pastDeals(account) {
  const deals = [];
  for (const [index, one] of account.terms.entries()) {
    if (one.from < WINDOW_START || one.from > REFERENCE_DAY) continue;
    const isBase = one.plan === account.plan;
    const type = !isBase
      ? 'Expansion'
      : index === 0
        ? 'New Business'
        : account.story === 'reactivation' && index === 2
          ? 'Win-back'
          : 'Renewal';
    deals.push(deal(account, type, one.from - 6, one.mrr * 12, WON));
  }
  return deals;
}

function renewalDeal(account, random) {
  const days = account.renewalDay - REFERENCE_DAY;
  const steps = STEPS[account.lang];
  const mood =
    { sinking: -25, falling: -20, troubled: 10, rising: 0, flat: -10, growing: 10 }[account.shape] ?? 0;
  const late = days <= 60;
  const probability = Math.max(20, Math.min(95, (late ? 80 : 70) + mood + random.int(-1, 1) * 5));
  const stage = late ? 'Negotiation' : days <= 100 ? 'Proposal' : 'Discovery';
  const state = {
    stage,
    probability,
    closed: false,
    won: false,
    nextStep: random.pick(late ? steps.late : steps.early),
  };
  return deal(
    account,
    'Renewal',
    account.renewalDay,
    account.terms.find((one) => !one.ended).mrr * 12,
    state,
  );
}

function openDeals(account, random) {
  const deals = [];
  if (account.story === 'notice-given') {
    const description = '先方より解約のご連絡。来期の予算が取れなかったとのこと。';
    return [
      deal(account, 'Renewal', account.renewalDay, account.mrr * 12, { ...LOST, day: ago(18), description }),
    ];
  }
  if (account.renewalDay - REFERENCE_DAY <= 150) deals.push(renewalDeal(account, random));
  const grows = ['growing', 'rising-fast'].includes(account.shape) && random.chance(0.55);
  if (grows) {
    const state = {
      stage: random.pick(['Discovery', 'Proposal']),
      probability: random.pick([30, 40, 50]),
      closed: false,
      won: false,
    };
    state.nextStep = random.pick(STEPS[account.lang].expand);
    deals.push(deal(account, 'Expansion', ago(-random.int(25, 140)), account.mrr * 12 * 0.2, state));
  }
  return deals;
}

export function buildOpportunities(seed, accounts) {
  const all = [];
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'deals');
    const deals = pastDeals(account);
    if (account.churned) {
      const lost = account.terms.at(-1);
      deals.push(deal(account, 'Renewal', lost.to - 12, lost.mrr * 12, LOST));
    } else deals.push(...openDeals(account, random));
    for (const one of deals) {
      one.leadSource = one.type === 'New Business' ? account.leadSource : 'Customer success';
      one.id = `O-${5001 + all.length}`;
      all.push(one);
    }
  }
  return all;
}
