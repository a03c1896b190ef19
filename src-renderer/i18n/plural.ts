/** Counts inside messages: the number in the reader's notation and the right form of the noun beside it. */

const englishRules = new Intl.PluralRules('en');
// English and Japanese group digits alike, so one formatter serves the messages of both.
const counts = new Intl.NumberFormat('en');

export function formatCount(count: number): string {
  return counts.format(count);
}

/** "1 account", "1,200 accounts". Japanese has no plural forms and writes `${formatCount(n)}件` itself. */
export function plural(count: number, one: string, other: string): string {
  return `${counts.format(count)} ${englishRules.select(count) === 'one' ? one : other}`;
}
