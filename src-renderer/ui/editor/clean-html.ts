/**
 * Pasted HTML from Word, Gmail, Excel and web pages, cut down to structure before anything parses it: no style, class,
 * picture or script is left, so that nothing is fetched and the page's policy is never asked. The schema decides again
 * afterwards what may stay; safety does not rest on this file.
 */
import { boxOfSign, DONE_SIGN, htmlWithCheckItems, OPEN_SIGN } from './check-boxes.ts';
import { attribute, type Tag, tokens } from './html-tokens.ts';
import { isSafeHref } from './markdown/targets.ts';

/** Tags that are kept, under the name that the schema knows. */
const KEPT: Readonly<Record<string, string>> = {
  p: 'p',
  div: 'p',
  section: 'p',
  article: 'p',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  pre: 'pre',
  hr: 'hr',
  br: 'br',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 's',
  del: 's',
  strike: 's',
  code: 'code',
  tt: 'code',
  a: 'a',
};

/** Their content is no text of the page. */
const DROPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'select',
  'textarea',
  'xml',
]);

const VOID = new Set(['br', 'hr']);
const CELL = new Set(['td', 'th']);
const BLOCK = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr']);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };
const plain = (text: string) =>
  text.replace(/&(amp|quot|lt|gt|#39);/g, (_all, name: string) => ENTITIES[name] ?? '');
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** What the tag becomes; undefined = it leaves, its text stays. */
function meaning(tag: Tag): { readonly name: string; readonly attributes: string } | undefined {
  const style = attribute(tag, 'style');
  const weight = /font-weight:\s*(bold|[6-9]00|normal|[1-5]00)/i.exec(style)?.[1];
  if (tag.name === 'span' || tag.name === 'font') {
    if (weight !== undefined && /bold|[6-9]00/i.test(weight)) return { name: 'strong', attributes: '' };
    if (/font-style:\s*italic/i.test(style)) return { name: 'em', attributes: '' };
    return /text-decoration:[^;]*line-through/i.test(style) ? { name: 's', attributes: '' } : undefined;
  }
  // Google Docs wraps everything in a bold that is none.
  if (tag.name === 'b' && weight !== undefined && /normal|[1-5]00/i.test(weight)) return undefined;
  const name = KEPT[tag.name];
  if (name === 'a') {
    const href = plain(attribute(tag, 'href'));
    return isSafeHref(href) ? { name, attributes: ` href="${escaped(href)}"` } : undefined;
  }
  const start = name === 'ol' ? Number.parseInt(attribute(tag, 'start'), 10) : Number.NaN;
  return name === undefined
    ? undefined
    : { name, attributes: Number.isInteger(start) && start >= 0 ? ` start="${start}"` : '' };
}

const CHECKED = /(?:^|\s)(?:checked(?=[\s=/]|$)|(?:aria-checked|data-checked)\s*=\s*["']?true)/i;

/** The sign of a check box that a page has as an element of its own. */
function boxOf(tag: Tag): string | undefined {
  const { name, attributes } = tag;
  if (name === 'input') {
    if (attribute(tag, 'type').toLowerCase() !== 'checkbox') return undefined;
    return CHECKED.test(attributes) ? DONE_SIGN : OPEN_SIGN;
  }
  if (name === 'li') {
    const isBox = attribute(tag, 'role') === 'checkbox' || attribute(tag, 'data-checked') !== '';
    return isBox ? (CHECKED.test(attributes) ? DONE_SIGN : OPEN_SIGN) : undefined;
  }
  const [, state] = /(?:^|\s)checkbox-(on|off)(?:\s|$)/.exec(attribute(tag, 'class')) ?? [];
  return state === undefined ? undefined : state === 'on' ? DONE_SIGN : OPEN_SIGN;
}

/** Word writes lists as paragraphs that carry their level in the style. */
function wordLevel(tag: Tag): number | undefined {
  const level = /mso-list:[^;"']*level(\d)/i.exec(tag.attributes)?.[1];
  return level === undefined ? undefined : Number(level);
}

class Cleaner {
  #out = '';
  /** Names of kept tags that are open, with undefined for those that left. */
  readonly #open: { readonly source: string; readonly name: string | undefined }[] = [];
  #dropping: string | undefined;
  /** Between Word's marks for the sign of a list item. */
  #inSign = false;
  #sign = '';
  /** The sign is of a font whose letters are pictures. */
  #pictures = false;
  readonly #lists: ('ul' | 'ol')[] = [];
  #word: { readonly level: number; readonly at: number } | undefined;

  #inCell(): boolean {
    return this.#open.some((entry) => entry.name !== undefined && CELL.has(entry.name));
  }

  text(text: string): void {
    if (this.#dropping !== undefined) return;
    if (this.#inSign) this.#sign += text;
    else this.#out += text;
  }

  comment(text: string): void {
    if (/\[if !supportLists\]/i.test(text)) {
      this.#inSign = true;
      this.#sign = '';
      this.#pictures = false;
    } else if (/\[endif\]/i.test(text)) this.#inSign = false;
  }

  #endWordLists(level = 0): void {
    while (this.#lists.length > level) this.#out += `</li></${this.#lists.pop()}>`;
  }

  #beginWordItem(level: number): void {
    this.#word = { level, at: this.#out.length };
    this.#sign = '';
  }

  /** The item's text has been written since `at`; only now is its sign known. */
  #endWordItem(): void {
    const word = this.#word;
    if (word === undefined) return;
    this.#word = undefined;
    const body = this.#out.slice(word.at);
    this.#out = this.#out.slice(0, word.at);
    const kind = /[0-9a-z一二三][.)．]/i.test(this.#sign) ? 'ol' : 'ul';
    this.#endWordLists(word.level);
    if (this.#lists.length === word.level) this.#out += '</li><li>';
    while (this.#lists.length < word.level) {
      this.#lists.push(kind);
      this.#out += `<${kind}><li>`;
    }
    this.#out += `<p>${boxOfSign(this.#sign, this.#pictures) ?? ''}${body.trim()}</p>`;
  }

  /** A box that stands after its item's own sign is the same one. */
  #box(sign: string): void {
    if (!/[☐☑]\s*(?:<p>\s*)*$/.test(this.#out)) this.#out += sign;
  }

  #close(source: string): void {
    const at = this.#open.findLastIndex((entry) => entry.source === source);
    if (at === -1) return;
    for (const entry of this.#open.splice(at).reverse()) {
      if (entry.name === 'word') this.#endWordItem();
      else if (entry.name !== undefined) this.#out += `</${entry.name}>`;
    }
  }

  tag(tag: Tag): void {
    if (this.#dropping !== undefined) {
      if (tag.closing && tag.name === this.#dropping) this.#dropping = undefined;
      return;
    }
    if (DROPPED.has(tag.name)) {
      if (!tag.closing && !tag.attributes.endsWith('/')) this.#dropping = tag.name;
      return;
    }
    if (tag.closing) {
      this.#close(tag.name);
      return;
    }
    if (this.#inSign) {
      this.#pictures ||= /wingdings/i.test(tag.attributes);
      return;
    }
    const box = boxOf(tag);
    if (box !== undefined && tag.name !== 'li') this.#box(box);
    const level = tag.name === 'p' && !this.#inCell() ? wordLevel(tag) : undefined;
    if (level !== undefined) {
      this.#open.push({ source: tag.name, name: 'word' });
      this.#beginWordItem(level);
      return;
    }
    const found = meaning(tag);
    if (found === undefined) {
      if (!/\/$/.test(tag.attributes) && tag.name !== 'img' && tag.name !== 'meta' && tag.name !== 'input') {
        this.#open.push({ source: tag.name, name: undefined });
      }
      return;
    }
    this.#kept(tag.name, found);
    if (box !== undefined && tag.name === 'li') this.#box(box);
  }

  #kept(source: string, { name, attributes }: { readonly name: string; readonly attributes: string }): void {
    if (BLOCK.has(name) && this.#inCell()) {
      // A cell is one paragraph: what was a block in it is a new line.
      if (this.#out.endsWith('>') && /<(?:td|th)>$/.test(this.#out) === false) this.#out += '<br>';
      if (name !== 'hr') this.#open.push({ source, name: undefined });
      return;
    }
    if (BLOCK.has(name) && this.#word === undefined) this.#endWordLists();
    this.#out += `<${name}${attributes}>`;
    if (!VOID.has(name)) this.#open.push({ source, name });
  }

  end(): string {
    for (const entry of this.#open.reverse()) {
      if (entry.name === 'word') this.#endWordItem();
      else if (entry.name !== undefined) this.#out += `</${entry.name}>`;
    }
    this.#endWordLists();
    return this.#out;
  }
}

/** Gmail and Excel mark the part that was copied. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  if (start === -1 || end < start) return html;
  const inner = html.slice(start + '<!--StartFragment-->'.length, end);
  // Excel puts the mark inside its table.
  return /^\s*<(?:col|tr|td)/i.test(inner) ? `<table>${inner}</table>` : inner;
}

export function cleanHtml(html: string): string {
  // What this editor itself has copied keeps its own marks.
  if (html.includes('data-pm-slice')) return ownHtml(html);
  const cleaner = new Cleaner();
  for (const token of tokens(fragmentOf(html))) {
    if ('text' in token) cleaner.text(token.text);
    else if ('tag' in token) cleaner.tag(token.tag);
    else cleaner.comment(token.comment);
  }
  return htmlWithCheckItems(cleaner.end());
}

const OWN_ATTRIBUTES = /^(?:data-(?:pm-slice|mention|id|label|image|alt|checked|href)|start|href)$/;

/** Anybody can write data-pm-slice into HTML, so this is cleaned too: by attribute instead of by tag. */
function ownHtml(html: string): string {
  let out = '';
  for (const token of tokens(html)) {
    if ('text' in token) out += token.text;
    if (!('tag' in token) || (KEPT[token.tag.name] === undefined && token.tag.name !== 'span')) continue;
    const { name, closing } = token.tag;
    const kept = [...token.tag.attributes.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g)]
      .filter(
        ([, key = '', value = '']) =>
          OWN_ATTRIBUTES.test(key) && (key !== 'href' || isSafeHref(plain(value))),
      )
      .map(([, key, value = '']) => ` ${key}="${value}"`);
    out += closing ? `</${name}>` : `<${name}${kept.join('')}>`;
  }
  return out;
}
