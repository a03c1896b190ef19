/** Lets the command palette find accounts: by any of their words, whatever the width, case or kana they are typed in. */
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AccountRow, BookStore } from '#renderer/data/book.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { type CommandSource, useCommandSource } from '#renderer/ui/keys.ts';
import { foldText, searchTerms } from '#shared/domain/table/fold-text.ts';

/** More would push the commands out of sight; one more letter finds the rest. */
const MOST = 8;

/** All words of the query must occur in name, kana, domain or id; the first matches in the order of the book. */
export function findAccounts(rows: readonly AccountRow[], query: string): readonly AccountRow[] {
  const terms = searchTerms(query);
  const found: AccountRow[] = [];
  for (const row of rows) {
    const { name, nameKana, domain, externalId } = row.account;
    const text = foldText([name, nameKana, domain, externalId].join(' '));
    if (terms.every((term) => text.includes(term))) found.push(row);
    if (found.length === MOST) break;
  }
  return found;
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
          run: () => navigate(`/accounts/${account.id}`),
        })),
    }),
    [book, texts, navigate],
  );
  useCommandSource(source);
  return null;
}
