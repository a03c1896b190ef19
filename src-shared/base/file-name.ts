/** Names of files, made from names that people gave. */

/** What every file system takes: without signs that one of them reads as its own; `otherwise` where nothing is left. */
export function fileNameOf(name: string, ending: string, otherwise: string): string {
  const safe = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? otherwise : safe}.${ending}`;
}
