/** A field's value as text in the reader's language, for components that show values of many fields. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { valueText } from '#renderer/i18n/value-text.ts';
import { fieldSpec, type RecordNoun } from '#shared/model/nouns.ts';

export function useSourceWords(noun: RecordNoun, field: string): (value: unknown) => string {
  const texts = useText('account');
  const fields = useText('fields');
  const { format } = useLocale();
  const words = { fields, format, yes: texts.yes, no: texts.no };
  return (value) => valueText(field, fieldSpec(noun, field), value, words);
}
