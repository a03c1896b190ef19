/** A line of the palette: a command, an account, or something that search has found. */
import type { Snippet } from '#shared/domain/search/snippet.ts';

export interface PaletteRow {
  readonly id: string;
  readonly label: Snippet;
  readonly run: () => void;
  readonly keys?: string;
  /** What stands behind the label: the account, the kind, the day. */
  readonly about?: string;
  /** The field that matched, and how. */
  readonly field?: string;
  readonly snippet?: Snippet;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PaletteRow[];
  /** There are more than can be shown. */
  readonly more?: boolean;
}

export function plainLabel(text: string): Snippet {
  return { text, marks: [] };
}
