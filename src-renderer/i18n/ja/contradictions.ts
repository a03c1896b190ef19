/** Japanese words of contradictions and of the rules of one's own. */
import type { Said } from '../en/alerts.ts';
import type { contradictions as english } from '../en/contradictions.ts';
import { formatsFor, isoDateOf } from '../format.ts';
import { FOUR_WEEKS } from '../measure-numbers.ts';
import { formatCount } from '../plural.ts';
import { renewing } from './alerts.ts';
import { wholeOf } from './measure-figures.ts';

const days = (count: number | undefined) => `${formatCount(count ?? 0)}日`;

function usage({ said, number, text }: Said): string {
  const half = number('usage-half-year');
  if (half === undefined) return said('usage-trend');
  return `利用量が半年前と比べて${text('usage-half-year').replace(/^[+−]/, '')}${half < 0 ? '減りました' : '増えました'}`;
}

function answer({ text, person, said, number }: Said): string {
  if (number('nps-answer') === undefined) return said('nps');
  const who = person('nps-answer');
  return `最新のNPS回答${who === undefined ? '' : `（${who}さん）`}は${text('nps-answer')}点です`;
}

/** 週ごとの人数からは「少なくとも」しか言えない。 */
function fewActive({ signal, said }: Said): string {
  const rate = signal('active-rate');
  if (rate?.atLeast !== true) return said('active-rate');
  const of = wholeOf(rate);
  const day = (at: number) => formatsFor('ja').dateShort(isoDateOf(at));
  return `${day(rate.at - FOUR_WEEKS)}から${day(rate.at)}までのどの集計でも、利用者は${of}のうち${formatCount(rate.n ?? 0)}人以下です`;
}

function partOf({ number, text }: Said, what: string): string {
  return number(what) === 1 ? '全員' : text(what);
}

