/** What one entry says on its line: a title, what follows it faintly, and a short note at the right edge. Pure. */
import type { MarkerEntry, TimelineEntry } from '#renderer/data/timeline.ts';
import type { FieldTexts } from '#renderer/i18n/en/fields.ts';
import type { timeline } from '#renderer/i18n/en/timeline.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import type { Money } from '#shared/base/money.ts';
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import type { StageChange } from '#shared/model/stage-change.ts';

export interface LineWords {
  readonly texts: typeof timeline;
  readonly fields: FieldTexts;
  readonly format: Formats;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** Contacts by id. */
  readonly names: ReadonlyMap<string, string>;
}

export interface EntryLine {
  readonly title: string;
  readonly rest: string;
  readonly aside: string;
}

type Values = Readonly<Record<string, unknown>>;

function text(values: Values, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
}

/** Signs with which lists and quotes begin; the line alone is shown without them. */
const MARKS = /^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+)/;

/** The first line of a source's text that says something: no Markdown, whatever signs are in it. */
function firstLine(body: string): string {
  for (const line of body.split('\n', 12)) {
    const plain = line.replace(MARKS, '').trim();
    if (plain !== '') return plain.slice(0, 240);
  }
  return '';
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function list(values: Values, field: string): readonly string[] {
  const value = values[field];
  return Array.isArray(value) ? value.map(String) : [];
}

function people(values: Values, { texts, names }: LineWords): string {
  const all = [
    ...list(values, 'contacts').map((id) => names.get(id) ?? ''),
    ...list(values, 'participants'),
    ...list(values, 'team'),
  ].filter((name) => name !== '');
  if (all.length > 3) return `${all.slice(0, 2).join(texts.comma)} +${all.length - 2}`;
  return all.length > 0 ? all.join(texts.comma) : text(values, 'owner');
}

function sentimentWord(values: Values, { texts }: LineWords): string {
  const step = values.sentiment;
  const words: Readonly<Record<number, string>> = texts.sentimentSteps;
  return typeof step === 'number' ? (words[step] ?? '') : '';
}

function activityLine(values: Values, words: LineWords, first: (body: string) => string): EntryLine {
  const { texts, format } = words;
  const subject = text(values, 'subject');
  const line = first(text(values, 'body'));
  const minutes = values.durationMinutes;
  const title = subject !== '' ? subject : line;
  return {
    title: title === '' ? texts.noSubject : title,
    rest: subject === '' ? '' : line,
    aside: joined([
      people(values, words),
      typeof minutes === 'number' && minutes > 0 ? texts.minutes(format.number(minutes)) : '',
      sentimentWord(values, words),
    ]),
  };
}

function ticketLine(values: Values, { texts }: LineWords): EntryLine {
  const status = text(values, 'status');
  const fallback = values.closedAt === undefined ? texts.open : texts.closed;
  return {
    title: text(values, 'subject') || texts.noSubject,
    rest: firstLine(text(values, 'body')),
    aside: joined([text(values, 'priority'), status === '' ? fallback : status]),
  };
}

function usageLine(values: Values, { texts, format }: LineWords): EntryLine {
  const { count } = values;
  return {
    title: text(values, 'feature') || text(values, 'user') || texts.kindOne.usage,
    rest: text(values, 'feature') === '' ? '' : text(values, 'user'),
    aside: texts.usageLine(format.number(typeof count === 'number' ? count : 1)),
  };
}

function surveyLine(values: Values, { texts, fields, format }: LineWords): EntryLine {
  const kind = choiceLabel(fields, 'surveyKind', text(values, 'surveyKind') || 'nps');
  const score = values.score;
  const figure = typeof score === 'number' ? texts.score(format.number(score)) : '';
  return { title: joined([kind, figure]), rest: text(values, 'comment'), aside: '' };
}

function churnLine(values: Values, { texts, format }: LineWords): EntryLine {
  const lost = values.mrrLost;
  const money =
    typeof lost === 'object' && lost !== null && 'minor' in lost && 'currency' in lost && lost.minor !== 0
      ? `MRR −${format.money({ minor: Number(lost.minor), currency: String(lost.currency) })}`
      : '';
  const back = values.isReactivation === true ? texts.cameBack : '';
  return {
    title: joined([back, text(values, 'reason')]) || texts.kindOne.churn,
    rest: text(values, 'comment'),
    aside: money,
  };
}

function amount(label: string, money: Money | undefined, format: Formats): string {
  return money === undefined ? '' : `${label}${format.moneyShort(money)}`;
}

/** A label of the user's own, or one of the delivered ones in the reader's language. */
function stageLine({ from, to }: StageChange, { texts, fields }: LineWords): EntryLine {
  const label = (stage: string) => choiceLabel(fields, 'stage', stage);
  const title =
    to === undefined
      ? texts.stage.none
      : from === undefined
        ? label(to)
        : texts.stage.change(label(from), label(to));
  return { title, rest: '', aside: '' };
}

function markerLine({ marker }: MarkerEntry, words: LineWords): EntryLine {
  const { texts, format, fields, today } = words;
  switch (marker.kind) {
    case 'stage':
      return stageLine(marker.record, words);
    case 'next':
      return { title: texts.nextAgreed, rest: '', aside: '' };
    case 'contract': {
      const { name, plan, mrr, arr, seats } = marker.record;
      const seatText =
        seats === undefined ? '' : `${fields.labels.subscription.seats} ${format.number(seats)}`;
      return {
        title: texts.contract[marker.what](name ?? plan ?? ''),
        rest: seatText,
        aside: amount('MRR ', mrr, format) || amount('ARR ', arr, format),
      };
    }
    case 'deal': {
      const { name, stage = '', probability } = marker.record;
      const chance = probability === undefined ? '' : format.percent(probability);
      return {
        title: texts.deal[marker.what](name),
        rest: joined([stage, marker.what === 'closes' ? chance : '']),
        aside: amount('', marker.record.amount, format),
      };
    }
    case 'people': {
      const { name, title = '', department = '', role } = marker.record;
      const roleWord = role === undefined ? '' : choiceLabel(fields, 'role', role);
      return { title: texts.people[marker.what](name), rest: joined([department, title]), aside: roleWord };
    }
    case 'task': {
      const { title, owner, side, due } = marker.record;
      const late = due !== undefined && due < today;
      return {
        title,
        rest: '',
        aside: joined([
          owner,
          side === 'theirs' ? texts.task.theirs : '',
          marker.what === 'done' ? texts.task.done : late ? texts.task.overdue : texts.task.due,
        ]),
      };
    }
  }
}

export function lineOf(entry: TimelineEntry, words: LineWords): EntryLine {
  switch (entry.type) {
    case 'activity':
      return activityLine({ ...entry.activity }, words, (body) => firstWords(body, 240));
    case 'marker':
      return markerLine(entry, words);
    case 'extra':
      return { title: entry.title, rest: entry.rest ?? '', aside: entry.aside ?? '' };
    case 'event':
      break;
  }
  const { noun, values } = entry.event;
  switch (noun) {
    case 'ticket':
      return ticketLine(values, words);
    case 'usage':
      return usageLine(values, words);
    case 'survey':
      return surveyLine(values, words);
    case 'churnEvent':
      return churnLine(values, words);
    case 'activity':
      return activityLine(values, words, firstLine);
  }
}
