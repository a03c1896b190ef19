/** The time of day of a note, as people type it: 9:30, 0930, ９：３０, 9時30分. Pure. */

/** 'HH:MM' of an instant on this machine. */
export function timeOf(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** 'HH:MM' in 24 hours, or undefined when the text is no time of day. Full-width digits and 9時30分 are read. */
export function readTime(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    // 9時5分, as it is said; 9:5 is no time.
    .replace(/時(\d)分$/, '時0$1分')
    .replace('時', ':')
    .replace('分', '');
  const parts = /^(\d{1,2}):?(\d{2})?$/.exec(plain) ?? /^(\d{1,2}):$/.exec(plain);
  if (parts === null) return undefined;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** The instant of a day and a time of day on this machine; undefined while either is incomplete. */
export function instantOf(day: string | undefined, time: string): number | undefined {
  const read = readTime(time);
  if (day === undefined || read === undefined) return undefined;
  const at = new Date(`${day}T${read}`).getTime();
  return Number.isNaN(at) ? undefined : at;
}
