/** What a person chose about the app itself; kept in localStorage so that the first paint is already right. */
import { create } from 'zustand';

export type Language = 'en' | 'ja';
export type LanguageChoice = Language | 'system';
export type SchemeChoice = 'system' | 'light' | 'dark';

export interface Preferences {
  readonly language: LanguageChoice;
  readonly scheme: SchemeChoice;
  /** 1 to 12: the month in which the fiscal year begins. */
  readonly fiscalYearStart: number;
  readonly railCollapsed: boolean;
  /** The hash route that was open last, without '#'. */
  readonly lastRoute: string;
  /** 'YYYY-MM-DD' of the last start; '' = there was none. */
  readonly lastDay: string;
}

const STORAGE_KEY = 'kizuna.preferences';

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'system',
  scheme: 'system',
  fiscalYearStart: 4,
  railCollapsed: false,
  lastRoute: '/accounts',
  lastDay: '',
};

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}

/** Reads what an older or damaged version stored: each field by itself, the default where it does not fit. */
export function parsePreferences(text: string | null): Preferences {
  let stored: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value === 'object' && value !== null) stored = value;
  } catch {
    // Not JSON: nothing to keep.
  }
  const month = stored.fiscalYearStart;
  const route = stored.lastRoute;
  return {
    language: oneOf(stored.language, ['system', 'en', 'ja'], DEFAULT_PREFERENCES.language),
    scheme: oneOf(stored.scheme, ['system', 'light', 'dark'], DEFAULT_PREFERENCES.scheme),
    fiscalYearStart:
      typeof month === 'number' && Number.isInteger(month) && month >= 1 && month <= 12
        ? month
        : DEFAULT_PREFERENCES.fiscalYearStart,
    railCollapsed: stored.railCollapsed === true,
    lastRoute: typeof route === 'string' && route.startsWith('/') ? route : DEFAULT_PREFERENCES.lastRoute,
    lastDay: typeof stored.lastDay === 'string' ? stored.lastDay : DEFAULT_PREFERENCES.lastDay,
  };
}

function readStored(): Preferences {
  try {
    return parsePreferences(globalThis.localStorage?.getItem(STORAGE_KEY) ?? null);
  } catch {
    // Storage that is switched off is no reason not to start.
    return DEFAULT_PREFERENCES;
  }
}

export const usePreferences = create<Preferences>()(() => readStored());

export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, JSON.stringify(usePreferences.getState()));
  } catch {
    // The choice then lasts until the window closes.
  }
}

/** Puts the chosen scheme on <html>; without one the stylesheet follows the system. */
export function applyScheme(scheme: SchemeChoice, root: HTMLElement): void {
  if (scheme === 'system') root.removeAttribute('data-scheme');
  else root.setAttribute('data-scheme', scheme);
}
