/** The tasks that stand in a note: lines with an open check box or an arrow, with who, which side and by when. */
import { type FindMentions, type Mention, mentionFinder, type People } from './find-mention.ts';
import { plainLine } from './plain-line.ts';
import { readDayAt } from './read-due.ts';

export interface FindTasksOptions extends People {
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** The user of this machine: does what nobody else is named for. */
  readonly me?: string | undefined;
}

export interface FoundTask {
  /** What the line says without who and when: the same line is known by it again. Unique in the note. */
  readonly key: string;
  /** Counted from 0. */
  readonly line: number;
  readonly title: string;
  readonly side: 'ours' | 'theirs';
  /** '' = nobody yet. */
  readonly owner: string;
  readonly contact?: string;
  /** 'YYYY-MM-DD'. */
  readonly due?: string;
}

const BOX = /^\s*(?:[>\s]*)(?:[-*+]|\d+[.)])?\s*(?:\\?\[\s?\\?\]|[☐□])\s*(.*)$/u;
const ARROW = /^\s*(?:[>\s]*)(?:[-*+]\s+|\d+[.)]\s+)?(?:→|➡\uFE0F?|⇒|\\?-\\?>|=>)\s*(.*)$/u;
const LEADING_ARROW = /^(?:→|➡\uFE0F?|⇒|\\?-\\?>|=>)\s*/u;
const FENCE = /^\s*(?:```|~~~)/;

/** What the line says behind its box or arrow; undefined = no task. */
function taskText(line: string): string | undefined {
  const boxed = BOX.exec(line)?.[1];
  if (boxed !== undefined) return boxed.replace(LEADING_ARROW, '');
  return ARROW.exec(line)?.[1];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const EN_BEFORE = /(?:^|[\s,(:;])(by|until|till|before|due|on|no later than|deadline:?)\s*:?\s*$/i;
const JA_BEFORE = /(?:期限|締切|〆切|〆)\s*[:：は]?\s*$/;
const JA_AFTER = /^\s*(?:までに?は?|迄に?|中に|締め?切?り?|〆切?|期限|に)/u;
const EDGE_AFTER = /^[\s.,;:!?。、！？：)）]*$/u;
const BORDER_BEFORE = /(?:^|[\s,、。(（:：;])$/u;
const BORDER_AFTER = /^(?:$|[\s,、。)）:：;.!?])/u;

/** A word that ties the day to the task, before or after it, belongs to what is taken out of the title. */
function dueSpan(text: string, start: number, end: number, doerEnd: number): Span | undefined {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const tied = EN_BEFORE.exec(before) ?? JA_BEFORE.exec(before);
  const until = JA_AFTER.exec(after);
  const sure = until !== null && until[0].trim() !== 'に';
  if (tied !== null) {
    const tie = tied[0].replace(/^[\s,(:;]/, '').length;
    return { start: start - tie, end: end + (sure ? until[0].length : 0) };
  }
  if (sure) return { start, end: end + until[0].length };
  const atStart = before.slice(doerEnd).trim() === '' && (BORDER_AFTER.test(after) || until !== null);
  if (atStart) return { start, end: end + (until?.[0].length ?? 0) };
  const behind = until?.[0].length ?? 0;
  if (BORDER_BEFORE.test(before) && EDGE_AFTER.test(after.slice(behind))) return { start, end: end + behind };
  return undefined;
}

interface Due extends Span {
  readonly iso: string;
}

/** The first day that the line is tied to; a day that is merely mentioned ("the 3/15 report") is none. */
function findDue(text: string, today: string, doerEnd: number): Due | undefined {
  for (let at = 0; at < text.length; at++) {
    // No day begins in the middle of a Latin word or a number.
    if (/[A-Za-z0-9]/.test(text[at] ?? '') && /[A-Za-z0-9/.-]/.test(text[at - 1] ?? '')) continue;
    const day = readDayAt(text, at, today);
    if (day === undefined) continue;
    const span = dueSpan(text, at, day.end, Math.min(doerEnd, at));
    if (span !== undefined) return { ...span, iso: day.iso };
    at = day.end - 1;
  }
  return undefined;
}

const TO_SOMEBODY = /(?:^|\s)(?:to|with|for|from|about|cc|and|of)\s*$/i;
const JA_TO_SOMEBODY = /^\s*(?:に|へ|と|から|宛|の|を)/u;

/** Who does it: the first one named, unless the words around say that it is done to or with them. */
function doerOf(text: string, mentions: readonly Mention[]): Mention | undefined {
  const [first] = mentions;
  if (first !== undefined && text.slice(0, first.start).trim() === '') {
    const after = text.slice(first.end);
    return /^(?:に|へ|と|から|宛)(?!\s)/u.test(after) ? undefined : first;
  }
  return mentions.find(
    ({ start, end }) => !TO_SOMEBODY.test(text.slice(0, start)) && !JA_TO_SOMEBODY.test(text.slice(end)),
  );
}

/** The text without the spans; other mentions lose their sign only. */
function cut(text: string, spans: readonly Span[], mentions: readonly Mention[]): string {
  let out = '';
  let at = 0;
  const signs = mentions.map(({ start }) => ({ start, end: start + 1 }));
  for (const span of [...spans, ...signs].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    out += `${text.slice(at, span.start)}${span.end - span.start > 1 ? ' ' : ''}`;
    at = span.end;
  }
  return out + text.slice(at);
}

function tidy(title: string): string {
  return title
    .replace(/[\s\u3000]+/gu, ' ')
    .replace(/\(\s*\)|（\s*）/gu, '')
    .replace(/\s+([,.;:!?、。])/gu, '$1')
    .replace(/^[\s,.;:、。：)）→は が-]*(?=\S)/u, (lead) => lead.replace(/[^は が]|^[は が]+/gu, ''))
    .replace(/[\s,.;:、。：(（-]+$/u, '')
    .trim();
}

function keyOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '')
    .slice(0, 200);
}

/** Full-width figures and signs as ASCII, one for one, so that places stay the same. */
function narrow(text: string): string {
  return text
    .replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

function readTask(text: string, options: FindTasksOptions, find: FindMentions) {
  const plain = narrow(plainLine(text));
  const mentions = find(plain);
  const doer = doerOf(plain, mentions);
  const leads = doer !== undefined && plain.slice(0, doer.start).trim() === '';
  const due = findDue(plain, options.today, leads ? doer.end : 0);
  const spans = [doer, due].flatMap((span) => span ?? []);
  const title = tidy(cut(plain, spans, mentions)) || tidy(cut(plain, [], mentions));
  return { title, doer, due: due?.iso };
}

/** In the order in which they stand. Lines that are ticked, empty or part of code make none. */
export function findTasks(markdown: string, options: FindTasksOptions): FoundTask[] {
  const find = mentionFinder(options);
  const found: FoundTask[] = [];
  const keys = new Map<string, number>();
  let fenced = false;
  for (const [line, raw] of markdown.split('\n').entries()) {
    if (FENCE.test(raw)) fenced = !fenced;
    const text = fenced ? undefined : taskText(raw);
    if (text === undefined) continue;
    const { title, doer, due } = readTask(text, options, find);
    if (keyOf(title) === '') continue;
    const times = (keys.get(keyOf(title)) ?? 0) + 1;
    keys.set(keyOf(title), times);
    found.push({
      key: times === 1 ? keyOf(title) : `${keyOf(title)}#${times}`,
      line,
      title,
      side: doer?.side ?? 'ours',
      owner: doer?.name ?? options.me ?? '',
      ...(doer?.contact === undefined ? {} : { contact: doer.contact }),
      ...(due === undefined ? {} : { due }),
    });
  }
  return found;
}
