/** Three to six people per customer, with the roles that their story needs. */
import { ago, isoOf } from './calendar.mjs';
import { castingOffice, postFor } from './people.mjs';
import { streamFor } from './random.mjs';

function rolesFor(account, random) {
  const roles = ['champion', 'field-manager', 'admin'];
  if (account.story === 'renewal-no-executive') return [...roles, 'user'];
  if (account.segment === 'SMB') return random.chance(0.5) ? [...roles, 'executive-sponsor'] : roles;
  roles.push('executive-sponsor');
  if (account.segment === 'Enterprise' || random.chance(0.4)) roles.push('economic-buyer');
  if (random.chance(0.5)) roles.push('user');
  return roles;
}

const AREA_CODES = {
  北海道: '011',
  宮城県: '022',
  新潟県: '025',
  長野県: '026',
  千葉県: '043',
  神奈川県: '045',
  埼玉県: '048',
  愛知県: '052',
  静岡県: '053',
  京都府: '075',
  兵庫県: '078',
  広島県: '082',
  福岡県: '092',
  東京都: '03',
  大阪府: '06',
};

/** Numbers that nobody can own: an exchange that begins with 0 in Japan, ranges kept free for fiction elsewhere. */
function phones(account, random) {
  const tail = String(random.int(0, 9999)).padStart(4, '0');
  const two = String(random.int(10, 99));
  const hasMobile = random.chance(0.42);
  const abroad = {
    GB: [`020 7946 0${two}1`, `07700 9001${two}`],
    AU: [`(03) 5550 ${tail}`, `0491 570 1${two}`],
    SG: [`6000 ${tail}`, ''],
  };
  if (account.country === 'JP') {
    const area = AREA_CODES[account.region] ?? '050';
    const phone = `${area}-0${random.int(10 ** (4 - area.length), 10 ** (5 - area.length) - 1)}-${tail}`;
    const wide = account.lang === 'ja' && random.chance(0.04);
    return {
      phone: wide ? phone.replace(/[0-9-]/g, (c) => (c === '-' ? '－' : wideDigit(c))) : phone,
      mobile: hasMobile ? `090-0${random.int(100, 899)}-${tail}` : '',
    };
  }
  if (account.country in abroad)
    return { phone: abroad[account.country][0], mobile: hasMobile ? abroad[account.country][1] : '' };
  const area = random.int(201, 989);
  return {
    phone: `(${area}) 555-01${two}`,
    mobile: hasMobile ? `(${area}) 555-01${random.int(10, 99)}` : '',
  };
}

function wideDigit(digit) {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

const REMARKS = {
  ja: {
    champion: [
      '導入時からの推進役。数字に強く、改善提案をよく出してくださる。',
      '現場からの信頼が厚い。午前中の電話がつながりやすい。',
      '社内勉強会の講師役。新機能の案内はまずこの方へ。',
    ],
    'executive-sponsor': [
      '投資対効果の説明を重視される。半期に一度の報告を希望。',
      '現場視察がお好きで、訪問時に同席いただけることが多い。',
    ],
    'field-manager': [
      'シフト勤務のため夕方以降は不在。',
      '紙の帳票との併用に不満あり。要望はこの方から上がってくる。',
    ],
    admin: ['アカウント発行とマスタ更新の窓口。'],
  },
  en: {
    champion: [
      'Drove the rollout from day one. Prefers short calls before the morning shift.',
      'Trusted by the floor leads; runs the internal training.',
      'Keeps our numbers in the weekly ops review.',
    ],
    'executive-sponsor': [
      'Wants one page and the payback figure. Joins the half-year review.',
      'Came from operations, asks about the floor first.',
    ],
    'field-manager': [
      'Works the late shift, reach after 2 pm.',
      'Still fond of the paper sheets; needs to see time saved.',
    ],
    admin: ['Handles user accounts and item master uploads.'],
  },
};

function remark(account, role, random) {
  const list = REMARKS[account.lang][role];
  return list !== undefined && random.chance(0.45) ? random.pick(list) : '';
}

export function buildContacts(seed, accounts) {
  const cast = castingOffice();
  const all = [];
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'contacts');
    account.contacts = rolesFor(account, random).map((role) => {
      const person = cast(random, account.lang, account.domain);
      const [title, department] = postFor(random, account, role);
      const contact = {
        ...person,
        ...phones(account, random),
        role,
        title,
        department,
        leftOn: '',
        tags: '',
      };
      contact.startedOn = isoOf(account.startDay - random.int(20, 1500));
      contact.description = remark(account, role, random);
      return contact;
    });
    if (account.story === 'champion-left') leave(account, 'champion', 21);
    if (account.story === 'churn') leave(account, 'executive-sponsor', 330);
    for (const contact of account.contacts) {
      contact.id = `C-${20001 + all.length}`;
      contact.account = account;
      if (contact.role === 'champion')
        contact.tags = random.chance(0.3) ? 'newsletter;user-group' : 'newsletter';
      all.push(contact);
    }
  }
  return all;
}

function leave(account, role, daysAgo) {
  const contact = account.contacts.find((one) => one.role === role);
  contact.leftOn = isoOf(ago(daysAgo));
  contact.description =
    role === 'champion'
      ? '退職（先方からのご挨拶メールで判明）。後任は未定とのこと。'
      : 'ご異動。後任の方とはまだお会いできていない。';
}

/** The first contact with one of the roles who was there on that day. */
export function contactOn(account, roles, day) {
  for (const role of roles) {
    const found = account.contacts.find(
      (one) => one.role === role && (one.leftOn === '' || one.leftOn > isoOf(day)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
