/** Japanese words of alerts and of the facts behind them. */
import type { Signal } from '#shared/model/health.ts';
import type { alerts as english, Said } from '../en/alerts.ts';
import { formatCount } from '../plural.ts';

const days = (count: number | undefined) => `${formatCount(count ?? 0)}日`;
const ago = (count: number) => (count < 1 ? '本日' : `${days(count)}前`);
const ahead = (count: number, on: string) =>
  count === 0 ? '本日' : count === 1 ? '明日' : `${days(count)}後（${on}）`;
const isOver = (signal: Signal | undefined) => (signal?.n ?? 0) > (signal?.of ?? Number.POSITIVE_INFINITY);

/** 何を数えるかで助数詞が変わる。 */
const COUNTERS: Readonly<Record<string, string>> = {
  'no-champion': '人',
  'no-executive': '人',
};

const left = (count: number) => (count < 1 ? '本日' : `${days(count)}前に`);

function executive({ number, said }: Said): string {
  if (number('no-executive') !== undefined) return '先方の経営層の担当者がまだ分かっていません。';
  const since = number('executive-contact');
  return since !== undefined && since > 90 ? `${said('executive-contact')}。` : '';
}

/** アカウント自身の更新日でなければ、契約のうちの一つの更新にすぎない。 */
export function renewing({ source }: Said): string {
  return source('renewal-on') === 'subscription' ? '契約の一つの更新' : '契約更新';
}

function renewal(said: Said): string {
  const remaining = said.number('renewal-days') ?? 0;
  const on = said.text('renewal-on');
  if (remaining < 0)
    return `${renewing(said)}日（${on}）から${days(-remaining)}たちましたが、その後の契約が記録されていません。`;
  const forecast = said.text('forecast');
  return `${renewing(said)}は${ahead(remaining, on)}です。${forecast === '' ? '' : `更新見込みは${forecast}です。`}${executive(said)}`;
}

