/** Which addresses may leave the app for the system's browser or mail program: https and mailto, parsed, no tricks. */

/** The address in its normal form, or undefined when it may not be opened. */
export function externalUrl(raw: string): string | undefined {
  if (raw.length > 4096 || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  if (url.protocol === 'mailto:') return url.href;
  if (url.protocol !== 'https:') return undefined;
  // A user name before the host is how an address pretends to be another one.
  if (url.hostname === '' || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
