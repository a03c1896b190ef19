/** Lets the command palette find accounts: by any of their words, whatever the width, case or kana they are typed in. */
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AccountRow, BookStore } from '#renderer/data/book.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { type CommandSource, useCommandSource } from '#renderer/ui/keys.ts';
import { foldText, searchTerms } from '#shared/domain/table/fold-text.ts';

/** More would push the rest out of sight; one more letter finds the others. */
const MOST = 6;
/** Until then the first screen has the machine to itself. */
const FETCH_PALETTE_AFTER_MS = 1_500;

/** Rows are new objects when they change. */
const folded = new WeakMap<AccountRow, string>();

function textOf(row: AccountRow): string {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const { name, nameKana, domain, externalId } = row.account;
  const text = foldText([name, nameKana, domain, externalId].join(' '));
  folded.set(row, text);
  return text;
}

/** All words of the query must occur in name, kana, domain or id; names that begin with it come first. */
export function findAccounts(rows: readonly AccountRow[], query: string): readonly AccountRow[] {
  const terms = searchTerms(query);
  const beginning: AccountRow[] = [];
  const others: AccountRow[] = [];
  for (const row of rows) {
    const text = textOf(row);
    if (!terms.every((term) => text.includes(term))) continue;
    if (text.startsWith(terms[0] ?? '')) beginning.push(row);
    else if (others.length < MOST) others.push(row);
    if (beginning.length === MOST) break;
  }
  return [...beginning, ...others].slice(0, MOST);
}

export function AccountFinder({ book }: { readonly book: BookStore }) {
  const texts = useText('app');
  const [, navigate] = useLocation();
  const source = useMemo<CommandSource>(
    () => ({
      id: 'accounts',
      title: texts.accounts,
      find: (query) =>
        findAccounts(book.get().rows, query).map(({ account }) => ({
          id: `account.${account.id}`,
          label: account.name,
          run: () => navigate(`/accounts/${encodeURIComponent(account.id)}`),
        })),
    }),
    [book, texts, navigate],
  );
  useCommandSource(source);
  useEffect(() => {
    // So that Ctrl K opens it at once.
    const later = setTimeout(
      () => void import('./palette.tsx').catch(() => undefined),
      FETCH_PALETTE_AFTER_MS,
    );
    return () => clearTimeout(later);
  }, []);
  return null;
}
