/** What lines of Today are said with: one sentence each, from facts, in the reader's language. */
import { useMemo } from 'react';
import { alertText } from '#renderer/i18n/alert-words.ts';
import { type ContradictionText, contradictionText } from '#renderer/i18n/contradiction-words.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { type FactWords, factWords } from '#renderer/i18n/fact-words.ts';
import { daysBetween, type Formats } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import type { TodayEntry } from '#shared/domain/today/entry.ts';
import type { KnownMeeting } from '#shared/domain/today/meeting.ts';
import type { Alert, Contradiction, OwnRule } from '#shared/model/alert.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Band } from '#shared/model/health.ts';
import type { Draft } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';

export interface TodayWords {
  readonly texts: Texts['today'];
  readonly format: Formats;
  readonly facts: FactWords;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  band(band: Band): string;
  /** A score with the share of the weight that it is made of, in full. */
  pair(value: number, coverage: number): string;
  /** The kind of an entry in a word: Risk, Task, … */
  kind(entry: TodayEntry): string;
  /** What and why now. */
  sentence(entry: TodayEntry): string;
  /** In a few words, for toasts and titles. */
  title(entry: TodayEntry): string;
  contradiction(contradiction: Contradiction): ContradictionText;
  /** What one would do about it; '' where that is plain. */
  nextStep(entry: TodayEntry): string;
}

interface WordsInput {
  readonly people: ReadonlyMap<string, readonly Contact[]>;
  readonly rules: readonly OwnRule[];
  readonly today: string;
}

function titleOfDraft({ subject, body }: Draft, untitled: string): string {
  return subject.trim() || firstWords(body, 60) || untitled;
}

function taskSentence(task: Task, texts: Texts['today'], today: string): string {
  const days = task.due === undefined ? Number.NaN : daysBetween(today, task.due);
  const { title } = task;
  const what = Number.isNaN(days)
    ? texts.task.open(title)
    : days < 0
      ? texts.task.overdue(title, -days)
      : days === 0
        ? texts.task.today(title)
        : texts.task.soon(title, days);
  return task.side === 'theirs' ? `${what} ${texts.task.theirs(task.owner)}` : what;
}

function meetingSentence(meeting: KnownMeeting, texts: Texts['today'], format: Formats): string {
  const names = meeting.accounts.flatMap(({ people }) => people.map(({ name }) => name));
  const { title, at, end } = meeting;
  return texts.meeting(
    title === '' ? texts.untitled : title,
    format.time(at),
    format.time(end),
    format.list(names),
  );
}

interface Parts extends WordsInput {
  readonly texts: Texts['today'];
  readonly alerts: Texts['alerts'];
  readonly contradictions: Texts['contradictions'];
  readonly fields: Texts['fields'];
  readonly health: Texts['healthWords'];
  readonly format: Formats;
}

function createWords(parts: Parts): TodayWords {
  const { texts, alerts, contradictions, fields, health, format, people, rules, today } = parts;
  const names = new Map([...people.values()].flatMap((list) => list.map((each) => [each.id, each.name])));
  const facts = factWords({ alerts, health, fields, format, names });
  const contradiction = (each: Contradiction) =>
    contradictionText(each, {
      texts: contradictions,
      fields,
      facts,
      contacts: people.get(each.account) ?? [],
      rules,
      today,
    });

  const alert = (each: Alert) => alertText(each, { texts: alerts, facts, contradiction });

  return {
    texts,
    format,
    facts,
    today,
    contradiction,
    band: (band) => health.bands[band],
    pair: health.pair,
    kind: ({ item }) => texts.kinds[item.kind === 'alert' ? item.alert.type : item.kind],
    sentence({ item }) {
      switch (item.kind) {
        case 'alert':
          return alert(item.alert).sentence;
        case 'contradiction':
          return contradiction(item.contradiction).sentence;
        case 'task':
          return taskSentence(item.task, texts, today);
        case 'draft':
          return texts.draft(titleOfDraft(item.draft, texts.untitled), format.dateTime(item.draft.updatedAt));
        case 'conflict':
          return texts.conflict(item.conflicts.length);
        case 'unsent':
          return texts.unsent(item.unsent.count);
        case 'meeting':
          return meetingSentence(item.meeting, texts, format);
      }
    },
    title({ item }) {
      switch (item.kind) {
        case 'alert':
          return alert(item.alert).title;
        case 'contradiction':
          return contradiction(item.contradiction).title;
        case 'task':
          return item.task.title;
        case 'draft':
          return titleOfDraft(item.draft, texts.untitled);
        case 'meeting':
          return item.meeting.title;
        case 'conflict':
        case 'unsent':
          return texts.kinds[item.kind];
      }
    },
    nextStep({ item }) {
      if (item.kind === 'contradiction') return contradiction(item.contradiction).nextStep;
      return item.kind === 'alert' ? alert(item.alert).nextStep : '';
    },
  };
}

export function useTodayWords({ people, rules, today }: WordsInput): TodayWords {
  const texts = useText('today');
  const alerts = useText('alerts');
  const contradictions = useText('contradictions');
  const fields = useText('fields');
  const health = useText('healthWords');
  const { format } = useLocale();
  return useMemo(
    () => createWords({ texts, alerts, contradictions, fields, health, format, people, rules, today }),
    [texts, alerts, contradictions, fields, health, format, people, rules, today],
  );
}
