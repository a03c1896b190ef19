/** What a side of a rule can be about: measures, fields of the account and columns of its own, as choices with names. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { sideName } from '#renderer/i18n/fact-words.ts';
import type { SelectOption } from '#renderer/ui/select.tsx';
import { CUSTOM_SIDE, FIELD_SIDE, isMeasure } from '#shared/domain/contradictions/own-rules.ts';
import { accountFields } from '#shared/model/account.ts';
import type { RuleSide } from '#shared/model/alert.ts';
import { MEASURES } from '#shared/model/health.ts';

/** Long texts and relations make no comparison that anybody would set up. */
const LEFT_OUT: ReadonlySet<string> = new Set(['longText', 'relation', 'id']);

interface SideWords {
  readonly texts: Texts['contradictions'];
  readonly health: Texts['healthWords'];
  readonly fields: Texts['fields'];
}

export function sideOptions(custom: readonly string[], words: SideWords): SelectOption[] {
  const { texts } = words;
  const option = (value: string, group: string): SelectOption => ({
    value,
    label: sideName(value, words),
    group,
  });
  const fields = Object.entries(accountFields)
    .filter(([, spec]) => !LEFT_OUT.has(spec.kind))
    .map(([name]) => option(FIELD_SIDE + name, texts.fields));
  return [
    ...MEASURES.map((measure) => option(measure, texts.measures)),
    ...fields,
    ...custom.map((name) => option(CUSTOM_SIDE + name, texts.columns)),
  ];
}

const FOR_MEASURES: readonly RuleSide['test'][] = ['rises', 'falls', 'above', 'below', 'missing'];
const FOR_FIELDS: readonly RuleSide['test'][] = ['is', 'above', 'below', 'missing'];

export function testsFor(of: string): readonly RuleSide['test'][] {
  return isMeasure(of) ? FOR_MEASURES : FOR_FIELDS;
}

export function needsValue(test: RuleSide['test']): boolean {
  return test === 'above' || test === 'below' || test === 'is';
}

const NUMBER = /^([-+]?(?:\d+\.?\d*|\.\d+))(%?)$/;

/** Text that reads as a number is one: "30" compares with seats, "10 %" with a share. */
export function readValue(text: string): string | number {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-');
  const [, digits, percent] = NUMBER.exec(plain) ?? [];
  if (digits === undefined) return text.trim();
  return percent === '' ? Number(digits) : Number(digits) / 100;
}

/** The value as the measure says it: a share is typed as 0.1 or 10 %, and reads as 10 %. */
export function saidValue(of: string, value: RuleSide['value'], health: Texts['healthWords']): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'number' && isMeasure(of) ? health.measures[of].value(value) : String(value);
}
