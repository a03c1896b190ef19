/** Who was the champion [チャンピオン] and is none any more: noted at both doors whenever the role of a contact changes. */

interface WithRole {
  readonly role?: unknown;
  readonly championUntil?: unknown;
}

/** What `after` is to carry, where that differs from what it carries: undefined in it = nothing any more. */
export function notedChampion(
  before: WithRole,
  after: WithRole,
  at: number,
): { readonly championUntil: number | undefined } | undefined {
  const isOne = after.role === 'champion';
  if (isOne && after.championUntil !== undefined) return { championUntil: undefined };
  return before.role === 'champion' && !isOne ? { championUntil: at } : undefined;
}
