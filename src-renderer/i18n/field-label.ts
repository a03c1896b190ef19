/** The label of a field or choice when its name is only known at run time; a custom field is its own label. */
import type { NounName } from '#shared/model/field.ts';
import { isOwnKind } from '#shared/model/note.ts';
import type { FieldTexts } from './en/fields.ts';

function own(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

export function fieldLabel(texts: FieldTexts, noun: NounName, field: string): string {
  return own(texts.labels[noun], field) ?? field;
}

/** `field` is the field's name (stage, touchModel, role, kind, surveyKind); a source's own word stays as it is. */
export function choiceLabel(texts: FieldTexts, field: string, value: string): string {
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.choices;
  const words = Object.hasOwn(choices, field) ? choices[field] : undefined;
  return (words === undefined ? undefined : own(words, value)) ?? value;
}

/** Kinds of activity as the user has them; undefined = under its own name. */
type NamedKinds = readonly { readonly id: string; readonly name: string | undefined }[];

/** The name of a kind of activity: the user's, else the word of the language; a kind that was deleted is another one. */
export function kindLabel(texts: FieldTexts, kinds: NamedKinds, id: string): string {
  const named = kinds.find((kind) => kind.id === id)?.name;
  if (named !== undefined && named !== '') return named;
  return choiceLabel(texts, 'kind', isOwnKind(id) ? 'other' : id);
}
