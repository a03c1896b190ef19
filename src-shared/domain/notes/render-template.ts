/** Fills the variables of a template. Nothing in it is executed; a variable that nobody knows is shown as such. */

/** The variables, in the order in which the editor of templates offers them. */
export const TEMPLATE_VARIABLES = [
  'account.name',
  'account.stage',
  'account.segment',
  'account.domain',
  'owner',
  'arr',
  'renewal.date',
  'renewal.daysLeft',
  'lastTouch',
  'lastTouch.daysAgo',
  'openTickets',
  'date',
  'time',
  'attendees',
  'me',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

/** Text by variable; absent = there is no value. */
export type TemplateValues = { readonly [V in TemplateVariable]?: string | undefined };

const VARIABLE = /\{\{\s*([^{}\n]{0,60}?)\s*\}\}/g;
const KNOWN: ReadonlySet<string> = new Set(TEMPLATE_VARIABLES);

function isKnown(name: string): name is TemplateVariable {
  return KNOWN.has(name);
}

/** A value must not become markup: what Markdown could read as a mark is escaped, line breaks become spaces. */
function asText(value: string): string {
  return value
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>{}|~]/g, '\\$&')
    .replace(/^(\s*)([#>+-])/, '$1\\$2');
}

/** A remark in brackets, in either width, with at least one variable in it. */
const REMARK = / ?[(（][^()（）\n]*\{\{[^()（）\n]*[)）]/g;

/**
 * `missing` stands where a known variable has no value ("–"). An unknown one stays as written. A remark in brackets that
 * has nothing to say, because none of its variables has a value, is left out.
 */
export function renderTemplate(body: string, values: TemplateValues, missing = '–'): string {
  const textFor = (name: TemplateVariable) => (Object.hasOwn(values, name) ? values[name] : undefined) ?? '';
  const isSilent = (remark: string) =>
    [...remark.matchAll(VARIABLE)].every(([, name = '']) => isKnown(name) && textFor(name) === '');
  return body
    .replace(REMARK, (remark) => (isSilent(remark) ? '' : remark))
    .replace(VARIABLE, (written, name: string) => {
      if (!isKnown(name)) return written;
      const value = textFor(name);
      return value === '' ? missing : asText(value);
    });
}

/** Names between the braces that are no variable, each once: the editor of templates points them out. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(VARIABLE)].map((match) => match[1] ?? '');
  return [...new Set(names.filter((name) => !isKnown(name)))];
}
