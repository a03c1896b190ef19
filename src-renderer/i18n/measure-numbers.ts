/** The bare figures of a measure, which both languages write alike. */
import type { Signal } from '#shared/model/health.ts';
import { fixed } from './finer.ts';

/** One digit at the most, in the notation that both languages share. */
export const one = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** Of a change: less than a percent either way. */
export const isLevel = (share: number) => Math.round(share * 100) === 0;

/** With `finer` digits more than it usually has; the same below. */
export const number = (value: number, finer = 0) =>
  finer === 0 ? one.format(value) : fixed(value, 1 + finer);

export const change = (share: number, finer = 0) =>
  isLevel(share) && finer === 0
    ? '±0%'
    : `${share > 0 ? '+' : share < 0 ? '−' : '±'}${fixed(Math.abs(share) * 100, finer)}%`;

export const signed = (value: number, finer = 0) =>
  value < 0 ? `−${number(-value, finer)}` : number(value, finer);

/** More are active than there are licences. */
export const isOver = ({ n = 0, of = 0 }: Signal) => n > of;

const two = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A usual count below ten, so that what is said to be a multiple of it is one. */
export function fine(count = 0): string {
  return (count < 10 ? two : one).format(count);
}

/** A change smaller than this is no comfort. */
export const STEADY = 0.03;
/** From the first day of four weeks to the last, in milliseconds. */
export const FOUR_WEEKS = 27 * 86_400_000;
