/** A found document as the palette shows it: what it is called, and where it matched. */
import { plainText } from '#shared/domain/notes/plain-text.ts';
import type { SearchField, SearchGroup } from '#shared/domain/search/document.ts';
import { type Chunk, findChunk } from '#shared/domain/search/find-chunk.ts';
import { searchText } from '#shared/domain/search/search-text.ts';
import { marksIn, type Snippet, snippetOf } from '#shared/domain/search/snippet.ts';
import type { KeyedDocument } from './documents.ts';

export interface SearchHit {
  /** Unique among hits. */
  readonly key: string;
  readonly group: SearchGroup;
  readonly kind: string;
  readonly id: string;
  readonly account: string;
  readonly at: number;
  readonly title: Snippet;
  /** The field that matched where the title did not, or not alone. */
  readonly field?: string;
  readonly snippet?: Snippet;
  /** Smaller is better: the title begins with it, has it, has it elsewhere. */
  readonly rank: number;
  /** Found by a word that is nearly the one that was typed. */
  readonly near: boolean;
}

function rankOf(title: string, chunks: readonly Chunk[]): number {
  const places = chunks.map((chunk) => findChunk(title, chunk)?.at);
  if (places.includes(undefined)) return 2;
  return places.includes(0) ? 0 : 1;
}

/** As it is read; what matched inside of a sign alone, such as the address of a link, is shown as it is written. */
function shownIn({ text, markdown }: SearchField, chunks: readonly Chunk[]): Snippet | undefined {
  const plain = markdown === true ? snippetOf(plainText(text), chunks) : undefined;
  return plain ?? snippetOf(text, chunks);
}

export function hitOf({ key, document }: KeyedDocument, chunks: readonly Chunk[]): SearchHit {
  const { group, kind, id, account, at, title, fields } = document;
  const normal = searchText(title);
  const missing = chunks.filter((chunk) => findChunk(normal, chunk) === undefined);
  const place = fields.find(({ text }) => {
    const fieldText = searchText(text);
    return missing.some((chunk) => findChunk(fieldText, chunk) !== undefined);
  });
  const snippet = place === undefined ? undefined : shownIn(place, chunks);
  return {
    key,
    group,
    kind,
    id,
    account,
    at,
    title: { text: title, marks: marksIn(title, chunks) },
    ...(place === undefined || snippet === undefined ? {} : { field: place.name, snippet }),
    rank: rankOf(normal, chunks),
    near: chunks.some((chunk) => chunk.near !== undefined),
  };
}
