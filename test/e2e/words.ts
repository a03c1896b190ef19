/** Finds a sentence whose numbers are not known beforehand. */

const PROBE = 123;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern for what a message with one number says, whatever the number is. */
export function anyNumber(say: (count: number) => string): RegExp {
  return new RegExp(literal(say(PROBE)).replace(String(PROBE), '[\\d,]+'));
}
