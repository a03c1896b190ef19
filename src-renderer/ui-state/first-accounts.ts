/** The accounts that the table showed first last time, so that the next start shows them at once. */
const KEY = 'kizuna.first-accounts';

export function readFirstAccounts(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function writeFirstAccounts(ids: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // Full or forbidden: the next start then shows its first rows a little later.
  }
}
