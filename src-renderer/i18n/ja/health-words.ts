/** Japanese words of health that several screens share. */
import type {
  ChangePart,
  HelpfulStep,
  SentenceFact,
  StepUnit,
  SummarySentence,
} from '#shared/domain/health/health-terms.ts';
import type { MeasureId } from '#shared/model/health.ts';
import type { healthWords as english } from '../en/health-words.ts';
import type { Effect } from '../en/measure-figures.ts';
import { tenths } from '../finer.ts';
import { formatCount } from '../plural.ts';
import { healthMeasures } from './health-measures.ts';
import { percent } from './measure-figures.ts';

const bands: (typeof english)['bands'] = {
  healthy: '健全',
  watch: '注意',
  'at-risk': '危険',
  unknown: 'データ不足',
};

const causes: (typeof english)['causes'] = {
  value: '値が変わった',
  appeared: 'データがそろった',
  missing: 'データが足りなくなった',
  aged: 'データが古くなった',
  weight: '重みが変わった',
  curve: '曲線が変わった',
};

/** Whole points; one digit where a whole one would say nothing. */
function figure(points: number): string {
  const size = Math.abs(points);
  return size >= 0.95 || size < 0.05 ? String(Math.round(size)) : size.toFixed(1);
}

function points(change: number): string {
  const text = figure(change);
  if (text === '0') return '±0';
  return `${change < 0 ? '−' : '+'}${text}`;
}

const steps: Readonly<Record<StepUnit, (count: number) => string>> = {
  'active-users': (n) => `利用者があと${formatCount(n)}人増える`,
  'users-a-week': (n) => `4週間の利用者があと${formatCount(n)}人増える`,
  'uses-a-week': (n) => `利用が週にあと${formatCount(n)}回増える`,
  'uses-each': (n) => `1人あたりの利用が週にあと${formatCount(n)}回増える`,
  features: (n) => `あと${formatCount(n)}機能が使われる`,
  'fewer-tickets': (n) => `4週間の新しいチケットが${formatCount(n)}件減る`,
  'close-tickets': (n) => `未解決のチケットを${formatCount(n)}件解決する`,
  'close-severe': (n) => `重大なチケットを${formatCount(n)}件解決する`,
  'hours-faster': (n) => `解決を${formatCount(n)}時間早める`,
  promoters: (n) => `推奨者の回答があと${formatCount(n)}件入る`,
  'satisfied-answers': (n) => `満足の回答があと${formatCount(n)}件入る`,
  touch: () => '本日接点をもつ',
  'executive-touch': () => '経営層と接点をもつ',
  'champion-touch': () => 'チャンピオンと接点をもつ',
  'name-champion': () => '新しいチャンピオンが決まる',
  growth: (n) => `経常収益が${formatCount(n)}%増える`,
  renew: () => '1年更新する',
  'onboarding-points': (n) => `オンボーディングが${formatCount(n)}ポイント進む`,
  'plan-points': (n) => `プランが${formatCount(n)}ポイント進む`,
  'pay-invoice': () => '遅れている請求が支払われる',
  'sentiment-steps': (n) => `感触が${formatCount(n)}段階上がる`,
};

const pair = (value: number, coverage: number) =>
  `${Math.round(value)}（重みの${percent(coverage)}から算出）`;
const names = (measures: readonly MeasureId[]) => measures.map((id) => healthMeasures[id].name).join('、');
const said = ({ measure, signal }: SentenceFact, as: Effect) => healthMeasures[measure].said(signal, as);
const missing = (needs: readonly MeasureId[]) =>
  needs.length === 0 ? '' : `データが足りない指標：${names(needs)}。`;

const part: (typeof english)['part'] = ({ measure, points: change }) =>
  `${healthMeasures[measure].name} ${points(change)}`;

function mainPoints({ cause, points: change }: ChangePart): string {
  return cause === 'value' ? points(change) : `${points(change)}、${causes[cause]}`;
}

function moved(change: NonNullable<Extract<SummarySentence, { type: 'scored' }>['change']>): string {
  const way = `${formatCount(change.days)}日前より${figure(change.points)}点${change.points < 0 ? '低く' : '高く'}`;
  return change.main === undefined
    ? `${way}なりました。`
    : `${way}、主な要因は${healthMeasures[change.main.measure].name}（${mainPoints(change.main)}）です。`;
}

function counting(coverage: number): string {
  return coverage > 0
    ? `有効なデータがあるのは重みの${percent(coverage)}だけです`
    : '有効なデータはまだありません';
}

function sentence(summary: SummarySentence): string {
  if (summary.type === 'no-data')
    return `データ不足です。${counting(summary.coverage)}。${missing(summary.needs)}`;
  const { drag, lift, change, band, value, coverage } = summary;
  const facts = [
    ...(drag === undefined
      ? []
      : [
          `${said(drag, 'drag')}。${drag.points === undefined ? '' : `これがスコアを${figure(drag.points)}点下げています。`}`,
        ]),
    ...(lift === undefined ? [] : [`${drag === undefined ? '' : '一方、'}${said(lift, 'lift')}。`]),
  ];
  const moves = change === undefined ? '' : moved(change);
  return `${bands[band]}：${pair(value, coverage)}。${facts.join('')}${moves}${missing(summary.needs)}`;
}

export const healthWords: typeof english = {
  title: 'ヘルス',
  score: 'ヘルススコア',
  measures: healthMeasures,
  bands,
  groups: {
    usage: '利用状況',
    support: 'サポート',
    voice: '顧客の声',
    relationship: '関係',
    contract: '契約',
    progress: '進み具合',
  },
  causes,
  scorecards: {
    'saas-high-touch': 'SaaS ハイタッチ',
    'saas-low-touch': 'SaaS ロータッチ',
    'saas-tech-touch': 'SaaS テックタッチ',
  },
  sources: {
    usage: '利用状況',
    ticket: 'チケット',
    survey: 'アンケート',
    activity: 'タイムライン',
    contact: '担当者',
    subscription: '契約',
    account: 'アカウント',
    plan: 'サクセスプラン',
  },
  states: { present: '反映', missing: 'データなし', stale: '期限切れ' },
  pair,
  points,
  tenths,
  part,
  step: ({ unit, count, gain }: Pick<HelpfulStep, 'unit' | 'count' | 'gain'>) =>
    `${steps[unit](count)}：${points(gain)}`,
  sentence,
  needs: names,
  judged: '担当CSM',
  reconstructed: '履歴から復元',
  stale: (age, shelf) => `${formatCount(age)}日前のデータ（有効期間${formatCount(shelf)}日）`,
};
