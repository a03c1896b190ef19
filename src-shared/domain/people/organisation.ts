/** The people as a tree by who reports to whom; circles are found and told, never followed for ever. */
import type { Contact } from '../../model/contact.ts';

export interface OrganisationLine {
  readonly contact: Contact;
  /** 0 at the top. */
  readonly depth: number;
  /** How many report to this person. */
  readonly reports: number;
  /** Reports, over others, to themselves: the line stands at the top, and the tree goes on without the circle. */
  readonly circle?: readonly string[];
}

/** The ids of the circle that the contact's line of managers runs into at the contact itself; undefined = none. */
function circleOf(id: string, managerOf: ReadonlyMap<string, string>): readonly string[] | undefined {
  const path: string[] = [];
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    path.push(at);
    at = managerOf.get(at);
  }
  return at === id ? path : undefined;
}

/** Depth first, children in the order of `contacts`. Each person stands in it exactly once. */
export function organisation(contacts: readonly Contact[]): OrganisationLine[] {
  const here = new Set(contacts.map((contact) => contact.id));
  const managerOf = new Map<string, string>();
  for (const { id, reportsTo } of contacts)
    if (reportsTo !== undefined && here.has(reportsTo)) managerOf.set(id, reportsTo);
  const children = new Map<string, Contact[]>();
  const roots: { readonly contact: Contact; readonly circle: readonly string[] | undefined }[] = [];
  const inCircle = new Set<string>();
  for (const contact of contacts) {
    const manager = managerOf.get(contact.id);
    if (manager !== undefined) children.set(manager, [...(children.get(manager) ?? []), contact]);
  }
  for (const contact of contacts) {
    if (!managerOf.has(contact.id)) roots.push({ contact, circle: undefined });
    else if (!inCircle.has(contact.id)) {
      const circle = circleOf(contact.id, managerOf);
      if (circle === undefined) continue;
      for (const id of circle) inCircle.add(id);
      roots.push({ contact, circle });
    }
  }
  const lines: OrganisationLine[] = [];
  const stack = roots.reverse().map((root) => ({ ...root, depth: 0 }));
  const told = new Set<string>();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { contact, depth, circle } = next;
    if (told.has(contact.id)) continue;
    told.add(contact.id);
    const reports = children.get(contact.id) ?? [];
    lines.push({
      contact,
      depth,
      reports: reports.length,
      ...(circle === undefined ? {} : { circle }),
    });
    for (const report of [...reports].reverse())
      stack.push({ contact: report, depth: depth + 1, circle: undefined });
  }
  return lines;
}
