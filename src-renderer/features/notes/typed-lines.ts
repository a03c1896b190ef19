/** Lines that were typed and not entered when a note is finished: taken where they are clear, asked about where not. Pure. */
import type { NotePeople } from '#renderer/data/notes.ts';
import { addTags } from '#renderer/ui/add-tags.ts';
import { readContactLine } from '#shared/domain/people/contact-line.ts';
import type { NoteFields } from './note-fields.ts';

/** Reasons that a sentiment may have. */
export const MOST_REASONS = 3;

export type TypedLines =
  | { readonly type: 'taken'; readonly patch: Partial<NoteFields> }
  /** It may mean somebody who is known, or somebody new. */
  | { readonly type: 'unclear'; readonly side: 'contacts' | 'team'; readonly line: string };

export function foldedName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

interface Known {
  readonly id: string;
  readonly names: readonly string[];
}

/** The one who is called so; `undefined` = nobody is called anything like it. */
function whoIs(line: string, known: readonly Known[]): Known | 'unclear' | undefined {
  const wanted = foldedName(line);
  const like = known.filter(({ names }) => names.some((name) => foldedName(name).includes(wanted)));
  const exact = like.filter(({ names }) => names.some((name) => foldedName(name) === wanted));
  if (exact.length === 1) return exact[0];
  return like.length === 0 ? undefined : 'unclear';
}

function takeContact(fields: NoteFields, people: NotePeople, newId: () => string): TypedLines {
  const line = fields.contactLine.trim();
  if (line === '') return { type: 'taken', patch: {} };
  const known: readonly Known[] = [
    ...people.contacts.map(({ id, name, nameKana = name }) => ({ id, names: [name, nameKana] })),
    ...fields.newContacts.map(({ id, name }) => ({ id, names: [name] })),
  ];
  const read = readContactLine(line);
  const found = whoIs(read?.name ?? line, known);
  if (found === 'unclear' || (found === undefined && read === undefined))
    return { type: 'unclear', side: 'contacts', line };
  const cleared = { contactLine: '' };
  if (found !== undefined)
    return { type: 'taken', patch: { ...cleared, contacts: [...new Set([...fields.contacts, found.id])] } };
  if (read === undefined) return { type: 'taken', patch: cleared };
  const added = { ...read, id: newId() };
  const contacts = [...fields.contacts, added.id];
  return { type: 'taken', patch: { ...cleared, contacts, newContacts: [...fields.newContacts, added] } };
}

function takeTeam(fields: NoteFields, people: NotePeople): TypedLines {
  const line = fields.teamLine.trim();
  if (line === '') return { type: 'taken', patch: {} };
  const found = whoIs(
    line,
    [...new Set([...people.team, ...fields.team])].map((name) => ({ id: name, names: [name] })),
  );
  if (found === 'unclear') return { type: 'unclear', side: 'team', line };
  return { type: 'taken', patch: { teamLine: '', team: [...new Set([...fields.team, found?.id ?? line])] } };
}

function takeReason({ reasonLine, sentiment, sentimentReasons }: NoteFields): Partial<NoteFields> {
  const reason = reasonLine.trim();
  if (reason === '' || sentiment === undefined || sentimentReasons.length >= MOST_REASONS) return {};
  return { reasonLine: '', sentimentReasons: [...new Set([...sentimentReasons, reason])] };
}

function takeTags({ tagLine, tags }: NoteFields): Partial<NoteFields> {
  return tagLine === '' ? {} : { tagLine: '', tags: addTags(tags, tagLine) };
}

export function takeTypedLines(fields: NoteFields, people: NotePeople, newId: () => string): TypedLines {
  const contact = takeContact(fields, people, newId);
  if (contact.type === 'unclear') return contact;
  const team = takeTeam(fields, people);
  if (team.type === 'unclear') return team;
  return {
    type: 'taken',
    patch: { ...contact.patch, ...team.patch, ...takeReason(fields), ...takeTags(fields) },
  };
}
