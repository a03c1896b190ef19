/** NPS waves twice a year and CSAT after training, with comments as people write them. */
import { ago, instant, WINDOW_START, workday } from './calendar.mjs';
import { contactOn } from './contacts.mjs';
import { bag, streamFor } from './random.mjs';
import { fits } from './trade.mjs';

const COMMENTS = {
  ja: {
    high: [
      '棚卸が2日から半日になりました。現場が一番喜んでいます。',
      '担当の方が現場まで見に来てくださるので話が早いです。',
      '新人でも初日からピッキングに入れるようになった。',
      '点検の写真がその場で残せるのがとても便利。',
      '誤出荷がほぼなくなりました。他拠点にも勧めています。',
      '問い合わせの返事が早く、安心して使えています。',
      '紙の帳票をやめられたのが大きい。',
      '在庫を探し回る時間がなくなった。これだけで導入した価値があります。',
      '訪問のたびに改善案をいただけるのがありがたい。',
      '点検の抜けがなくなり、お客様からの信頼が上がりました。',
      '操作が簡単で、年配の社員もすぐ覚えました。',
      '月末の集計が一日早く終わる。',
      '派遣の方への説明が10分で済むようになりました。',
      'データを見ながら会議ができるようになった。',
    ],
    mid: [
      '概ね満足。帳票の自由度がもう少しあると良い。',
      '機能は十分ですが、端末の反応が時々遅いです。',
      '便利になった一方、マスタ整備に手間がかかっている。',
      '夜勤の人にはまだ浸透しきっていません。',
      '集計画面の見方が難しく、毎回聞いてしまいます。',
      '使える人と使えない人の差が大きい。教育をもう一度お願いしたい。',
      '特に不満はないが、他と比べたことがないので何とも言えません。',
      '通信が不安定な場所では少し不便。',
      '良いと思いますが、全機能の半分も使えていない気がします。',
      'ラベル印刷の設定がもう少し簡単だと助かる。',
      '要望への対応は早くなってきました。次の改善に期待。',
      '更新のたびに画面の位置が変わるのは困ります。',
    ],
    low: [
      '入力項目が多く、現場からは「前の紙の方が早い」と言われている。',
      '要望を出しても進捗が分からない。',
      '担当が変わるたびに同じ説明をしている。',
      '障害時の連絡が遅かった。',
      '費用に見合う効果を社内で説明できていません。',
      '結局、紙と二重に記録している。手間が増えただけに感じる。',
      '端末の待ち時間が長く、急ぎの便では使えない。',
      '導入時に聞いていた話と違う点がいくつかある。',
      '操作を知っている人が辞めてしまい、使い方が分からない。',
      '問い合わせても「仕様です」で終わることが多い。',
    ],
  },
  en: {
    high: [
      'Counting a whole aisle takes one person and one morning now.',
      'New hires pick on their first day. That alone paid for it.',
      'Support answers before I have finished my coffee.',
      'Mis-ships are down to a handful a month. Good product, good people.',
      'Our techs stopped losing inspection sheets in the van.',
      'I showed it to our sister site and they want it too.',
      'We finally argue about facts in the morning meeting.',
      'Nobody hunts for stock any more.',
      'Our check-ins always end with something we can do.',
      'Month end closes a day earlier.',
      'Even the skeptics on the dock stopped complaining.',
    ],
    mid: [
      'Does the job. Reports could be more flexible.',
      'Works well on the new handhelds, less so on the old ones.',
      'Fine for the day shift, night crew still uses paper.',
      'Item master clean-up was more work than we were told.',
      'Good, though I suspect we use half of it.',
      'Some people get it, some do not. We need another round of training.',
      'Label setup is fiddly.',
      'Please stop moving buttons around.',
      'No complaints, no fireworks.',
    ],
    low: [
      'Too many taps to close one work order.',
      'We asked for multi-photo a year ago and still do not know when.',
      'I keep explaining our setup to a new person each time.',
      'Hard to show my boss what we get for the money.',
      'We still write everything twice.',
      'The one person who knew the system left.',
      'Every question ends with "works as designed".',
      'Too slow when the trucks are waiting.',
    ],
  },
};

const BASE = {
  growing: 8.6,
  steady: 8,
  slow: 7,
  falling: 5.6,
  flat: 7.3,
  sinking: 7,
  seasonal: 7.8,
  ramp: 9,
  returned: 8,
  troubled: 7.4,
  'admins-only': 6.6,
  stalled: 6,
  'rising-fast': 8.5,
};
const WAVES = [690, 508, 326, 143];

