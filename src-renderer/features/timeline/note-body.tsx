/** The text of a written note. */

export function NoteBody({ markdown }: { readonly markdown: string }) {
  return <p className="kz-tl-body">{markdown}</p>;
}
