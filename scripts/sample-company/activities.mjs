/** The timeline: ordinary contact by touch model, onboarding, reviews, renewals, and what the stories add. */
import { ago, instant, REFERENCE_DAY, WINDOW_START, workday } from './calendar.mjs';
import { contactOn } from './contacts.mjs';
import { bag, streamFor } from './random.mjs';
import { NO_EXECUTIVE, SCRIPTED, TOUCHES_STOP } from './stories.mjs';
import { TEXTS_EN } from './texts-en.mjs';
import { TEXTS_JA } from './texts-ja.mjs';
import { fits, inTrade } from './trade.mjs';

const TEXTS = { ja: TEXTS_JA, en: TEXTS_EN };
/** Mails and calls that came from the customer. */
const INBOUND = new Set([
  ...[
    '操作に関する問い合わせ',
    '請求書の宛名変更',
    '棚卸結果のご報告',
    '契約台数の確認',
    '端末紛失の連絡',
    '監査対応の相談',
    '人手不足のご相談',
  ],
  ...[
    'Question about cycle counts',
    'Count results',
    'Licensed devices',
    'Lost handheld',
    'Audit next month',
  ],
  ...[
    '退職のご挨拶',
    '契約終了のご意向',
    'ご相談',
    '契約終了のお知らせ',
    '契約終了のご連絡',
    'Formal escalation',
  ],
  ...[
    'Closing our warehouse',
    'Re: training dates',
    'Re: item master',
    'Re: cancelling the inspection add-on',
  ],
]);
/** Days between touches. */
const GAP = { high: 15, low: 34, tech: 80 };
const MIX = {
  high: ['meeting', 'meeting', 'call', 'email', 'visit', 'email'],
  low: ['meeting', 'email', 'call', 'email'],
  tech: ['email', 'email', 'call'],
};
const MINUTES = { meeting: [30, 60], call: [10, 25], visit: [90, 180], qbr: [60, 90], training: [60, 120] };

function fill(text, account, contact, random, places) {
  const values = {
    who: contact?.short ?? '',
    site: places(),
    n: random.int(3, 14),
    rate: random.int(58, 120),
    low: (random.int(4, 28) / 10).toFixed(1),
    high: random.int(82, 98),
    growth: random.int(4, 22),
  };
  const filled = inTrade(account, text)
    .replaceAll('\\n', '\n')
    .replace(/\{(\w+)\}/g, (_all, key) => String(values[key]));
  return account.lang === 'en'
    ? filled.replace(/(^|[.?!]\s|\n)([a-z])/g, (_all, lead, letter) => lead + letter.toUpperCase())
    : filled;
}

function rolesAsked(account, kind, random) {
  if (kind === 'qbr' && !NO_EXECUTIVE.has(account.story)) return ['champion', 'admin'];
  const roll = random.next();
  if (roll < 0.55) return ['champion', 'admin'];
  if (roll < 0.75) return ['field-manager', 'champion'];
  if (roll < 0.9) return ['admin', 'champion'];
  return ['executive-sponsor', 'economic-buyer', 'field-manager'];
}

/** Everybody who was there: the person on record, sometimes a second one, and our own. */
function participants(account, kind, contact, day, random) {
  const names = contact === undefined ? [] : [contact.name];
  if (['meeting', 'visit', 'qbr', 'training'].includes(kind)) {
    const also = kind === 'qbr' ? ['executive-sponsor', 'admin'] : ['field-manager', 'admin'];
    const second = contactOn(account, also, day);
    if (second !== undefined && second !== contact && random.chance(kind === 'qbr' ? 0.8 : 0.35))
      names.push(second.name);
  }
  return [...names, account.owner].join(';');
}

function entry(account, kind, day, contact, subject, body, random) {
  const on = workday(day);
  const note = kind === 'internal-note';
  const [low, high] = MINUTES[kind] ?? [0, 0];
  const start = kind === 'email' || note ? random.int(8 * 60, 19 * 60) : random.int(18, 33) * 30;
  const inbound = INBOUND.has(subject);
  return {
    account,
    kind,
    day: on,
    contact: note ? undefined : contact,
    at: instant(on, start, account.zone),
    subject,
    body,
    participants: note ? account.owner : participants(account, kind, contact, on, random),
    owner: account.owner,
    minutes: high === 0 ? '' : Math.round(random.int(low, high) / 5) * 5,
    direction: kind === 'email' || kind === 'call' ? (inbound ? 'inbound' : 'outbound') : '',
    status: 'Completed',
  };
}

