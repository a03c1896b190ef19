/** The kinds of activity as the user has them: those that Kizuna brings, renamed or hidden, and their own. */
import { err, ok } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import { ACTIVITY_KINDS, type ActivityKind, isTouch } from '#shared/model/activity.ts';
import { type ActivityKindRow, ownKindId } from '#shared/model/note.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import { scopeOf } from './apply-operation.ts';
import { toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

export interface NoteKind {
  readonly id: string;
  /** Undefined: a built-in one under its own name, see `fields.choices.kind`. */
  readonly name: string | undefined;
  /** Name of an icon of `ui/kind-icons.ts`. */
  readonly icon: string;
  /** Counts as contact. */
  readonly touch: boolean;
  /** Not offered for new notes. */
  readonly hidden: boolean;
  readonly builtIn: boolean;
  /** A built-in one that the user changed: it can be reset. */
  readonly changed: boolean;
}

/** In the order in which a person who logs something looks for them. */
const ORDER: readonly ActivityKind[] = [
  'note',
  'call',
  'meeting',
  'email',
  'visit',
  'qbr',
  'training',
  'update',
  'internal-note',
  'task',
  'other',
];

/** Tasks have a list of their own; the kind is there for what sources bring. */
const NOT_OFFERED: ReadonlySet<string> = new Set(['task']);

export const KIND_ICONS_AS_DELIVERED: Readonly<Record<ActivityKind, string>> = {
  meeting: 'users',
  call: 'phone',
  email: 'mail',
  visit: 'map-pin',
  qbr: 'presentation',
  training: 'graduation-cap',
  note: 'sticky-note',
  'internal-note': 'lock',
  update: 'megaphone',
  task: 'square-check',
  other: 'circle-dot',
};

const BUILT_IN: ReadonlySet<string> = new Set(ACTIVITY_KINDS);

export function kindsFrom(rows: readonly ActivityKindRow[]): NoteKind[] {
  const own = new Map(rows.map((row) => [row.id, row]));
  const builtIn = ORDER.map((id): NoteKind => {
    const row = own.get(id);
    return {
      id,
      name: row === undefined || row.name === '' ? undefined : row.name,
      icon: row === undefined || row.icon === '' ? KIND_ICONS_AS_DELIVERED[id] : row.icon,
      touch: row?.touch ?? isTouch(id),
      hidden: row?.hidden ?? NOT_OFFERED.has(id),
      builtIn: true,
      changed: row !== undefined,
    };
  });
  const added = rows
    .filter((row) => !BUILT_IN.has(row.id))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ id, name, icon, touch, hidden = false }) => ({
      id,
      name,
      icon,
      touch,
      hidden,
      builtIn: false,
      changed: false,
    }));
  return [...builtIn, ...added];
}

export async function readKinds(db: KizunaDatabase): Promise<NoteKind[]> {
  return kindsFrom(await db.kinds.toArray());
}

/** `id` absent: a new kind. A built-in one keeps its own name while `name` is ''. */
export interface KindInput {
  readonly id?: string;
  readonly name: string;
  readonly icon: string;
  readonly touch: boolean;
  readonly hidden: boolean;
}

const SCOPE = scopeOf([{ type: 'set', table: 'kinds', id: '', fields: {} }]);

/** Summaries follow when the kind becomes a touch or stops being one. The value is the kind's id. */
export async function saveKind({ db, decideAndWrite, clock, newId }: Store, input: KindInput) {
  const id = input.id ?? ownKindId(newId());
  const now = clock.now();
  const { name, icon, touch, hidden } = input;
  const wanted: Record<string, Json> = { name: name.trim(), icon, touch, hidden };
  const written = await decideAndWrite<WriteError>('kind.save', SCOPE, async () => {
    const row = await db.kinds.get(id);
    if (row === undefined) {
      const record = { id, ...wanted, createdAt: now, updatedAt: now };
      return ok([{ type: 'add', table: 'kinds', record }] satisfies Change[]);
    }
    const before = toJsonRecord({ ...row });
    const fields = Object.entries(wanted).flatMap(([field, to]): [string, [Json, Json]][] => {
      const from = before[field] ?? null;
      return sameValue(from, to) ? [] : [[field, [from, to]]];
    });
    if (fields.length === 0) return ok([]);
    return ok([{ type: 'set', table: 'kinds', id, fields: Object.fromEntries(fields) }] satisfies Change[]);
  });
  return written.ok ? ok(id) : written;
}

/** A built-in kind is as delivered again. */
export function resetKind({ db, decideAndWrite }: Store, id: string) {
  return decideAndWrite<WriteError>('kind.reset', SCOPE, async () => {
    const row = await db.kinds.get(id);
    if (row === undefined || !BUILT_IN.has(id)) return err({ type: 'no-such-record', table: 'kinds', id });
    return ok([{ type: 'remove', table: 'kinds', record: toJsonRecord({ ...row }) }]);
  });
}
