/** Today: who needs me, and why; one list in the order of what matters most, worked through by keyboard. */
import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useHealthStore } from '#renderer/data/health/use-health.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SplitPane } from '#renderer/ui/split-pane.tsx';
import { ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import type { TodayEntry } from '#shared/domain/today/entry.ts';
import type { TodayLine } from '#shared/domain/today/order-today.ts';
import type { Contradiction } from '#shared/model/alert.ts';
import './today.css';
import type { People } from './assign-dialog.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { type TodayActions, useTodayActions } from './today-actions.ts';
import { TodayBar } from './today-bar.tsx';
import { type Asked, type SettleParts, TodayDialogs, type TodayPlays } from './today-dialogs.tsx';
import { type LineDoors, type LineHealth, TodayLineRow } from './today-line.tsx';
import { TodayNothing } from './today-nothing.tsx';
import './today-print.css';
import { type TodayWords, useTodayWords } from './today-words.ts';
import { useCalendar } from './use-calendar.ts';
import { useCursor, useFocus } from './use-cursor.ts';
import { type ShowNote, useLineNote } from './use-line-note.tsx';
import { usePrint, usePrintWhenReady } from './use-print.ts';
import { useTodayKeys } from './use-today-keys.ts';
import { type TodayList, usePeopleOf, useTodayList } from './use-today-list.ts';

interface TodayPageProps {
  readonly clock?: Clock;
  /** Another feature: what a person says to an alert or a contradiction. */
  readonly settle: (parts: SettleParts) => ReactNode;
  /** Another feature: both facts of a contradiction and what to make of them. */
  readonly contradiction: (contradiction: Contradiction, words: TodayWords) => ReactNode;
  readonly plays: TodayPlays;
  /** Another feature: finds who is to do something. */
  readonly people: People;
  /** Another feature: the form of a note. */
  readonly note: ShowNote;
  /** Asks who the user is, while nobody has said. */
  readonly whoAmI?: ReactNode;
}

/** Lines at first and with each "more": more than a day holds. */
const STEP = 40;

/** All lines while they are printed, else as many as the screen was asked for. */
function useLines(list: TodayList) {
  const [count, setCount] = useState(STEP);
  const { isPrinting, isAsked, print } = usePrint();
  const lines = isPrinting ? list.lines : list.lines.slice(0, count);
  const { people, isWhole } = usePeopleOf(lines);
  usePrintWhenReady(isAsked && isWhole);
  const rest = list.lines.length - lines.length;
  return { lines, people, print, rest, onMore: () => setCount(count + STEP) };
}

interface DoorsInput {
  readonly actions: TodayActions;
  readonly words: TodayWords;
  readonly onAsk: (asked: Asked) => void;
  readonly onNote: (entry: TodayEntry) => void;
  /** What is done leaves the list: the focus goes on to what takes its place. */
  readonly onLeft: () => void;
}

function useDoors({ actions, words, onAsk, onNote, onLeft }: DoorsInput): LineDoors {
  const [, navigate] = useLocation();
  return {
    onNote,
    onTask: (entry) => onAsk({ type: 'task', entry }),
    onAssign: (entry) => onAsk({ type: 'assign', entry }),
    onSettle: (entry) => onAsk({ type: 'settle', entry }),
    onDone: (entry) => {
      const { item } = entry;
      onLeft();
      if (item.kind === 'task') void actions.finishTask(item.task);
      else if (item.kind === 'alert') void actions.finishAlert(item.alert, words.title(entry));
    },
    onPlay: (line) => onAsk({ type: 'play', line }),
    onOpen: (path) => navigate(path),
  };
}

interface LinesProps extends LineDoors, Pick<TodayPageProps, 'plays' | 'contradiction'> {
  readonly list: TodayList;
  readonly lines: readonly TodayLine[];
  readonly words: TodayWords;
  readonly place: number;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onMove: (place: number) => void;
}

function Lines({ list, lines, plays, place, open, onToggle, onMove, ...rest }: LinesProps) {
  const store = useHealthStore();
  const healthOf = (account: string): LineHealth | undefined => {
    const found = list.findings.cases.get(account);
    const coverage = store?.figureOf(account)?.coverage;
    return found === undefined || coverage === undefined ? undefined : { ...found, coverage };
  };
  return (
    <ol className="kz-today-list" aria-label={rest.words.texts.listLabel}>
      {lines.map((line, i) => (
        <TodayLineRow
          key={line.id}
          {...rest}
          line={line}
          account={list.accounts.get(line.head.account)}
          health={healthOf(line.head.account)}
          usual={list.usual}
          place={i + 1}
          of={list.lines.length}
          play={plays.of(line)}
          isCurrent={place === -1 ? i === 0 : i === place}
          isOpen={open.has(line.id)}
          showOwner={list.scope === 'team'}
          onToggle={() => onToggle(line.id)}
          onPoint={() => onMove(i)}
        />
      ))}
    </ol>
  );
}

export function TodayPage(props: TodayPageProps) {
  const { clock = systemClock, settle, contradiction, plays, people: findPeople, whoAmI } = props;
  const list = useTodayList(clock);
  const { lines, people, print, rest, onMore } = useLines(list);
  const rules = list.findings.rules.map(({ rule }) => rule);
  const words = useTodayWords({ people, rules, today: list.today });
  const actions = useTodayActions();
  const readCalendar = useCalendar();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>(undefined);
  const page = useRef<HTMLDivElement>(null);
  const { place, moveTo } = useCursor(lines);
  const focus = useFocus(page, lines[place]?.id);
  const { texts } = words;
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const note = useLineNote({
    page,
    nameOf: (account) => list.accounts.get(account)?.name,
    now: clock.now,
    show: props.note,
    onClosed: focus,
  });
  const doors = useDoors({ actions, words, onAsk: setAsked, onNote: note.open, onLeft: focus });
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
    onPrint: print,
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
  return (
    <div ref={page} className="kz-today-page">
      <SplitPane startWidth={460} side={note.panel}>
        <div className="kz-today kz-scroll">
          <TodayBar
            list={list}
            words={words}
            onCalendar={(file) => void readCalendar(file)}
            onPrint={print}
          />
          {list.state === 'loading' ? (
            <Skeleton lines={10} />
          ) : (
            <>
              <ClockNotice today={list.today} />
              {list.findings.scoring && (
                <p className="kz-today-scoring" role="status">
                  {texts.working}
                </p>
              )}
              {list.me === undefined && list.owners.length > 1 && whoAmI}
              {lines.length === 0 ? (
                <TodayNothing list={list} words={words} />
              ) : (
                <Lines
                  {...doors}
                  list={list}
                  lines={lines}
                  words={words}
                  place={place}
                  open={open}
                  plays={plays}
                  contradiction={contradiction}
                  onToggle={toggle}
                  onMove={moveTo}
                />
              )}
              {rest > 0 && (
                <Button variant="quiet" onClick={onMore}>
                  {texts.showMore(Math.min(STEP, rest))}
                </Button>
              )}
            </>
          )}
        </div>
      </SplitPane>
      <TodayDialogs
        asked={asked}
        list={list}
        words={words}
        actions={actions}
        settle={settle}
        plays={plays}
        people={findPeople}
        onClose={() => {
          setAsked(undefined);
          focus();
        }}
      />
    </div>
  );
}
