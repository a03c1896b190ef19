/** What Today says when nothing stands on it: no book yet, too little known, or a good day. */
import { Sun } from 'lucide-react';
import { useLocation } from 'wouter';
import { useHealthStore } from '#renderer/data/health/use-health.ts';
import { daysBetween } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { changeTodayScope } from '#renderer/ui-state/today-view.ts';
import { pathOf } from './today-line.tsx';
import type { TodayWords } from './today-words.ts';
import type { TodayList } from './use-today-list.ts';

export function TodayNothing({ list, words }: { readonly list: TodayList; readonly words: TodayWords }) {
  const { texts, format, today } = words;
  const [, navigate] = useLocation();
  const health = useHealthStore();
  if (list.accounts.size === 0) {
    return (
      <EmptyState
        icon={Sun}
        title={texts.noBookTitle}
        actions={
          <Button variant="primary" onClick={() => navigate('/accounts')}>
            {texts.toAccounts}
          </Button>
        }
      >
        {texts.noBookBody}
      </EmptyState>
    );
  }
  const next = [...list.accounts.entries()]
    .flatMap(([id, { name, renewal }]) =>
      renewal === undefined || renewal < today ? [] : [{ id, name, renewal }],
    )
    .sort((a, b) => (a.renewal < b.renewal ? -1 : 1))[0];
  const isTeam = list.scope === 'team';
  let unknown = 0;
  for (const id of list.accounts.keys()) if (health?.bandOf(id).computed === 'unknown') unknown++;
  return (
    <EmptyState
      icon={Sun}
      title={texts.emptyTitle}
      actions={
        <>
          {!isTeam && <Button onClick={() => changeTodayScope('team')}>{texts.showTeam}</Button>}
          {next !== undefined && (
            <Button variant="quiet" onClick={() => navigate(pathOf(next.id))}>
              {texts.emptyNext(next.name, format.date(next.renewal), daysBetween(today, next.renewal))}
            </Button>
          )}
        </>
      }
    >
      {unknown > list.accounts.size / 2
        ? texts.emptyUnknown(unknown, list.accounts.size)
        : isTeam
          ? texts.emptyBody
          : texts.emptyMine}
    </EmptyState>
  );
}
