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
