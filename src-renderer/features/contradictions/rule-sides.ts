/** What a side of a rule can be about: measures, fields of the account and columns of its own, as choices with names. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { sideName } from '#renderer/i18n/fact-words.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import type { SelectOption } from '#renderer/ui/select.tsx';
import { CUSTOM_SIDE, FIELD_SIDE, isMeasure, kindOfSide } from '#shared/domain/contradictions/own-rules.ts';
import { accountFields } from '#shared/model/account.ts';
import type { RuleSide } from '#shared/model/alert.ts';
import { MEASURES } from '#shared/model/health.ts';
import { fieldSpec } from '#shared/model/nouns.ts';

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
/** One choice is not more than another. */
const FOR_CHOICES: readonly RuleSide['test'][] = ['is', 'missing'];

export function testsFor(of: string): readonly RuleSide['test'][] {
  if (isMeasure(of)) return FOR_MEASURES;
  return kindOfSide(of) === 'choice' ? FOR_CHOICES : FOR_FIELDS;
}

/** The words of a field's choices; a word of the source's own that a rule already asks for is among them. */
export function choicesOf(
  of: string,
  value: RuleSide['value'],
  fields: Texts['fields'],
): SelectOption[] | undefined {
  if (kindOfSide(of) !== 'choice') return undefined;
  const field = of.slice(FIELD_SIDE.length);
  const known = fieldSpec('account', field)?.choices ?? [];
  const own = typeof value === 'string' && value !== '' && !known.includes(value) ? [value] : [];
  return [...known, ...own].map((each) => ({ value: each, label: choiceLabel(fields, field, each) }));
}

/** Of another kind of thing the value says nothing. */
export function movedTo(side: RuleSide, of: string): RuleSide {
  const tests = testsFor(of);
  const [first = 'above'] = tests;
  const test = tests.includes(side.test) ? side.test : first;
  const kind = (each: string) => (isMeasure(each) ? each : (kindOfSide(each) ?? 'text'));
  const isAlike = kind(of) === kind(side.of) && kind(of) !== 'choice';
  return isAlike && side.value !== undefined ? { of, test, value: side.value } : { of, test };
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

/** A percent is typed as the field has it: 70 and 70 % are the same. */
export function readSideValue(of: string, text: string): string | number {
  const read = readValue(text);
  const isPercent = kindOfSide(of) === 'percent' && /[%％]\s*$/.test(text);
  return isPercent && typeof read === 'number' ? Math.round(read * 1e6) / 1e4 : read;
}