export const contradictions: typeof english = {
  title: '矛盾シグナル',
  rules: {
    'usage-up-nps-low': {
      title: '利用は増加、NPSは低い',
      sentence: (said) => `${usage(said)}。一方、${answer(said)}。`,
      hypothesis:
        '使いたいからではなく、使わざるを得ないために増えている可能性があります。量が増えた分、手間のかかる所が目立っています。決める人には利用量が、使う人には不便が見えています。',
      question: 'どの作業に一番時間がかかっているかを伺い、実際の様子を見せていただく',
      nextStep: '忙しい時間帯に現場を訪問し、直すことを一つ決める',
    },
    'usage-up-no-outcome': {
      title: '利用は増加、成果は未測定',
      sentence: (said) =>
        `${usage(said)}。一方、${said.number('no-objective') === undefined ? '成果はまだ測定されていません' : '目標は記録されていません'}。`,
      hypothesis:
        '毎日使われているのに、何が良くなったかを誰も言えない状態です。更新のときには「成果のない費用」に見えてしまいます。',
      question: 'そろそろ動いているはずの数字は何かを伺う',
      nextStep: '基準値のある成果を一つ決めて測る',
    },
    'onboarded-few-active': {
      title: 'オンボーディング完了、利用者は少数',
      sentence: (said) => `オンボーディングは完了しています。一方、${fewActive(said)}。`,
      hypothesis:
        '書類の上では完了していても、覚えたのは一部の方だけで、他の方は以前のやり方のままかもしれません。必要以上の席数を契約している可能性もあります。',
      question: '今使っているはずの方はどなたか、代わりに何をお使いかを伺う',
      nextStep: '使っていない方向けに、二回目の研修を計画する',
    },
    'sentiment-good-health-falling': {
      title: '感触は良好、ヘルスは低下',
      sentence: ({ said, text }) =>
        `${said('sentiment')}。一方、ヘルスは30日間で${text('score-change').replace(/^−/, '')}点下がりました。`,
      hypothesis:
        'お会いする方は満足していても、お会いしていない方が離れつつあるのかもしれません。または、感触が変化より前のものです。',
      question: 'この4週間で変わったことを伺う',
      nextStep: '下がった指標を確認し、感触を付け直す',
    },
    'nps-high-champion-changed': {
      title: 'NPSは高い、チャンピオンは離任',
      sentence: (said) => {
        const changed = said.number('champion-changed');
        if (changed !== undefined) {
          const before = said.person('champion-changed');
          return `${answer(said)}。一方、${before === undefined ? 'チャンピオン' : `チャンピオンだった${before}さん`}の役割が${changed === 0 ? '本日' : `${days(changed)}前に`}変わっています。`;
        }
        const who = said.person('champion-left');
        return `${answer(said)}。一方、${who === undefined ? 'チャンピオン' : `チャンピオンの${who}さん`}は${said.number('champion-left') === 0 ? '本日' : `${days(said.number('champion-left'))}前に`}離任しています。`;
      },
      hypothesis: '良い回答は、もういない方の見方かもしれません。後任の方は違う見方をする可能性があります。',
      question: '今後この件を決める方はどなたかを伺う',
      nextStep: '後任の方に面会し、目標と成果を改めて確認する',
    },
    'support-quiet-usage-falling': {
      title: '問い合わせは静か、利用は減少',
      sentence: (said) =>
        `問い合わせは静かです（13週間で${said.number('tickets-quarter') === 0 ? 'チケットなし' : `${formatCount(said.number('tickets-quarter') ?? 0)}件`}、通常は${said.text('tickets-usual')}件）。一方、${usage(said)}。`,
      hypothesis:
        '順調だからではなく、離れつつあるために静かなのかもしれません。使わない人は質問もしません。',
      question: '今その作業を何で行っているかを伺う',
      nextStep: '今週電話し、チケットではなく日々の業務について伺う',
    },
    'healthy-no-executive': {
      title: 'ヘルスは良好、更新前に経営層との接点なし',
      sentence: (known) => {
        const { number, said } = known;
        const left = number('renewal-days') ?? 0;
        const near = `ヘルスは良好で、${renewing(known)}は${left === 0 ? '本日' : left === 1 ? '明日' : `${days(left)}後`}です。`;
        if (number('no-executive') !== undefined)
          return `${near}一方、先方の経営層の担当者がまだ分かっていません。`;
        const silent = said('executive-contact');
        return `${near}一方、${silent === '' ? '経営層との接点の記録がありません' : silent}。`;
      },
      hypothesis:
        '使っている方は満足していても、決裁する方にはあまり伝わっていないかもしれません。予算の見直しがあれば不意打ちになります。',
      question: '更新を決裁する方はどなたか、何をお見せすればよいかを伺う',
      nextStep: ({ number }) =>
        number('no-executive') === undefined
          ? '経営層の方に30分いただき、成果を三つ、1枚にまとめてお持ちする'
          : 'ご紹介をお願いし、成果を三つ、1枚にまとめてお持ちする',
    },
    'forecast-renew-escalated': {
      title: '更新見込みは高い、重大チケットは未解決',
      sentence: ({ text, number }) =>
        `更新見込みは${text('forecast')}です。一方、重大なチケットが${formatCount(number('severe-tickets') ?? 0)}件、未解決です。`,
      hypothesis: '見込みがチケットより前のものか、チケットを見ていない人が付けたものかもしれません。',
      question: '更新がこれらのチケットに左右されるかを伺う',
      nextStep: 'サポートとチケットごとの期日を決め、聞かれる前にお伝えする',
    },
    'admins-active-field-not': {
      title: '管理者は利用、現場は未利用',
      sentence: (said) =>
        `管理者の${partOf(said, 'admins-active')}が利用しています。一方、現場では${said.number('field-active') === 0 ? '誰も利用していません' : `${said.text('field-active')}だけが利用しています`}。`,
      hypothesis: '事務所が現場の代わりに入力しているのかもしれません。現場が使うものになっていません。',
      question: 'どなたが、いつ入力しているかを伺う',
      nextStep: '一つの勤務帯を見学し、現場が使えない理由を取り除く',
    },
    'detractor-no-follow-up': {
      title: '批判的な回答、フォローなし',
      sentence: ({ text, person, day }) => {
        const who = person('nps-answer');
        return `${who === undefined ? 'どなたか' : `${who}さん`}が${day('nps-answer')}にコメント付きで10点中${text('nps-answer')}点と回答しました。その後の接点もタスクもありません。`;
      },
      hypothesis:
        '困っていることを伝えたのに、返事がない状態です。沈黙は「気にしていない」と受け取られます。',
      question: '何があったか、どうなれば良いかを伺う',
      nextStep: '電話で回答のお礼を伝え、いつまでに何をするかをお話しする',
    },
  },
  stripLabel: 'このアカウントの矛盾シグナル',
  findingsTitle: 'アラートと矛盾シグナル',
  alertsLabel: 'このアカウントのアラート',
  moreAlerts: (count) => `ほか${formatCount(count)}件のアラート`,
  fewerAlerts: 'アラートを減らす',
  own: (name, first, second) => `${name}：${first}。一方、${second}。`,
  ownFact: (name, value) => `${name}は${value}です`,
  ownRose: (name, value) => `${name}は${value}に上がりました`,
  ownFell: (name, value) => `${name}は${value}に下がりました`,
  ownMissing: (name) => `${name}がありません`,
  goneRule: '独自のルール',

  facts: '二つの事実',
  hypothesisLabel: '考えられること',
  askLabel: '聞く相手',
  nextLabel: '次の一手',
  ask: (who, question) => `${who}さんに、${question}。`,
  askUnknown: (role, question) => `${role}がまだ分かっていません。どなたかを確認し、${question}。`,
  person: (name, role) => `${role}の${name}`,

  accept: '対応する',
  acceptHint: '完了にするまで、リスクとして「今日」に残ります。',
  explain: '説明を残す',
  dismiss: '却下',
  accepted: (what) => `対応します：${what}`,
  explained: (what) => `説明を残しました：${what}`,
  dismissed: (what) => `却下しました：${what}`,
  settledUntil: (state, day, by) => `${state}（${day}まで${by === '' ? '' : `、${by}`}）`,
  reopen: 'もう一度表示',

  rulesTitle: '独自のルール',
  rulesIntro:
    'Kizunaが見つける10種類のほかに、独自の矛盾シグナルを作れます。一つのアカウントで同時に起きてはおかしい二つの事実を選びます。',
  rulesEmpty: '独自のルールはまだありません',
  addRule: 'ルールを追加',
  editRule: (name) => `「${name}」を編集`,
  removeRule: (name) => `「${name}」を削除`,
  ruleOn: (name) => `「${name}」を使う`,
  name: '名前',
  sideA: '一つ目の事実',
  sideB: '二つ目の事実',
  of: '対象',
  test: '条件',
  value: '値',
  readsAs: (said) => `読み方：${said}`,
  measures: '指標',
  fields: 'アカウントの項目',
  columns: '独自の列',
  tests: {
    rises: '上がる',
    falls: '下がる',
    above: 'より大きい',
    below: 'より小さい',
    is: 'と等しい',
    missing: 'がない',
  },
  while: '一方で',
  choose: '選択',
  ownCurrency: '金額で入力します。アカウントごとの通貨で比べます',
  dayTests: { above: 'より後', below: 'より前' },
  sideText: (name, test, value, isDay) => {
    if (isDay && test === 'above') return `${name}が${value}より後`;
    if (isDay && test === 'below') return `${name}が${value}より前`;
    switch (test) {
      case 'rises':
        return `${name}が上がる`;
      case 'falls':
        return `${name}が下がる`;
      case 'above':
        return `${name}が${value}より大きい`;
      case 'below':
        return `${name}が${value}より小さい`;
      case 'is':
        return `${name}が${value}と等しい`;
      case 'missing':
        return `${name}がない`;
    }
  },
  ruleText: (first, second) => `${first}、一方で${second}`,
  hypothesis: '考えられること',
  askWhat: '誰に何を聞くか',
  nextStep: '次の一手',
  save: 'ルールを保存',
  cancel: 'キャンセル',
  saved: (name) => `ルールを保存しました：${name}`,
  removed: (name) => `ルールを削除しました：${name}`,
  switchedOn: (name) => `ルールを使います：${name}`,
  switchedOff: (name) => `ルールを止めました：${name}`,
  nameNeeded: '名前を入力してください。',
  reach: (hits, data) =>
    `現在${formatCount(hits)}件のアカウントが該当（両方のデータがあるのは${formatCount(data)}件）`,
  reachSaved: '該当するアカウントの数は、保存すると表示されます。',
  noData:
    '両方の事実のデータがあるアカウントはありません。データがそろうまで、このルールは何も表示しません。',
  troubles: {
    unknown: (of) => `「${of}」はもうありません。別の対象を選んでください。それまでこのルールは休みます。`,
    'needs-number': (of) => `「${of}」には比べる数値が必要です。`,
    'needs-day': (of) => `「${of}」には比べる日付が必要です。`,
    'needs-value': (of) => `「${of}」には比べる値が必要です。`,
    'no-history': (of) =>
      `日ごとに記録しているのは指標だけです。「${of}」は比べられますが、上がる・下がるは判定できません。`,
  },
  risesHint: '30日間で1割以上動いたとき、上がる・下がるとみなします。',
  openEditor: '矛盾シグナルの独自ルール',
};
