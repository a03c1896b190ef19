/** The space at the edges of lines and cells that says nothing: an ideographic space is no such space, it was typed. */

export function withoutIndent(text: string): string {
  return text.replace(/^[ \t]+/, '');
}

export function withoutEdges(text: string): string {
  return withoutIndent(text).replace(/[ \t]+$/, '');
}
