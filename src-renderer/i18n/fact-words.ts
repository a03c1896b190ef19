/** How facts are told: their names, figures, sources and days, and what a sentence takes from them. */
import { moneyFromDecimal } from '#shared/base/money.ts';
import { factKind, isFactName } from '#shared/domain/contradictions/facts.ts';
import type { Fact } from '#shared/model/alert.ts';
import { BANDS, MEASURES, type MeasureId } from '#shared/model/health.ts';
import { fieldSpec } from '#shared/model/nouns.ts';
import type { Json } from '#shared/model/operation.ts';
import type { Texts } from './dictionaries.ts';
import type { Said } from './en/alerts.ts';
import { fieldLabel } from './field-label.ts';
import { type Formats, isoDateOf } from './format.ts';
import { valueText } from './value-text.ts';

export interface FactWordsInput {
  readonly alerts: Texts['alerts'];
  readonly health: Texts['healthWords'];
  readonly fields: Texts['fields'];
  readonly format: Formats;
  /** Names of contacts and deals by id. */
  readonly names: ReadonlyMap<string, string>;
}

export interface FactWords {
  name(fact: Fact): string;
  figure(fact: Fact): string;
  /** Source and day. */
  origin(fact: Fact): string;
  /** Name of whom or what it is about. */
  about(fact: Fact): string | undefined;
  sentence(facts: readonly Fact[]): Said;
}

function measureOf(what: string): MeasureId | undefined {
  return MEASURES.find((measure) => measure === what);
}

const CUSTOM = 'custom:';
const FIELD = 'field:';

/** A measure, a field of the account or a column of its own, as a person calls it. */
export function sideName(of: string, { health, fields }: Pick<FactWordsInput, 'health' | 'fields'>): string {
  const measure = measureOf(of);
  if (measure !== undefined) return health.measures[measure].name;
  if (of.startsWith(CUSTOM)) return of.slice(CUSTOM.length);
  const field = of.startsWith(FIELD) ? of.slice(FIELD.length) : of;
  return fieldSpec('account', field) === undefined ? field : fieldLabel(fields, 'account', field);
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : `±${text}`;
}

/** As the account's own page writes the field. */
function fieldText(
  { what, value, currency }: Pick<Fact, 'what' | 'value' | 'currency'>,
  { fields, format }: Pick<FactWordsInput, 'fields' | 'format'>,
): string {
  const field = what.slice(FIELD.length);
  const isMoney = currency !== undefined && typeof value === 'number';
  return valueText(
    field,
    fieldSpec('account', field),
    isMoney ? moneyFromDecimal(value, currency) : value,
    // An account has no field that is a yes or a no.
    { fields, format, yes: '', no: '' },
  );
}

/** The value of a rule's side: a share as percent, a day as a date, a choice by its word. */
export function sideValue(
  of: string,
  value: Json | undefined,
  input: Pick<FactWordsInput, 'health' | 'fields' | 'format'>,
): string {
  if (value === undefined || value === null) return '';
  const measure = measureOf(of);
  if (measure !== undefined)
    return typeof value === 'number' ? input.health.measures[measure].value(value) : String(value);
  if (!of.startsWith(FIELD) || !(typeof value === 'string' || typeof value === 'number'))
    return String(value);
  return fieldText({ what: of, value }, input);
}

function figureOf(fact: Fact, input: FactWordsInput): string {
  const { alerts, health, fields, format } = input;
  const { what, value, signal } = fact;
  const measure = isFactName(what) ? undefined : measureOf(what);
  if (measure !== undefined) {
    if (signal !== undefined) return health.measures[measure].raw(signal);
    return typeof value === 'number' ? health.measures[measure].value(value) : alerts.missing;
  }
  if (what.startsWith(FIELD) && value !== '') return fieldText(fact, input);
  if (typeof value === 'string') {
    switch (factKind(what)) {
      case 'band': {
        const band = BANDS.find((each) => each === value);
        return band === undefined ? value : health.bands[band];
      }
      case 'stage': {
        const stages: Readonly<Record<string, string>> = fields.choices.stage;
        return Object.hasOwn(stages, value) ? (stages[value] ?? value) : value;
      }
      case 'day':
        return format.date(value);
      default:
        return value === '' ? alerts.missing : value === 'never' ? alerts.never : value;
    }
  }
  switch (factKind(what)) {
    case 'share':
      return format.percent(value * 100);
    case 'percent':
      return format.percent(value);
    case 'change':
      return signed(format.percent(Math.abs(value) * 100), value);
    case 'points':
      return health.points(value);
    case 'ago':
      return alerts.ago(Math.round(value));
    case 'until':
      return alerts.until(Math.round(value));
    case 'days':
      return alerts.days(Math.round(value));
    case 'figure':
      return format.number(
        what === 'score' || what === 'score-before' ? Math.round(value) : Math.round(value * 10) / 10,
      );
    case 'count':
      return value === 0 ? alerts.noneSince : alerts.count(what, value);
    default:
      return format.number(value);
  }
}

function sourceOf({ source, what, about }: Fact, { alerts, health }: FactWordsInput): string {
  if (what === 'sentiment' && about === undefined) return health.judged;
  const ours: Readonly<Record<string, string>> = alerts.factSources;
  const theirs: Readonly<Record<string, string>> = health.sources;
  return ours[source] ?? theirs[source] ?? source;
}

export function factWords(input: FactWordsInput): FactWords {
  const { alerts, health, format, names } = input;
  const name = ({ what }: Fact) => (isFactName(what) ? alerts.facts[what] : sideName(what, input));
  const about = (fact: Fact) => (fact.about === undefined ? undefined : names.get(fact.about));
  return {
    name,
    about,
    figure: (fact) => figureOf(fact, input),
    origin(fact) {
      const source = sourceOf(fact, input);
      if (fact.at === undefined) return source;
      return alerts.onDay(source, format.date(isoDateOf(fact.at)));
    },
    sentence(facts) {
      const of = (what: string) => facts.find((fact) => fact.what === what);
      return {
        text(what) {
          const fact = of(what);
          return fact === undefined ? '' : figureOf(fact, input);
        },
        number(what) {
          const value = of(what)?.value;
          return typeof value === 'number' ? value : undefined;
        },
        said(what) {
          const measure = measureOf(what);
          const signal = of(what)?.signal;
          return measure === undefined || signal === undefined ? '' : health.measures[measure].said(signal);
        },
        signal: (what) => of(what)?.signal,
        source: (what) => of(what)?.source,
        day(what) {
          const at = of(what)?.at;
          return at === undefined ? '' : format.date(isoDateOf(at));
        },
        person(what) {
          const fact = of(what);
          return fact === undefined ? undefined : about(fact);
        },
      };
    },
  };
}
