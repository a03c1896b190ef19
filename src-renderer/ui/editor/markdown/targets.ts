/** Where links, mentions and pictures of a note may point, and how such a target is written inside parentheses. */
import type { MentionKind } from './note-text.ts';

/** Nothing but the web with encryption, and mail: no script, no file, no other program. */
const SAFE_HREF = /^(?:https:\/\/|mailto:)[^\s<>"'`\\\p{Cc}]+$/iu;

export function isSafeHref(href: string): boolean {
  return SAFE_HREF.test(href);
}

export type Target =
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'mention'; readonly kind: MentionKind; readonly id: string }
  | { readonly type: 'image'; readonly id: string };

const OWN_TARGET = /^kizuna-(contact|person|image):(.+)$/s;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** undefined: a target that a note must not have; the text stays as it was written. */
export function readTarget(written: string): Target | undefined {
  const [, kind, id] = OWN_TARGET.exec(written) ?? [];
  if (kind !== undefined && id !== undefined) {
    if (kind === 'image') return { type: 'image', id: decoded(id) };
    return { type: 'mention', kind: kind === 'contact' ? 'contact' : 'person', id: decoded(id) };
  }
  return isSafeHref(written) ? { type: 'link', href: written } : undefined;
}

const encodeCharacter = (char: string) =>
  /[()]/.test(char) ? (char === '(' ? '%28' : '%29') : encodeURIComponent(char);

/** An id or name as the end of a target: Japanese stays readable, what would end the parentheses is encoded. */
export function writeId(id: string): string {
  return id.replace(/[\s()<>%\\\p{Cc}]/gu, encodeCharacter);
}

export function writeHref(href: string): string {
  return href.replace(/[\s()<>\\\p{Cc}]/gu, encodeCharacter);
}