export const alerts: typeof english = {
  types: { risk: 'リスク', opportunity: '機会', lifecycle: 'ライフサイクル', activity: '活動' },
  reasons: {
    'band-fell': 'ヘルス低下',
    'score-fell': 'ヘルス低下',
    'champion-left': 'チャンピオン離任',
    'severe-tickets': '重大チケット',
    'renewal-lost': '更新なし',
    renewal: '契約更新',
    'checkpoint-onboarding': 'オンボーディング長期化',
    'checkpoint-operation': '利用が不定期',
    'checkpoint-field-use': '現場活用が半数未満',
    'checkpoint-outcome': '成果が未測定',
    'checkpoint-renewal': '更新前の会話なし',
    'objective-overdue': '目標の期限超過',
    'contact-agreed': '予定の接点',
    drifting: '接点なし',
    'seats-nearly-used': 'ライセンスに余裕なし',
  },
  facts: {
    'usage-half-year': '利用量（半年前との比較）',
    'nps-answer': 'NPSの回答',
    'outcomes-measured': '測定した成果',
    'no-objective': '記録された目標',
    objective: '目標',
    'objective-due': '期限',
    'objective-late': '超過',
    'objectives-overdue': '期限を過ぎた目標',
    stage: 'ステージ',
    'score-change': '30日間のヘルスの変化',
    score: 'ヘルススコア',
    'score-before': '以前のヘルススコア',
    band: 'ヘルス',
    'band-before': '以前のヘルス',
    'tickets-quarter': '13週間のチケット',
    'tickets-usual': '13週間の通常の件数',
    'champion-left': 'チャンピオンの離任',
    'champion-changed': 'チャンピオンの役割変更',
    'no-champion': '現在のチャンピオン',
    'renewal-on': '契約更新日',
    'renewal-days': '更新までの期間',
    'no-executive': '分かっている経営層',
    'executive-days': '経営層との接点',
    forecast: '更新見込み',
    'deal-lost': '更新商談の失注日',
    'severe-tickets': '重大なチケット',
    'admins-active': '利用中の管理者',
    'field-active': '利用中の現場ユーザー',
    'open-tasks': 'その後のタスクと接点',
    'touch-days': '最後の接点',
    'no-touch-since': '接点が確認できない期間の始まり',
    'touch-allowed': '接点の間隔の目安',
    'contact-agreed': '次回の接点の予定日',
    'contact-late': '予定日の超過',
    'onboarding-days': 'オンボーディング経過日数',
    'weeks-in-use': '利用のあった週（直近8週）',
    'no-talk': '会話の記録',
    'talk-days': '最後の会話',
  },
  nextSteps: {
    'band-fell': () => '何が変わったかを確認し、次の一手を決める',
    'score-fell': () => '何が変わったかを確認し、次の一手を決める',
    'champion-left': () => '後任のチャンピオンを確認して面会する',
    'severe-tickets': ({ number }) =>
      number('severe-tickets') === 1
        ? '重大チケットの対応期日を決める'
        : '重大チケットごとに対応期日を決める',
    'renewal-lost': () => '更新しない理由と、何が違えば続けられたかを伺う',
    renewal: ({ number }) =>
      (number('renewal-days') ?? 0) < 0
        ? '更新の結果を確認して記録する'
        : '更新の準備：成果を1枚に、決裁者と期日を確認',
    'checkpoint-onboarding': () => '最初の成果までに足りないものを確認する',
    'checkpoint-operation': () => '毎週の業務の中で使う場面を決める',
    'checkpoint-field-use': () => 'まだ使っていない方とその理由を確認する',
    'checkpoint-outcome': () => '基準値のある成果を一つ決めて測る',
    'checkpoint-renewal': () => '更新についてお話しする日を決める',
    'objective-overdue': () => '現在の値を測り、期限か進め方を改めて決める',
    'contact-agreed': ({ number }) =>
      number('contact-late') === undefined
        ? '予定どおりお会いする、または連絡を取る'
        : '連絡を取り、新しい日を決める',
    drifting: () => '連絡を取る',
    'seats-nearly-used': ({ signal }) =>
      isOver(signal('active-rate')) ? '足りないライセンスについて話し合う' : '他に使っていただきたい方を伺う',
  },
  sentences: {
    'band-fell': ({ text }) =>
      `ヘルスが「${text('band-before')}」から「${text('band')}」に変わりました${
        text('score-change') === '' ? '' : `（30日間で${text('score-change')}点）`
      }。`,
    'score-fell': ({ text }) =>
      `ヘルスが30日間で${text('score-change').replace(/^−/, '')}点下がり、現在${text('score')}点です。`,
    'champion-left': ({ number, person }) => {
      const changed = number('champion-changed');
      if (changed !== undefined) {
        const before = person('champion-changed');
        return `${before === undefined ? 'チャンピオン' : `チャンピオンの${before}さん`}の役割が${left(changed)}変わり、後任が決まっていません。`;
      }
      const who = person('champion-left');
      return `${who === undefined ? 'チャンピオン' : `チャンピオンの${who}さん`}が${left(number('champion-left') ?? 0)}離任し、後任が決まっていません。`;
    },
    'severe-tickets': ({ number }) =>
      `重大なチケットが${formatCount(number('severe-tickets') ?? 0)}件、未解決です。`,
    'renewal-lost': ({ number, text }) =>
      `契約は${ahead(number('renewal-days') ?? 0, text('renewal-on'))}に終了します。更新の商談は失注として終わっています。`,
    renewal,
    'checkpoint-onboarding': ({ number, said }) => {
      const active = said('active-rate');
      return `オンボーディングが${days(number('onboarding-days'))}続いています${active === '' ? '' : `（${active}）`}。`;
    },
    'objective-overdue': ({ text, number }) => {
      const others = (number('objectives-overdue') ?? 1) - 1;
      return `目標「${text('objective')}」の期限（${text('objective-due')}）から${days(number('objective-late'))}過ぎています${
        others > 0 ? `。ほかに${formatCount(others)}件が期限を過ぎています` : ''
      }。`;
    },
    'checkpoint-operation': ({ number }) => {
      const weeks = number('weeks-in-use') ?? 0;
      return weeks === 0
        ? '直近8週は一度も利用がありません。'
        : `直近8週のうち、利用があったのは${weeks}週だけです。`;
    },
    'checkpoint-field-use': ({ said }) => `現場活用が利用者の半数に届いていません。${said('active-rate')}。`,
    'checkpoint-outcome': ({ text }) =>
      `ステージは「${text('stage')}」ですが、成果がまだ測定されていません。`,
    'checkpoint-renewal': (said) => {
      const { number, text } = said;
      const talk = number('talk-days');
      const silent =
        talk === undefined
          ? '会議・電話・訪問・四半期レビューの記録がまだありません'
          : `記録にある最後の会話は${ago(talk)}です`;
      return `${renewing(said)}は${ahead(number('renewal-days') ?? 0, text('renewal-on'))}です。${silent}。`;
    },
    drifting: ({ number, text }) =>
      `${text('no-touch-since') === '' ? `最後の接点は${ago(number('touch-days') ?? 0)}です` : `${text('no-touch-since')}以降の接点が確認できません`}${
        number('touch-allowed') === undefined
          ? ''
          : `（目安は${number('touch-allowed') === 1 ? '毎日' : `${days(number('touch-allowed'))}に1回`}）`
      }。`,
    'contact-agreed': ({ text, number }) => {
      const late = number('contact-late') ?? 0;
      return late === 0
        ? '次回の接点の予定日は本日です。'
        : `次回の接点の予定日（${text('contact-agreed')}）から${days(late)}過ぎていますが、接点の記録がありません。`;
    },
    'seats-nearly-used': ({ said, number, signal }) =>
      isOver(signal('active-rate'))
        ? `${said('active-rate')}。`
        : `ライセンスが${(number('active-rate') ?? 0) >= 1 ? 'すべて' : 'ほぼ'}使われています（${said('active-rate')}）。`,
  },
  accepted: '対応する矛盾シグナル',
  days,
  never: '記録なし',
  ago,
  until: (count) => (count < 0 ? `${days(-count)}経過` : count === 0 ? '本日' : `あと${days(count)}`),
  count: (what, count) => `${formatCount(count)}${COUNTERS[what] ?? '件'}`,
  noneSince: 'なし',
  missing: '値なし',
  factSources: {
    health: 'ヘルススコア',
    opportunity: '商談',
    task: 'タスク',
    cadence: '接点頻度',
  },
  onDay: (source, day) => `${source}、${day}`,
};
