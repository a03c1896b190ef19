/** Joins the two halves of a person's name in the order that its script is written in. */

const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** 山田 + 太郎 → 山田 太郎; Jane + Doe → Jane Doe; undefined when both are blank. */
export function joinName(given: string | undefined, family: string | undefined): string | undefined {
  const first = given?.trim() ?? '';
  const last = family?.trim() ?? '';
  if (first === '' || last === '') return first + last === '' ? undefined : first + last;
  return EAST_ASIAN.test(last + first) ? `${last} ${first}` : `${first} ${last}`;
}
