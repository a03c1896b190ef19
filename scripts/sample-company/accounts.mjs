/** The customers' own rows: stage, tags, score of the CRM and description, once money and people are known. */
import { ago, firstOfMonth, REFERENCE_DAY } from './calendar.mjs';
import { CAST } from './cast.mjs';
import { endDayOf, startDayOf } from './contracts.mjs';
import { streamFor } from './random.mjs';

const LEAD_SOURCES = ['Referral', 'Trade show', 'Web', 'Partner', 'Seminar'];

const DESCRIPTIONS = {
  ja: {
    Warehousing: '複数荷主の保管と出荷を請け負う。繁忙期は派遣の方が多く、教育の手間を減らしたいとのこと。',
    'Cold chain': '冷凍冷蔵品の保管と配送。庫内作業を短くすることが最優先。',
    'Food wholesale': '期限管理と当日出荷が要。返品処理の遅れに長年お悩みだった。',
    'Medical supply': '医療材料の在庫と配送。ロットの追跡と監査対応が導入の決め手。',
    'Facility maintenance': '点検員が各地の設備を巡回。報告書の作成時間を減らす目的で導入。',
    'Equipment rental': '貸出機材の入出庫と整備記録を管理。',
    Manufacturing: '部品倉庫の在庫精度向上と、工場間の移動記録のために利用。',
    Wholesale: '多品種少量の出荷が中心。類似品番の取り違えを減らしたいとのご要望。',
    'E-commerce fulfilment': '通販の出荷代行。物量の波が大きく、短期の増員に対応できることが条件。',
  },
  en: {
    Warehousing:
      'Third-party warehousing for several shippers. Many temps in peak season, so training time matters.',
    'Cold chain': 'Frozen and chilled storage. Every minute inside the cold store counts.',
    'Food wholesale': 'Same-day orders and short dates. Returns used to sit for days.',
    'Medical supply': 'Medical consumables. Lot tracking and audits were the reason to buy.',
    'Facility maintenance': 'Crews inspect and repair across many sites. Bought to cut reporting time.',
    'Equipment rental': 'Tools out, tools in, service records.',
    Manufacturing: 'Parts warehouse next to the plant. Wants stock accuracy before the ERP upgrade.',
    Wholesale: 'Many SKUs, small orders. Look-alike items were the main cause of mis-ships.',
  },
};

export function startAccounts(seed) {
  return CAST.map((one) => {
    const account = { ...one };
    account.startDay = startDayOf(account);
    account.endDay = endDayOf(account);
    if (account.story === 'reactivation') {
      account.leftDay = firstOfMonth(ago(420));
      account.backDay = firstOfMonth(ago(115));
    }
    account.leadSource = streamFor(seed, account.slug, 'lead').pick(LEAD_SOURCES);
    return account;
  });
}

function stageOf(account, random) {
  const months = (REFERENCE_DAY - account.startDay) / 30.44;
  const daysLeft = account.renewalDay === undefined ? 999 : account.renewalDay - REFERENCE_DAY;
  if (account.story === 'stalled-onboarding' || months < 4) return 'onboarding';
  if (!account.churned && daysLeft <= 90) return 'renewal';
  if (months < 10 || account.story === 'admins-only' || account.story === 'reactivation') return 'operation';
  if (account.shape === 'growing' || account.story === 'healthy-large') return 'outcome';
  return random.pick(['operation', 'field-use', 'field-use', 'outcome']);
}

const HEALTH = {
  growing: 84,
  steady: 76,
  slow: 61,
  falling: 42,
  flat: 66,
  sinking: 64,
  seasonal: 72,
  ramp: 81,
  returned: 74,
  troubled: 58,
  'admins-only': 70,
  stalled: 35,
  'rising-fast': 88,
};

const STORY_TAGS = {
  'healthy-large': ['reference', 'design-partner'],
  expansion: ['upsell'],
  escalation: ['escalation'],
  churn: ['lost'],
  'churn-unavoidable': ['lost'],
  reactivation: ['win-back'],
  'early-win': ['new'],
};

/** Two companies belong together, and one description is longer than a line. */
function relate(accounts) {
  const bySlug = new Map(accounts.map((one) => [one.slug, one]));
  bySlug.get('kotogaura-sup').parent = bySlug.get('kotogaura').id;
  bySlug.get('hoshikage-med').description =
    '全国12拠点で医療材料を扱う最大のお客様。\n定例は第一火曜。役員報告は半期に一度。\n導入事例の公開にもご協力いただいている。';
}

export function finishAccounts(seed, accounts) {
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'account');
    account.stage = stageOf(account, random);
    account.health = account.churned
      ? ''
      : Math.max(5, Math.min(98, Math.round(HEALTH[account.shape] + random.bell() * 9)));
    account.tags = [...(STORY_TAGS[account.story] ?? [])];
    if (random.chance(0.2)) account.tags.push('multi-site');
    if (random.chance(0.12)) account.tags.push('24h-operation');
    account.phone = account.contacts[0].phone;
    account.description = random.chance(0.8) ? DESCRIPTIONS[account.lang][account.industry] : '';
    account.fiscalMonth =
      account.lang === 'ja' ? random.pick([4, 4, 4, 4, 10, 3, 7]) : random.pick([1, 1, 1, 7]);
  }
  relate(accounts);
}
