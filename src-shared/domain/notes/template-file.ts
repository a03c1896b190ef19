/** Templates as Markdown files: a head with name, kind and language between lines of ---, then the text. */
import { err, ok, type Result } from '../../base/result.ts';

export interface TemplateFile {
  readonly name: string;
  readonly kind: string;
  readonly language: 'en' | 'ja';
  readonly body: string;
}

export type TemplateFileError =
  /** Longer than any template. */
  { readonly type: 'too-long' } | { readonly type: 'empty' };

const LONGEST = 200_000;
const HEAD = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** A value of the head; quoted where plain text would be read as something else. */
function headValue(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  return /^[\s"'#&*!|>%@`[\]{},?:-]|[:#]\s|\s$|^$/.test(line) ? JSON.stringify(line) : line;
}

export function writeTemplateFile(template: TemplateFile): string {
  const { name, kind, language, body } = template;
  return `---\nname: ${headValue(name)}\nkind: ${headValue(kind)}\nlanguage: ${language}\n---\n\n${body.trimEnd()}\n`;
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

function readHead(head: string): ReadonlyMap<string, string> {
  const lines = head.split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon === -1
      ? []
      : [[line.slice(0, colon).trim().toLowerCase(), unquoted(line.slice(colon + 1).trim())]];
  });
  return new Map(lines);
}

/** Without a head the file's name is the template's and its language is guessed from the text. */
export function readTemplateFile(text: string, fileName: string): Result<TemplateFile, TemplateFileError> {
  if (text.length > LONGEST) return err({ type: 'too-long' });
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = HEAD.exec(plain);
  const head = readHead(match?.[1] ?? '');
  const body = plain.slice(match?.[0].length ?? 0).trim();
  if (body === '') return err({ type: 'empty' });
  const language = head.get('language')?.slice(0, 2).toLowerCase();
  const guessed = JAPANESE.test(body) ? 'ja' : 'en';
  return ok({
    name: head.get('name') || fileName.replace(/\.(md|markdown|txt)$/i, ''),
    kind: head.get('kind') || 'meeting',
    language: language === 'en' || language === 'ja' ? language : guessed,
    body,
  });
}
