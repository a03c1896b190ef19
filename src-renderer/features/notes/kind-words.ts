/** The name of a kind: its own, or the word of the language for a built-in one. */
import type { NoteKind } from '#renderer/data/kinds.ts';
import type { FieldTexts } from '#renderer/i18n/en/fields.ts';
import { kindLabel } from '#renderer/i18n/field-label.ts';

export function kindName(kinds: readonly NoteKind[], id: string, fields: FieldTexts): string {
  return kindLabel(fields, kinds, id);
}
