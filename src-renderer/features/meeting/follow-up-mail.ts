/** The follow-up e-mail after a meeting, as plain text: greeting, what was said, who does what by when. Pure. */
import { plainLine } from '#shared/domain/notes/plain-line.ts';
import { customerPart } from './customer-part.ts';

export interface MailTask {
  readonly title: string;
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
  readonly body: string;
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

export function followUpMail({ body, tasks, names, nextOn }: MailInput, words: MailWords): string {
  const shown = spoken(customerPart(body))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const internal = new Set(internalTitles(body, tasks));
  const list = (side: MailTask['side'], title: string) => {
    const own = tasks.filter((task) => task.side === side && !internal.has(task.title));
    return own.length === 0 ? '' : [`■ ${title}`, ...own.map((task) => taskLine(task, words))].join('\n');
  };
  return [
    words.greeting(names),
    words.thanks,
    shown,
    list('ours', words.ours),
    list('theirs', words.theirs),
    nextOn === undefined ? '' : words.next(words.date(nextOn)),
    words.closing,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Tasks that stand in an internal part of the note are not the customer's business. */
function internalTitles(body: string, tasks: readonly MailTask[]): readonly string[] {
  const shown = customerPart(body).split('\n').map(plainLine).join('\n');
  const whole = body.split('\n').map(plainLine).join('\n');
  return tasks.map(({ title }) => title).filter((title) => whole.includes(title) && !shown.includes(title));
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
