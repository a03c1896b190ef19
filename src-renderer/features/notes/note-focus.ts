/** Where the caret goes inside the panel of a note. */

/** The text, whichever editor shows it. */
export function focusNoteText(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('.kz-note-body :is(textarea, [contenteditable="true"])')?.focus();
}

export function isInText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.kz-note-body') !== null;
}

/** From the text to what follows it, and from anywhere else into the text. */
export function leaveText(within: HTMLElement | null): void {
  const inText = within?.querySelector('.kz-note-body')?.contains(document.activeElement) === true;
  if (!inText) focusNoteText(within);
  else within?.querySelector<HTMLElement>('.kz-note-steps :checked, .kz-note-steps input')?.focus();
}
