/** The follow-up e-mail after a meeting, as plain text: greeting, what was said, who does what by when. Pure. */
import { plainLine } from '#shared/domain/notes/plain-line.ts';
import type { IsPrompt } from '#shared/domain/notes/template-prompts.ts';
import { answeredPart } from './answered-part.ts';
import { type CustomerNote, customerPart, isInternalKind, shownLines } from './customer-part.ts';

export interface MailTask {
  readonly title: string;
  /** Line of the note in which it stands, counted from 0. */
  readonly line: number;
  readonly side: 'ours' | 'theirs';
  readonly owner: string;
  /** 'YYYY-MM-DD'. */
  readonly due?: string;
}

export interface MailWords {
  readonly greeting: (names: readonly string[]) => string;
  readonly thanks: string;
  readonly ours: string;
  readonly theirs: string;
  readonly next: (date: string) => string;
  readonly closing: string;
  readonly date: (isoDate: string) => string;
}

export interface MailInput {
  readonly note: CustomerNote;
  readonly isPrompt: IsPrompt;
  readonly tasks: readonly MailTask[];
  readonly names: readonly string[];
  readonly nextOn: string | undefined;
}

const TASK_LINE = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]|→|->|⇒)/;
const LIST = /^(\s*)(?:[-*+]|\d{1,3}[.)])(?:\s+|$)/;

/** Lines without marks; tasks leave, they are told below; a heading with nothing under it leaves too. */
function spoken(markdown: string): readonly string[] {
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    if (TASK_LINE.test(line) || /^\s*(?:\|[\s:|-]+\||---+|```.*|~~~.*)\s*$/.test(line)) continue;
    const heading = /^\s*#{1,6}\s+(.*)$/.exec(line)?.[1];
    const list = LIST.exec(line);
    if (heading !== undefined) lines.push(`■ ${plainLine(heading)}`);
    else if (list !== null) {
      const text = plainLine(line.slice(list[0].length));
      if (text !== '') lines.push(`${list[1]}・${text}`);
    } else lines.push(plainLine(line.replace(/^\s*>\s?/, '').replace(/^\s*\||\|\s*$/g, '')));
  }
  return lines.filter((line, i) => {
    if (!line.startsWith('■ ')) return true;
    const following = lines.slice(i + 1).find((next) => next.trim() !== '');
    return following !== undefined && !following.startsWith('■ ');
  });
}

function taskLine({ title, owner, due }: MailTask, words: MailWords): string {
  const about = [owner, due === undefined ? '' : words.date(due)].filter((part) => part !== '').join(', ');
  return about === '' ? `・${title}` : `・${title} (${about})`;
}

/** Tasks that stand in an internal part of the note are not the customer's business, whatever they are called by now. */
function shownTasks({ note: { kind, body }, tasks }: MailInput): readonly MailTask[] {
  if (isInternalKind(kind)) return [];
  const shown = shownLines(body.split('\n'));
  return tasks.filter((task) => shown[task.line] === true);
}

export function followUpMail(input: MailInput, words: MailWords): string {
  const { note, isPrompt, names, nextOn } = input;
  const told = spoken(answeredPart(customerPart(note), isPrompt))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const tasks = shownTasks(input);
  const list = (side: MailTask['side'], title: string) => {
    const own = tasks.filter((task) => task.side === side);
    return own.length === 0 ? '' : [`■ ${title}`, ...own.map((task) => taskLine(task, words))].join('\n');
  };
  return [
    words.greeting(names),
    words.thanks,
    told,
    list('ours', words.ours),
    list('theirs', words.theirs),
    nextOn === undefined ? '' : words.next(words.date(nextOn)),
    words.closing,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Longer addresses are cut off by mail programs: then the text goes by the clipboard. */
const LONGEST_ADDRESS = 1_900;

/** `complete` false: recipients and subject only. */
export function mailAddress(
  to: readonly string[],
  subject: string,
  text: string,
): { readonly href: string; readonly complete: boolean } {
  const head = `mailto:${to.map(encodeURIComponent).join(',')}?subject=${encodeURIComponent(subject)}`;
  const whole = `${head}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
  return whole.length <= LONGEST_ADDRESS ? { href: whole, complete: true } : { href: head, complete: false };
}
