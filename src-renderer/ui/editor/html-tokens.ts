/** Pasted HTML as tags, texts and comments, read without the browser's parser, so that nothing in it is ever loaded. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
}

type Token = { readonly text: string } | { readonly tag: Tag } | { readonly comment: string };

const TAG = /<(\/?)([a-z][a-z0-9]*)(?:[:\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/iy;
const COMMENT = /<!--([\s\S]*?)-->|<!([^>]*)>|<\?[^>]*>/y;

export function* tokens(html: string): Generator<Token> {
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf('<', at);
    if (next !== at) {
      yield { text: html.slice(at, next === -1 ? html.length : next) };
      if (next === -1) return;
    }
    at = next;
    COMMENT.lastIndex = at;
    const comment = COMMENT.exec(html);
    TAG.lastIndex = at;
    const tag = comment === null ? TAG.exec(html) : null;
    if (comment !== null) {
      yield { comment: comment[1] ?? comment[2] ?? '' };
      at += comment[0].length;
    } else if (tag !== null) {
      const [whole, slash, name = '', attributes = ''] = tag;
      yield { tag: { name: name.toLowerCase(), closing: slash === '/', attributes } };
      at += whole.length;
    } else {
      yield { text: '&lt;' };
      at += 1;
    }
  }
}

export function attribute(tag: Tag, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(
    tag.attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}
