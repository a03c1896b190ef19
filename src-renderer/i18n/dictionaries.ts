/** Which texts there are: one file per feature and language, loaded when first needed; a missing key does not compile. */
import type { Language } from '#renderer/ui-state/preferences.ts';

/** One file of texts: loaded once, then at hand. */
interface Shelf<T> {
  /** Always the same promise, so that React can wait for it. */
  readonly load: () => Promise<T>;
  readonly asked: () => boolean;
}

const TRY_AGAIN_MS = 5_000;

function shelf<T>(read: () => Promise<T>): Shelf<T> {
  let underway: Promise<T> | undefined;
  const load = () => {
    if (underway !== undefined) return underway;
    const promise = read();
    underway = promise;
    promise.then(
      // What React's `use` notes on a promise itself; noting it early spares the screen a suspended render.
      (value) => Object.assign(promise, { status: 'fulfilled', value }),
      // A failed load (a window that outlived its files) must not stick for ever, nor be tried again with each drawing.
      () => {
        setTimeout(() => {
          underway = undefined;
        }, TRY_AGAIN_MS);
      },
    );
    return promise;
  };
  return { load, asked: () => underway !== undefined };
}

const english = {
  app: shelf(() => import('./en/app.ts').then((file) => file.app)),
  ui: shelf(() => import('./en/ui.ts').then((file) => file.ui)),
  fields: shelf(() => import('./en/fields.ts').then((file) => file.fields)),
  settings: shelf(() => import('./en/settings.ts').then((file) => file.settings)),
  accounts: shelf(() => import('./en/accounts.ts').then((file) => file.accounts)),
  account: shelf(() => import('./en/account.ts').then((file) => file.account)),
  health: shelf(() => import('./en/health.ts').then((file) => file.health)),
  timeline: shelf(() => import('./en/timeline.ts').then((file) => file.timeline)),
  editor: shelf(() => import('./en/editor.ts').then((file) => file.editor)),
  meeting: shelf(() => import('./en/meeting.ts').then((file) => file.meeting)),
  notes: shelf(() => import('./en/notes.ts').then((file) => file.notes)),
  templates: shelf(() => import('./en/templates.ts').then((file) => file.templates)),
  sources: shelf(() => import('./en/sources.ts').then((file) => file.sources)),
  search: shelf(() => import('./en/search.ts').then((file) => file.search)),
  people: shelf(() => import('./en/people.ts').then((file) => file.people)),
  tasks: shelf(() => import('./en/tasks.ts').then((file) => file.tasks)),
  healthWords: shelf(() => import('./en/health-words.ts').then((file) => file.healthWords)),
  scorecards: shelf(() => import('./en/scorecards.ts').then((file) => file.scorecards)),
  cadence: shelf(() => import('./en/cadence.ts').then((file) => file.cadence)),
  alerts: shelf(() => import('./en/alerts.ts').then((file) => file.alerts)),
  contradictions: shelf(() => import('./en/contradictions.ts').then((file) => file.contradictions)),
  today: shelf(() => import('./en/today.ts').then((file) => file.today)),
  portfolio: shelf(() => import('./en/portfolio.ts').then((file) => file.portfolio)),
  segments: shelf(() => import('./en/segments.ts').then((file) => file.segments)),
  playbooks: shelf(() => import('./en/playbooks.ts').then((file) => file.playbooks)),
  plans: shelf(() => import('./en/plans.ts').then((file) => file.plans)),
  operations: shelf(() => import('./en/operations.ts').then((file) => file.operations)),
};

export type Feature = keyof typeof english;

/** The English file gives the shape; every other language is held to it. */
export type Texts = { readonly [F in Feature]: Awaited<ReturnType<(typeof english)[F]['load']>> };

type Shelves = { readonly [F in Feature]: Shelf<Texts[F]> };

const japanese: Shelves = {
  app: shelf(() => import('./ja/app.ts').then((file) => file.app)),
  ui: shelf(() => import('./ja/ui.ts').then((file) => file.ui)),
  fields: shelf(() => import('./ja/fields.ts').then((file) => file.fields)),
  settings: shelf(() => import('./ja/settings.ts').then((file) => file.settings)),
  accounts: shelf(() => import('./ja/accounts.ts').then((file) => file.accounts)),
  account: shelf(() => import('./ja/account.ts').then((file) => file.account)),
  health: shelf(() => import('./ja/health.ts').then((file) => file.health)),
  timeline: shelf(() => import('./ja/timeline.ts').then((file) => file.timeline)),
  editor: shelf(() => import('./ja/editor.ts').then((file) => file.editor)),
  meeting: shelf(() => import('./ja/meeting.ts').then((file) => file.meeting)),
  notes: shelf(() => import('./ja/notes.ts').then((file) => file.notes)),
  templates: shelf(() => import('./ja/templates.ts').then((file) => file.templates)),
  sources: shelf(() => import('./ja/sources.ts').then((file) => file.sources)),
  search: shelf(() => import('./ja/search.ts').then((file) => file.search)),
  people: shelf(() => import('./ja/people.ts').then((file) => file.people)),
  tasks: shelf(() => import('./ja/tasks.ts').then((file) => file.tasks)),
  healthWords: shelf(() => import('./ja/health-words.ts').then((file) => file.healthWords)),
  scorecards: shelf(() => import('./ja/scorecards.ts').then((file) => file.scorecards)),
  cadence: shelf(() => import('./ja/cadence.ts').then((file) => file.cadence)),
  alerts: shelf(() => import('./ja/alerts.ts').then((file) => file.alerts)),
  contradictions: shelf(() => import('./ja/contradictions.ts').then((file) => file.contradictions)),
  today: shelf(() => import('./ja/today.ts').then((file) => file.today)),
  portfolio: shelf(() => import('./ja/portfolio.ts').then((file) => file.portfolio)),
  segments: shelf(() => import('./ja/segments.ts').then((file) => file.segments)),
  playbooks: shelf(() => import('./ja/playbooks.ts').then((file) => file.playbooks)),
  plans: shelf(() => import('./ja/plans.ts').then((file) => file.plans)),
  operations: shelf(() => import('./ja/operations.ts').then((file) => file.operations)),
};

const languages: Readonly<Record<Language, Shelves>> = { en: english, ja: japanese };

export function loadTexts<F extends Feature>(language: Language, feature: F): Promise<Texts[F]> {
  return languages[language][feature].load();
}

/** The features whose texts somebody has asked for in this language. */
export function featuresInUse(language: Language): readonly Feature[] {
  return (Object.keys(english) as Feature[]).filter((feature) => languages[language][feature].asked());
}
