/** A note as structure: what its Markdown says, before any screen or editor makes something of it. */

export interface Marks {
  readonly strong?: true;
  readonly strike?: true;
  readonly em?: true;
  readonly code?: true;
  /** Only an address that `isSafeHref` lets through. */
  readonly href?: string;
}

export type MentionKind = 'contact' | 'person';

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks: Marks }
  | { readonly type: 'break' }
  | { readonly type: 'mention'; readonly kind: MentionKind; readonly id: string; readonly label: string }
  | { readonly type: 'image'; readonly id: string; readonly alt: string };

export interface ListItem {
  /** Absent: an ordinary item; otherwise a check box. */
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | { readonly type: 'rule' }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    }
  /** The first row is the heading; all rows have the same number of cells. */
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] };
