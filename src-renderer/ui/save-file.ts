/** Hands a file to the browser's own download. */

/** The browser reads the address after this turn; a minute is more than it takes. */
const READ_MS = 60_000;

/** `type` is for texts; a Blob knows its own. */
export function saveFile(name: string, content: Blob | readonly string[], type = 'text/plain'): void {
  const blob = content instanceof Blob ? content : new Blob([...content], { type: `${type};charset=utf-8` });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
}