/** One account's writer: bags of texts that do not repeat until they are used up. */
function writerFor(account, random) {
  const texts = TEXTS[account.lang];
  const draw = Object.fromEntries(
    ['topics', 'emails', 'calls', 'internal', 'qbrs', 'trainings'].map((key) => [
      key,
      bag(
        random,
        texts[key].filter((one) => key === 'trainings' || fits(account, one.join('|'))),
      ),
    ]),
  );
  const ownSites = random.shuffle(texts.sites).slice(0, account.segment === 'SMB' ? 2 : 4);
  const places = () => random.pick(ownSites);
  const openings = Object.fromEntries(
    Object.entries(texts.openings).map(([kind, list]) => [kind, bag(random, list)]),
  );
  const closers = bag(random, texts.closers);
  const join = (parts) => parts.filter((part) => part !== '').join(account.lang === 'ja' ? '' : ' ');
  const gloomy = ['falling', 'sinking', 'slow', 'admins-only', 'troubled', 'stalled'].includes(account.shape)
    ? 0.6
    : 0.3;

  function talk(kind) {
    const [subject, good, bad, next] = draw.topics();
    const step = account.lang === 'ja' ? `次回まで：${next}` : `Next: ${next}`;
    const isBad = random.chance(gloomy);
    // A next step belongs to a problem; what goes well is closed with a word.
    const parts = [openings[kind]?.() ?? '', isBad ? bad : good, isBad ? step : closers()];
    return [subject, join(parts)];
  }
  return (kind, day, roles) => {
    const contact = contactOn(account, roles, day) ?? contactOn(account, ['champion', 'admin'], day);
    const pools = {
      email: 'emails',
      call: 'calls',
      'internal-note': 'internal',
      qbr: 'qbrs',
      training: 'trainings',
    };
    const [subject, body] = kind in pools ? draw[pools[kind]]() : talk(kind);
    const text = (value) => fill(value, account, contact, random, places);
    return entry(account, kind, day, contact, text(subject), text(body), random);
  };
}

/** Fixed points of every customer's year: onboarding, quarterly reviews, renewal talks. */
function milestones(account, random) {
  const texts = TEXTS[account.lang];
  const texted = [];
  if (account.touch !== 'tech')
    for (const [days, ...rest] of texts.onboarding) texted.push([account.startDay + days, ...rest]);
  const talks = (day, spread) => {
    for (const [days, kind, subject, bodies] of texts.renewal) {
      texted.push([day - days + random.int(-spread, spread), kind, subject, random.pick(bodies)]);
    }
  };
  for (const one of account.terms) {
    if (one.plan === account.plan && one.from > account.startDay) talks(one.from, 4);
  }
  if (account.renewalDay !== undefined && account.story === '') talks(account.renewalDay, 0);
  return texted;
}

function isAway(account, day) {
  const end = account.endDay ?? Number.POSITIVE_INFINITY;
  const back = account.backDay ?? 0;
  return day >= end - 20 || (account.leftDay !== undefined && day >= account.leftDay - 20 && day < back + 3);
}

function ordinary(account, write, random) {
  const rows = [];
  const stop = ago(Math.max(1, TOUCHES_STOP[account.story] ?? 0));
  const within = (day) => day >= WINDOW_START && day < stop && !isAway(account, day);
  const gap = GAP[account.touch] * (0.85 + random.next() * 0.4);
  for (
    let day = account.startDay + 75 + random.int(0, 12);
    day < REFERENCE_DAY;
    day += Math.max(4, Math.round(gap * (0.55 + random.next() * 0.9)))
  ) {
    const kind = random.pick(MIX[account.touch]);
    if (within(day)) rows.push(write(kind, day, rolesAsked(account, kind, random)));
    if (within(day + 1) && random.chance(0.13)) rows.push(write('internal-note', day + 1, ['champion']));
  }
  if (account.touch === 'high') {
    for (let day = account.startDay + 95; day < REFERENCE_DAY; day += 91) {
      if (within(day)) rows.push(write('qbr', day + random.int(-5, 5), ['champion']));
    }
  }
  for (let day = account.startDay + 200; day < REFERENCE_DAY; day += random.int(210, 330)) {
    if (within(day) && account.touch !== 'tech')
      rows.push(write('training', day, ['field-manager', 'admin']));
  }
  return rows.filter((row) => row.day >= WINDOW_START && row.day < stop);
}

function scripted(account, random) {
  const places = () => TEXTS[account.lang].sites[0];
  const rows = (SCRIPTED[account.story] ?? []).map(([days, kind, role, subject, body]) => {
    const contact = role === '' ? undefined : contactOn(account, [role, 'champion', 'admin'], ago(days));
    return entry(account, kind, ago(days), contact, subject, body, random);
  });
  const stop = ago(Math.max(1, TOUCHES_STOP[account.story] ?? 0));
  for (const [day, kind, subject, body] of milestones(account, random)) {
    if (day < WINDOW_START + 2 || day >= stop || isAway(account, day)) continue;
    const contact = contactOn(
      account,
      kind === 'training' || kind === 'visit' ? ['field-manager'] : ['champion', 'admin'],
      day,
    );
    rows.push(
      entry(account, kind, day, contact, subject, fill(body, account, contact, random, places), random),
    );
  }
  return rows;
}

export function buildActivities(seed, accounts) {
  const all = [];
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'activities');
    all.push(...ordinary(account, writerFor(account, random), random), ...scripted(account, random));
  }
  all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const [index, one] of all.entries()) one.id = `E-${60001 + index}`;
  return all;
}
