/** What the portfolio looks at: kept while the window lives, so that going to an account and back loses nothing. */
import { create } from 'zustand';

/** Both ends belong to it; null = open. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

export const OPEN: Range = { from: null, to: null };

export interface PortfolioViewState {
  /** Id of a segment; undefined = all accounts. */
  readonly segment: string | undefined;
  /** 'renewal': days to renewal across, health upwards. 'revenue': health across, revenue upwards. */
  readonly axes: 'renewal' | 'revenue';
  /** How far ahead the picture looks. */
  readonly reach: 'quarter' | 'year' | 'all';
  /** Undefined = the one that most accounts have. */
  readonly currency: string | undefined;
  readonly health: Range;
  /** Days from today to the renewal. */
  readonly days: Range;
  /** In the major unit of the currency. */
  readonly arr: Range;
  /** Columns that are compared. */
  readonly pair: readonly [a: string, b: string];
  readonly weeksBefore: number;
}

export const usePortfolioView = create<PortfolioViewState>()(() => ({
  segment: undefined,
  axes: 'renewal',
  reach: 'year',
  currency: undefined,
  health: OPEN,
  days: OPEN,
  arr: OPEN,
  pair: ['measure.active-rate', 'measure.nps'],
  weeksBefore: 8,
}));

export function changePortfolio(change: Partial<PortfolioViewState>): void {
  usePortfolioView.setState(change);
}
