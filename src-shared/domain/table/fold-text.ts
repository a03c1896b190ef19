/** Text made equal where a person searching means the same: width, case and the two kana scripts. */

const ASCII = /^[\x20-\x7e]*$/;
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const KANA_STEP = 0x60;

export function foldText(text: string): string {
  // Most names are plain Latin; normalising them costs ten times as much as looking.
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA_STEP));
}

/** The words of a query, each of which must be found. */
export function searchTerms(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/)
    .filter((term) => term !== '');
}
