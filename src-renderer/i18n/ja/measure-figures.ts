/** Japanese words for the figures of a measure. */
import type { Signal } from '#shared/model/health.ts';
import type { Effect } from '../en/measure-figures.ts';
import { fixed } from '../finer.ts';
import { formatsFor, isoDateOf } from '../format.ts';
import { isLevel, isOver, number, one, STEADY } from '../measure-numbers.ts';
import { formatCount } from '../plural.ts';
import { typicalPair } from '../typical-pair.ts';

/** 0でも全部でもないものを、丸めて0%や100%にしない。 */
export function percent(share: number, finer = 0): string {
  if (finer > 0) return `${fixed(share * 100, finer)}%`;
  if (share > 0 && share < 0.005) return '1%未満';
  return share >= 0.995 && share < 1 ? '99%超' : `${formatCount(Math.round(share * 100))}%`;
}

/** What the objectives have come to, where they are recorded here. */
export function plan({ source, value, n, of }: Signal): string | undefined {
  if (source !== 'plan' || n === undefined || of === undefined) return undefined;
  return value >= 1
    ? `遅れなし（今日までの見込み${percent(of)}）`
    : `見込み${percent(of)}に対して${percent(n)}まで進んでいます`;
}

export const dayOf = ({ at }: Pick<Signal, 'at'>) => formatsFor('ja').date(isoDateOf(at));
export const days = (value: number, finer = 0) => `${fixed(value, finer)}日`;
export const hours = (value: number, finer = 0) =>
  value < 1
    ? `${fixed(value * 60, finer)}分`
    : value < 48
      ? `${number(value, finer)}時間`
      : `${number(value / 24, finer)}日`;
export const answers = (n: number | undefined) => (n === undefined ? '' : `（回答${formatCount(n)}件）`);
export const pairOf = ({ n, of }: Signal, unit: string) =>
  n === undefined || of === undefined
    ? ''
    : typicalPair(n, of, 'ja')
        .map((each) => `${each}${unit}`)
        .toReversed()
        .join('→');
export const against = (signal: Signal) => {
  const figures = pairOf(signal, '回');
  return figures === '' ? '' : `（${signal.span === undefined ? '週' : '4週間で'}${figures}）`;
};
export const season = (signal: Signal) => (signal.season === true ? '、季節変動を除く' : '');
export const users = ({ per }: Signal) => (per === 'licensed' ? '契約席数' : '利用実績のある人');
export const ago = (value: number) => (Math.round(value) === 0 ? '本日' : `${days(value)}前`);
export const every = (value: number) => (value === 1 ? '1日に1回' : `${days(value)}に1回`);
export const times = (value: number) => (value < 0.05 ? '0.1回未満' : `${one.format(value)}回`);

/** How many are active; a count that a source states is that of a week or a day. */
export const active = (signal: Signal) =>
  `${signal.atLeast === true ? '少なくとも' : ''}${formatCount(signal.n ?? 0)}人`;

/** "契約席数90", "利用実績のある31人" */
export function wholeOf({ per, of = 0 }: Signal): string {
  return per === 'licensed' ? `契約席数${formatCount(of)}` : `利用実績のある${formatCount(of)}人`;
}

export function activeUsers(signal: Signal, as?: Effect): string {
  const of = wholeOf(signal);
  if (isOver(signal)) return `${of}に対して${active(signal)}が利用しており、契約席数を超えています`;
  if (signal.n === 0) return `${of}のうち、誰も利用していません`;
  if (as === 'drag')
    return signal.atLeast === true
      ? `${of}のうち、利用が確認できるのは${formatCount(signal.n ?? 0)}人だけです`
      : `${of}のうち${active(signal)}しか利用していません`;
  return `${of}のうち${active(signal)}が利用しています`;
}

/** 接点が一度もないときは、分かっている期間だけを言う。 */
export function contact(who: string, { value, atLeast }: Signal): string {
  if (atLeast !== true) return `${who}との最後の接点は${ago(value)}です`;
  return value < 1
    ? `${who}との接点の記録がまだありません`
    : `${who}との接点が少なくとも${days(value)}間ありません`;
}

export function contactShort({ value, atLeast }: Signal): string {
  if (atLeast !== true) return ago(value);
  return value < 1 ? '記録なし' : `少なくとも${days(value)}間なし`;
}

function level(subject: string, { season: seasonal, n, of = 0 }: Signal, as: Effect | undefined): string {
  if (seasonal !== true) return `${subject}は${as === 'drag' ? '伸びていません' : '横ばいです'}`;
  const plain = n === undefined || of === 0 ? 0 : n / of - 1;
  return plain < 0 && !isLevel(plain)
    ? `${subject}は${percent(-plain)}減っていますが、前年同時期と同じ動きです`
    : `${subject}は例年の季節変動の範囲内です`;
}

export function moved(subject: string, signal: Signal, as: Effect | undefined): string {
  const { value, season: seasonal } = signal;
  if (isLevel(value)) return level(subject, signal, as);
  if (as === 'lift' && Math.abs(value) < STEADY) return `${subject}は安定しています`;
  if (value === -1) return `${subject}がゼロになりました`;
  if (seasonal === true) return `${subject}が、季節変動から見込まれる水準を${percent(-value)}下回っています`;
  const size = percent(Math.abs(value));
  if (value > 0 && as === 'drag') return `${subject}は${size}しか増えていません`;
  if (value < 0 && as === 'lift') return `${subject}の減少は${size}にとどまっています`;
  return `${subject}が${size}${value > 0 ? '増えました' : '減りました'}`;
}

export function renewal(value: number): string {
  if (value < 0) return `更新日を${days(-value)}過ぎています`;
  return value === 0 ? '更新日は本日です' : value === 1 ? '更新日は明日です' : `更新日まで${days(value)}です`;
}

/** "3日前に離任", "本日離任" */
export const left = (value: number) => (Math.round(value) === 0 ? '本日' : `${days(value)}前に`);

const SENTIMENTS = ['とても悪い', '悪い', 'ふつう', '良い', 'とても良い'];
export const sentiment = (value: number, finer = 0) =>
  (finer === 0 ? SENTIMENTS[Math.round(value) - 1] : `5段階中${fixed(value, finer)}`) ?? one.format(value);
