/** Lines for later: a section of the note that is there when one is needed. Pure. */

const HEADING = /^(#{1,6})\s+(.*)$/;

/** The line comes at the end of the section with this title; without such a section one is begun at the note's end. */
export function parkLine(markdown: string, title: string, line: string): string {
  const lines = markdown.trimEnd().split('\n');
  const at = lines.findIndex((each) => HEADING.exec(each)?.[2]?.trim() === title);
  const item = `- ${line}`;
  if (at === -1) return `${lines.join('\n')}\n\n## ${title}\n\n${item}`.trimStart();
  const after = lines.findIndex((each, i) => i > at && HEADING.test(each));
  const end = after === -1 ? lines.length : after;
  const section = lines.slice(at + 1, end).filter((each) => each.trim() !== '' && each.trim() !== '-');
  const rest = lines.slice(end);
  return [...lines.slice(0, at + 1), '', ...section, item, ...(rest.length === 0 ? [] : ['', ...rest])].join(
    '\n',
  );
}
