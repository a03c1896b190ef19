/** What one entry says on its line: a title, what follows it faintly, and a short note at the right edge. Pure. */
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import type { FieldTexts } from '#renderer/i18n/en/fields.ts';
import type { timeline } from '#renderer/i18n/en/timeline.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import type { Formats } from '#renderer/i18n/format.ts';

interface LineWords {
  readonly texts: typeof timeline;
  readonly fields: FieldTexts;
  readonly format: Formats;
}

interface EntryLine {
  readonly title: string;
  readonly rest: string;
  readonly aside: string;
}

type Values = Readonly<Record<string, unknown>>;

function text(values: Values, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
}

function firstLine(body: string): string {
  return body.split('\n', 1)[0]?.slice(0, 240) ?? '';
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function people(values: Values, comma: string): string {
  const { participants } = values;
  const list = Array.isArray(participants) ? participants.map(String) : [];
  if (list.length > 3) return `${list.slice(0, 2).join(comma)} +${list.length - 2}`;
  return list.length > 0 ? list.join(comma) : text(values, 'owner');
}

function activityLine(values: Values, { texts, format }: LineWords): EntryLine {
  const subject = text(values, 'subject');
  const body = text(values, 'body');
  const minutes = values.durationMinutes;
  const title = subject !== '' ? subject : firstLine(body);
  return {
    title: title === '' ? texts.noSubject : title,
    rest: subject === '' ? '' : firstLine(body),
    aside: joined([
      people(values, texts.comma),
      typeof minutes === 'number' && minutes > 0 ? texts.minutes(format.number(minutes)) : '',
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

function surveyLine(values: Values, { texts, fields, format }: LineWords): EntryLine {
  const kind = choiceLabel(fields, 'surveyKind', text(values, 'surveyKind') || 'nps');
  const score = values.score;
  const figure = typeof score === 'number' ? texts.score(format.number(score)) : '';
  return { title: joined([kind, figure]), rest: text(values, 'comment'), aside: '' };
}

function churnLine(values: Values, { texts, format }: LineWords): EntryLine {
  const lost = values.mrrLost;
  const money =
    typeof lost === 'object' && lost !== null && 'minor' in lost && 'currency' in lost
      ? `MRR −${format.money({ minor: Number(lost.minor), currency: String(lost.currency) })}`
      : '';
  const back = values.isReactivation === true ? texts.cameBack : '';
  return {
    title: joined([back, text(values, 'reason')]) || texts.kindOne.churn,
    rest: text(values, 'comment'),
    aside: money,
  };
}

export function lineOf(entry: TimelineEntry, words: LineWords): EntryLine {
  if (entry.type === 'activity') return activityLine({ ...entry.activity }, words);
  const { noun, values } = entry.event;
  switch (noun) {
    case 'ticket':
      return ticketLine(values, words);
    case 'survey':
      return surveyLine(values, words);
    case 'churnEvent':
      return churnLine(values, words);
    default:
      return activityLine(values, words);
  }
}
