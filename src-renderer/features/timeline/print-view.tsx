/** What goes onto paper: the entries shown, without the app around them; prints itself and is gone again. */
import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { factsOfEntry } from '#renderer/data/timeline-facts.ts';
import { isWholeDay } from '#shared/domain/timeline/filter.ts';
import { createRowBuilder } from '#shared/domain/timeline/group.ts';
import { lineOf } from './entry-line.ts';
import { groupKind, groupLine } from './group-line.ts';
import { kindWord } from './kind-look.ts';
import type { TimelineRow, TimelineRules } from './timeline-rules.ts';
import { plainTextOf, type TextWords } from './timeline-text.ts';
import './timeline-print.css';
import type { PrintJob } from './use-take-away.ts';

interface PrintViewProps {
  readonly job: PrintJob;
  readonly shown: string;
  readonly rules: TimelineRules;
  readonly words: TextWords;
  readonly onPrinted: () => void;
}

interface PrintRow {
  readonly kind: string;
  readonly title: string;
  readonly aside: string;
  readonly time: string;
  readonly body: string;
}

function printed(row: Exclude<TimelineRow, { type: 'month' }>, words: TextWords): PrintRow {
  if (row.type === 'group') {
    const kind = groupKind(row);
    const line = groupLine(row, words);
    const word = kind === undefined ? words.texts.quiet : kindWord(kind, words);
    return { kind: word, title: line.title, aside: line.aside, time: '', body: '' };
  }
  const { entry } = row;
  const { title, aside } = lineOf(entry, words);
  return {
    kind: kindWord(factsOfEntry(entry, words.names).kind, words),
    title,
    aside,
    time: isWholeDay(entry.at) ? '' : words.format.time(entry.at),
    body: plainTextOf(entry),
  };
}

export function PrintView({ job, shown, rules, words, onPrinted }: PrintViewProps) {
  const { texts, format } = words;
  const rows = useMemo(() => {
    const builder = createRowBuilder(rules);
    builder.add(job.entries);
    return builder.rows();
  }, [job, rules]);
  useEffect(() => {
    // Drawn first, printed then; the dialog of the system holds everything until it is closed.
    const frame = requestAnimationFrame(() => {
      window.print();
      onPrinted();
    });
    return () => cancelAnimationFrame(frame);
  }, [onPrinted]);
  return createPortal(
    <section className="kz-tl-print" aria-hidden="true">
      <header>
        <h1>{job.title}</h1>
        <p>
          {[shown === '' ? texts.title : shown, texts.printedOn(format.date(words.today))].join(' · ')}
          {job.more && ` · ${texts.tooMany(job.entries.length)}`}
        </p>
      </header>
      {rows.map((row) => {
        if (row.type === 'month') return <h2 key={row.key}>{format.month(row.day)}</h2>;
        const { kind, title, aside, time, body } = printed(row, words);
        return (
          <article key={row.key}>
            <time>{row.firstOfDay ? format.dateShort(row.day) : ''}</time>
            <span>{kind}</span>
            <div>
              <strong>{title}</strong>
              {body !== '' && <p>{body}</p>}
            </div>
            <span>{[aside, time].filter((part) => part !== '').join(' · ')}</span>
          </article>
        );
      })}
    </section>,
    document.body,
  );
}
