/** The bin: what was deleted in the last 30 days, with the way back. */
import { Trash2, Undo2 } from 'lucide-react';
import { BIN_DAYS, emptyBin, putBack } from '#renderer/data/bin.ts';
import { useData } from '#renderer/data/data-context.ts';
import { readBin } from '#renderer/data/notes.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import { systemClock } from '#shared/base/clock.ts';
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import type { BinRow } from '#shared/model/note.ts';
import './note.css';
import { NotesUnread } from './notes-unread.tsx';
import { useNoteActions } from './use-note-actions.ts';

const DAY = 86_400_000;
/** Put back from the palette; the others from the list. */
const NAMED = 20;
const TITLE_FIELDS = ['subject', 'title', 'name', 'body'] as const;

/** The first line of whatever names the record. */
function titleOf({ record }: BinRow): string {
  for (const field of TITLE_FIELDS) {
    const text = record[field];
    if (typeof text !== 'string') continue;
    const line = field === 'body' ? firstWords(text) : (text.trim().split('\n')[0] ?? '').slice(0, 120);
    if (line !== '') return line;
  }
  return '';
}

interface BinLineProps {
  readonly row: BinRow;
  readonly now: number;
  readonly onPutBack: (title: string) => void;
}

function BinLine({ row, now, onPutBack }: BinLineProps) {
  const texts = useText('notes');
  const { format } = useLocale();
  const words: Readonly<Record<string, string>> = texts.binTables;
  const kind = Object.hasOwn(words, row.table) ? words[row.table] : texts.binTables.other;
  const title = titleOf(row) || texts.untitled;
  const left = Math.max(0, Math.ceil((row.deletedAt + BIN_DAYS * DAY - now) / DAY));
  return (
    <tr>
      <td>{kind}</td>
      <th scope="row">{title}</th>
      <td className="kz-figure">{format.dateTime(row.deletedAt)}</td>
      <td className="kz-figure">{texts.binDays(left)}</td>
      <td>
        <Button
          size="small"
          icon={Undo2}
          aria-label={`${texts.putBack}: ${title}`}
          onClick={() => onPutBack(title)}
        >
          {texts.putBack}
        </Button>
      </td>
    </tr>
  );
}

interface FullBinProps {
  readonly rows: readonly BinRow[];
  readonly now: () => number;
}

function FullBin({ rows, now }: FullBinProps) {
  const texts = useText('notes');
  const { db, store } = useData();
  const actions = useNoteActions();
  const back = async (row: BinRow, title: string) => {
    const done = await putBack(db, store, row.id);
    if (done.ok) actions.did(texts.backAgain(title));
    else actions.refuse(done.error);
  };
  const empty = async () => {
    const done = await emptyBin(db, store);
    if (done.ok) actions.did(texts.emptied(rows.length));
    else actions.refuse(done.error);
  };
  useCommands({
    id: 'bin',
    title: texts.bin,
    commands: [
      ...rows.slice(0, NAMED).map((row) => {
        const title = titleOf(row) || texts.untitled;
        return {
          id: `bin.put-back.${row.id}`,
          label: texts.commands.putBack(title),
          run: () => void back(row, title),
        };
      }),
      { id: 'bin.empty', label: texts.emptyBin(rows.length), run: () => void empty() },
    ],
  });
  return (
    <div className="kz-note-page">
      <p className="kz-hint">{texts.binHint}</p>
      <table className="kz-note-table">
        <thead>
          <tr>
            <th scope="col">{texts.kind}</th>
            <th scope="col">{texts.binWhat}</th>
            <th scope="col">{texts.binWhen}</th>
            <th scope="col">{texts.binLeft}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BinLine key={row.id} row={row} now={now()} onPutBack={(title) => void back(row, title)} />
          ))}
        </tbody>
      </table>
      <div>
        <Button icon={Trash2} onClick={() => void empty()}>
          {texts.emptyBin(rows.length)}
        </Button>
      </div>
    </div>
  );
}

export function BinPage({ now = systemClock.now }: { readonly now?: () => number }) {
  const texts = useText('notes');
  const { db } = useData();
  const live = useLive(() => readBin(db), [db]);
  if (live.state === 'failed') return <NotesUnread error={live.error} />;
  if (live.state === 'loading') return <Skeleton lines={5} />;
  if (live.value.length > 0) return <FullBin rows={live.value} now={now} />;
  return (
    <EmptyState icon={Trash2} title={texts.binNone}>
      {texts.binNoneBody}
    </EmptyState>
  );
}