/** Answers that stories fix: daysAgo, role, score, comment. */
const FIXED = {
  'usage-up-nps-down': [
    [326, 'champion', 9, '出荷の繁忙期を初めて残業なしで乗り切れました。'],
    [143, 'champion', 7, '物量が増え、画面の反応が遅い時間帯が出てきています。'],
    [
      12,
      'champion',
      4,
      '使わざるを得ないので使用量は増えていますが、ピーク時の遅さで現場の不満が大きいです。改善の見通しを知りたい。',
    ],
    [11, 'field-manager', 3, '夕方の波で毎日待たされる。応援を入れても端末待ちになる。'],
  ],
  'champion-left': [
    [48, 'champion', 9, '全センターの棚卸差異が目標を下回りました。ここまで伴走していただき感謝しています。'],
  ],
  escalation: [
    [
      20,
      'champion',
      3,
      'Two outages and no written root cause. My team is back on spreadsheets for controlled items.',
    ],
  ],
  'detractor-no-follow-up': [
    [
      32,
      'champion',
      2,
      'Nobody from your side has asked how the second site is going. It is not going well.',
    ],
  ],
  'early-win': [
    [15, 'champion', 10, '導入一か月で点検報告の作成時間が半分以下になりました。社長にも報告済みです。'],
  ],
  'healthy-large': [
    [143, 'champion', 10, '全国12拠点の在庫が一つの画面で見えるようになった。もう戻れません。'],
    [30, 'executive-sponsor', 9, '欠品による緊急配送費が前年の三分の一。投資判断は正しかった。'],
  ],
  'support-quiet': [[143, 'champion', 6, '忙しくて新しい機能までは手が回っていません。']],
  churn: [
    [
      326,
      'champion',
      4,
      '要望していたロット管理の改善が一年以上進んでいません。社内で見直しの声が出ています。',
    ],
  ],
};

function band(score) {
  return score >= 9 ? 'high' : score >= 7 ? 'mid' : 'low';
}

function isHere(account, day) {
  if (day < Math.max(account.startDay + 60, WINDOW_START + 5)) return false;
  if (account.endDay !== undefined && day > account.endDay - 20) return false;
  return account.leftDay === undefined || day < account.leftDay || day > account.backDay + 50;
}

function answer(account, kind, wave, day, contact, score, comment, random) {
  const at = instant(workday(day), random.int(8 * 60, 19 * 60), account.zone);
  return { account, kind, wave, at, contact, score, comment };
}

function waveAnswers(account, random, fixed) {
  const answers = [];
  const said = Object.fromEntries(
    Object.entries(COMMENTS[account.lang]).map(([key, list]) => [
      key,
      bag(
        random,
        list.filter((one) => fits(account, one)),
      ),
    ]),
  );
  for (const daysAgo of WAVES) {
    for (const role of ['champion', 'field-manager', 'executive-sponsor']) {
      const day = ago(daysAgo + random.int(-6, 9));
      const asked = role === 'champion' ? 0.9 : role === 'field-manager' ? 0.65 : 0.35;
      const contact = contactOn(account, [role], day);
      if (!isHere(account, day) || !random.chance(asked) || contact === undefined) continue;
      if (fixed.some((one) => one[0] === daysAgo && one[1] === role)) continue;
      const score = Math.max(0, Math.min(10, Math.round(BASE[account.shape] + random.bell() * 3.6)));
      const comment = random.chance(0.68) ? said[band(score)]() : '';
      answers.push(answer(account, 'nps', 'Relationship survey', day, contact, score, comment, random));
    }
  }
  return answers;
}

const TRAINING = {
  ja: [
    '実機を触りながらで分かりやすかった。',
    '資料を後から見返せるのが助かります。',
    '少し駆け足でした。もう一度聞きたい。',
    '',
  ],
  en: [
    'Hands-on part was the best bit.',
    'Would have liked more time on counts.',
    'Clear and to the point.',
    '',
  ],
};

function trainingAnswers(account, random) {
  if (
    account.startDay + 20 < WINDOW_START ||
    !isHere(account, account.startDay + 60) ||
    account.story === 'stalled-onboarding'
  )
    return [];
  return ['field-manager', 'admin'].map((role) => {
    const score = Math.max(2, Math.min(5, Math.round(4.3 + random.bell())));
    const contact = contactOn(account, [role], account.startDay + 30);
    const day = account.startDay + random.int(24, 45);
    return answer(
      account,
      'csat',
      'After training',
      day,
      contact,
      score,
      random.pick(TRAINING[account.lang]),
      random,
    );
  });
}

export function buildSurveys(seed, accounts) {
  const all = [];
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'surveys');
    const fixed = FIXED[account.story] ?? [];
    if (account.story !== 'quiet-account')
      all.push(...waveAnswers(account, random, fixed), ...trainingAnswers(account, random));
    for (const [daysAgo, role, score, comment] of fixed) {
      const contact = contactOn(account, [role], ago(daysAgo));
      all.push(answer(account, 'nps', 'Relationship survey', ago(daysAgo), contact, score, comment, random));
    }
  }
  all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const [index, one] of all.entries()) one.id = `R-${7001 + index}`;
  return all;
}
