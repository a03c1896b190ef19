/** Takes over a calendar file: read by a worker, stored as one operation that undo takes back. */
import { useData } from '#renderer/data/data-context.ts';
import { askCalendar } from '#renderer/data/today/ask-calendar.ts';
import { importMeetings, readKnownMeetings } from '#renderer/data/today/meetings.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { refusalText } from '#renderer/ui/refusal.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';

const DAY = 86_400_000;
/** Meetings further ahead are read from next month's file. */
const AHEAD = 28;

export function useCalendar(): (file: File) => Promise<void> {
  const { db, store } = useData();
  const texts = useText('today');
  const { refused } = useText('ui');
  return async (file) => {
    const now = store.clock.now();
    const span = { from: now - DAY, to: now + AHEAD * DAY };
    const read = await askCalendar(file, span).catch(() => undefined);
    if (read?.ok !== true) {
      toast({ message: texts.calendarUnreadable(file.name), tone: 'danger' });
      return;
    }
    const calendars = read.value;
    const done = await importMeetings(store, { name: file.name, calendars, from: span.from });
    if (!done.ok) {
      toast({ message: refusalText(refused, done.error), tone: 'danger' });
      return;
    }
    const ids = new Set(calendars.flatMap(({ meetings }) => meetings.map(({ id }) => id)));
    const known = await readKnownMeetings(db, span.from, span.to);
    const said =
      ids.size === 0
        ? texts.calendarEmpty(file.name)
        : texts.calendarRead(ids.size, known.filter(({ id }) => ids.has(id)).length);
    // The very same file once more changes nothing: there is nothing to take back.
    if (done.value === undefined) toast({ message: said });
    else offerUndo(said);
  };
}
