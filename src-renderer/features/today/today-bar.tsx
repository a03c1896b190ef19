/** Above the list: the day, how much there is, whose accounts, the calendar and the print. */
import { CalendarPlus, Printer } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { changeTodayScope, type TodayScope } from '#renderer/ui-state/today-view.ts';
import type { TodayWords } from './today-words.ts';
import type { TodayList } from './use-today-list.ts';

interface TodayBarProps {
  readonly list: TodayList;
  readonly words: TodayWords;
  readonly onCalendar: (file: File) => void;
  readonly onPrint: () => void;
}

function useScopes({ list, words }: Pick<TodayBarProps, 'list' | 'words'>) {
  const { texts } = words;
  const owners = list.owners.map((name) => ({ value: `owner:${name}` as TodayScope, label: name }));
  const mine = list.me === undefined ? [] : [{ value: 'mine' as const, label: texts.mine }];
  return [...mine, { value: 'team' as const, label: texts.team }, ...owners];
}

export function TodayBar({ list, words, onCalendar, onPrint }: TodayBarProps) {
  const { texts, format, today } = words;
  const input = useRef<HTMLInputElement>(null);
  const scopes = useScopes({ list, words });
  const accounts = new Set(list.lines.map(({ head }) => head.account).filter((id) => id !== '')).size;
  return (
    <div className="kz-today-bar">
      <h2>
        <time dateTime={today}>{format.date(today)}</time>
      </h2>
      <span className="kz-today-faint" role="status">
        {list.state === 'ready' && list.lines.length > 0 && texts.summary(list.lines.length, accounts)}
      </span>
      <span className="kz-today-gap" />
      <Select
        quiet
        hideLabel
        label={texts.scopeLabel}
        value={list.scope}
        options={scopes}
        onChange={changeTodayScope}
      />
      <IconButton icon={CalendarPlus} label={texts.importCalendar} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept=".ics,text/calendar"
        hidden
        data-calendar
        aria-label={texts.importCalendar}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen once more.
          event.target.value = '';
          if (file !== undefined) onCalendar(file);
        }}
      />
      <IconButton icon={Printer} label={texts.print} onClick={onPrint} />
    </div>
  );
}
