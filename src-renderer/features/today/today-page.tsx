/** Today: who needs me, and why; one list in the order of what matters most, worked through by keyboard. */
import { Sun } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useHealthStore } from '#renderer/data/health/use-health.ts';
import { daysBetween } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { changeTodayScope } from '#renderer/ui-state/today-view.ts';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import type { TodayEntry } from '#shared/domain/today/entry.ts';
import type { TodayLine } from '#shared/domain/today/order-today.ts';
import type { Contradiction } from '#shared/model/alert.ts';
import './today.css';
import { ClockNotice } from './clock-notice.tsx';
import { useTodayActions } from './today-actions.ts';
import { TodayBar } from './today-bar.tsx';
import { type Asked, type SettleParts, TodayDialogs, type TodayPlays } from './today-dialogs.tsx';
import { pathOf, TodayLineRow } from './today-line.tsx';
import './today-print.css';
import { type TodayWords, useTodayWords } from './today-words.ts';
import { useCalendar } from './use-calendar.ts';
import { useTodayKeys } from './use-today-keys.ts';
import { type TodayList, usePeopleOf, useTodayList } from './use-today-list.ts';

interface TodayPageProps {
  readonly clock?: Clock;
  /** Another feature: what a person says to an alert or a contradiction. */
  readonly settle: (parts: SettleParts) => ReactNode;
  /** Another feature: both facts of a contradiction and what to make of them. */
  readonly contradiction: (contradiction: Contradiction, words: TodayWords) => ReactNode;
  readonly plays: TodayPlays;
  /** Asks who the user is, while nobody has said. */
  readonly whoAmI?: ReactNode;
}

/** Lines at first and with each "more": more than a day holds. */
const STEP = 40;

function Nothing({ list, words }: { readonly list: TodayList; readonly words: TodayWords }) {
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

/** The current line keeps its place when it leaves the list: the next one to look at moves up. */
function useCursor(lines: readonly TodayLine[]) {
  const [cursor, setCursor] = useState<{ readonly id: string; readonly place: number }>();
  const found = cursor === undefined ? -1 : lines.findIndex(({ id }) => id === cursor.id);
  const place = cursor === undefined ? -1 : found !== -1 ? found : Math.min(cursor.place, lines.length - 1);
  const moveTo = (next: number) => {
    const line = lines[next];
    if (line !== undefined) setCursor({ id: line.id, place: next });
  };
  return { place, moveTo };
}

/** After a line was settled the focus is on whatever took its place, not lost on the page. */
function useFocus(page: React.RefObject<HTMLElement | null>, id: string | undefined) {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current || id === undefined) return;
    const line = page.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`);
    if (line === null || line === undefined) return;
    wanted.current = false;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: 'nearest' });
  });
  return () => {
    wanted.current = true;
  };
}

export function TodayPage(props: TodayPageProps) {
  const { clock = systemClock, settle, contradiction, plays, whoAmI } = props;
  const list = useTodayList(clock);
  const [count, setCount] = useState(STEP);
  const lines = list.lines.slice(0, count);
  const people = usePeopleOf(lines);
  const rules = list.findings.rules.map(({ rule }) => rule);
  const words = useTodayWords({ people, rules, today: list.today });
  const actions = useTodayActions();
  const readCalendar = useCalendar();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>(undefined);
  const page = useRef<HTMLDivElement>(null);
  const { place, moveTo } = useCursor(lines);
  const current = lines[place];
  const focus = useFocus(page, current?.id);
  const { texts } = words;
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const doors = {
    onNote: (account: string) => navigate(`${pathOf(account)}?draft=new`),
    onTask: (entry: TodayEntry) => setAsked({ type: 'task', entry }),
    onSettle: (entry: TodayEntry) => setAsked({ type: 'settle', entry }),
    onDone: (entry: TodayEntry) => {
      const { item } = entry;
      focus();
      if (item.kind === 'task') void actions.finishTask(item.task);
      else if (item.kind === 'alert') void actions.finishAlert(item.alert, words.title(entry));
    },
    onPlay: (line: TodayLine) => setAsked({ type: 'play', line }),
    onOpen: (path: string) => navigate(path),
  };
  useTodayKeys({
    ...doors,
    list,
    lines,
    words,
    place,
    playLabel: plays.label,
    onMove: (next) => {
      moveTo(next);
      focus();
    },
    onToggle: toggle,
    onPrint: () => window.print(),
    onCalendar: () => page.current?.querySelector<HTMLElement>('[data-calendar]')?.click(),
  });
  if (list.state === 'failed') {
    return (
      <ErrorState
        title={texts.failedTitle}
        actions={<Button onClick={list.retry}>{texts.tryAgain}</Button>}
        detail={{ label: texts.details, text: String(list.error) }}
      >
        {texts.failedBody}
      </ErrorState>
    );
  }
  const bar = (
    <TodayBar
      list={list}
      words={words}
      onCalendar={(file) => void readCalendar(file)}
      onPrint={() => window.print()}
    />
  );
  if (list.state === 'loading') {
    return (
      <div ref={page} className="kz-today">
        {bar}
        <Skeleton lines={10} />
      </div>
    );
  }
  const rest = list.lines.length - lines.length;
  return (
    <div ref={page} className="kz-today kz-scroll">
      {bar}
      <ClockNotice words={words} />
      {list.findings.scoring && (
        <p className="kz-today-scoring" role="status">
          {texts.working}
        </p>
      )}
      {list.me === undefined && list.owners.length > 1 && whoAmI}
      {lines.length === 0 ? (
        <Nothing list={list} words={words} />
      ) : (
        <ol className="kz-today-list" aria-label={texts.listLabel}>
          {lines.map((line, i) => (
            <TodayLineRow
              key={line.id}
              {...doors}
              line={line}
              account={list.accounts.get(line.head.account)}
              health={list.findings.cases.get(line.head.account)}
              usual={list.usual}
              place={i + 1}
              of={list.lines.length}
              words={words}
              play={plays.of(line)}
              contradiction={contradiction}
              isCurrent={place === -1 ? i === 0 : i === place}
              isOpen={open.has(line.id)}
              showOwner={list.scope === 'team'}
              onToggle={() => toggle(line.id)}
              onPoint={() => moveTo(i)}
            />
          ))}
        </ol>
      )}
      {rest > 0 && (
        <Button variant="quiet" onClick={() => setCount(count + STEP)}>
          {texts.showMore(Math.min(STEP, rest))}
        </Button>
      )}
      <TodayDialogs
        asked={asked}
        list={list}
        words={words}
        actions={actions}
        settle={settle}
        plays={plays}
        onClose={() => {
          setAsked(undefined);
          focus();
        }}
      />
    </div>
  );
}
