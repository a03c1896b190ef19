/** The language and locale that the screen speaks now, and the hooks that give a component its texts and formats. */
import { use } from 'react';
import { create } from 'zustand';
import { type Language, type LanguageChoice, usePreferences } from '#renderer/ui-state/preferences.ts';
import { type Feature, featuresInUse, loadTexts, type Texts } from './dictionaries.ts';
import { type Formats, formatsFor } from './format.ts';

interface LocaleState {
  readonly language: Language;
  /** A BCP 47 tag for dates and numbers, e.g. en-GB. */
  readonly locale: string;
}

/** What the app falls back on when the person chose "system". */
export interface LanguageHints {
  /** From `--lang`. */
  readonly commandLine: Language | undefined;
  /** `navigator.languages`, most wanted first. */
  readonly system: readonly string[];
}

function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'ja' || primary === 'en' ? primary : undefined;
}

/** The setting wins, then `--lang`, then the first language of the system that we speak, then English. */
export function resolveLocale(choice: LanguageChoice, hints: LanguageHints): LocaleState {
  const spoken = hints.system.map(languageOf).find((language) => language !== undefined);
  const language = choice === 'system' ? (hints.commandLine ?? spoken ?? 'en') : choice;
  const tag = hints.system.find((candidate) => languageOf(candidate) === language && candidate.includes('-'));
  return { language, locale: tag ?? (language === 'ja' ? 'ja-JP' : 'en-US') };
}

const useLocaleState = create<LocaleState>()(() => ({ language: 'en', locale: 'en-US' }));

let hints: LanguageHints = { commandLine: undefined, system: [] };

/** Everything the first screen says; loaded before the first render so that nothing flashes. */
const FIRST_TEXTS: readonly Feature[] = ['app', 'ui', 'fields', 'accounts'];

async function switchTo(next: LocaleState): Promise<void> {
  const features = new Set([...FIRST_TEXTS, ...featuresInUse(useLocaleState.getState().language)]);
  await Promise.all([...features].map((feature) => loadTexts(next.language, feature)));
  useLocaleState.setState(next);
  globalThis.document.documentElement.lang = next.language;
}

/** Called once before the first render; afterwards the language follows the setting and the system by itself. */
export async function startLocale(start: LanguageHints): Promise<void> {
  hints = start;
  await switchTo(resolveLocale(usePreferences.getState().language, hints));
  usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) void switchTo(resolveLocale(now.language, hints));
  });
  globalThis.addEventListener?.('languagechange', () => updateHints({ system: navigator.languages }));
}

/** The system changed its language, or `--lang` became known. */
export function updateHints(change: Partial<LanguageHints>): void {
  hints = { ...hints, ...change };
  const next = resolveLocale(usePreferences.getState().language, hints);
  const now = useLocaleState.getState();
  if (next.language !== now.language || next.locale !== now.locale) void switchTo(next);
}

/** Tells each language from now on, the first one included; returns the way to stop. */
export function onLanguage(listener: (state: LocaleState) => void): () => void {
  let first = true;
  return useLocaleState.subscribe((now, before) => {
    if (now.language !== before.language || first) listener(now);
    first = false;
  });
}

export interface Locale extends LocaleState {
  readonly format: Formats;
}

export function useLocale(): Locale {
  const { language, locale } = useLocaleState();
  return { language, locale, format: formatsFor(locale) };
}

/** For code outside React (toasts raised by a store, exports). */
export function currentLocale(): Locale {
  const { language, locale } = useLocaleState.getState();
  return { language, locale, format: formatsFor(locale) };
}

/** A feature's messages in the current language; suspends until its file is here. */
export function useText<F extends Feature>(feature: F): Texts[F] {
  const { language } = useLocaleState();
  return use(loadTexts(language, feature));
}
