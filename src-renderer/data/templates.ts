/** The templates of notes: those that Kizuna brings, as they are or as the user changed them, and the user's own. */
import { err, ok } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import type { BuiltInTemplate } from '#shared/domain/notes/built-in-template.ts';
import type { NoteTemplate } from '#shared/model/note.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import { scopeOf } from './apply-operation.ts';
import { intoBin } from './bin.ts';
import { toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

export interface TemplateView {
  readonly id: string;
  readonly name: string;
  readonly language: 'en' | 'ja';
  readonly kind: string;
  readonly body: string;
  readonly builtIn: boolean;
  /** A built-in one that the user changed: it can be reset. */
  readonly changed: boolean;
}

export type TemplateInput = Pick<NoteTemplate, 'name' | 'language' | 'kind' | 'body'>;
export type TemplateEdit = TemplateInput & { readonly id: string };

function builtInView(template: BuiltInTemplate, row: NoteTemplate | undefined): TemplateView {
  const { id, name, language, kind, body } = row ?? template;
  return { id, name, language, kind, body, builtIn: true, changed: row !== undefined };
}

export async function readTemplates(db: KizunaDatabase): Promise<TemplateView[]> {
  // Long texts that only notes need: never part of the start.
  const { BUILT_IN_TEMPLATES } = await import('#shared/domain/notes/built-in-templates.ts');
  const rows = new Map((await db.templates.toArray()).map((row) => [row.id, row]));
  const views = BUILT_IN_TEMPLATES.map((template) => builtInView(template, rows.get(template.id)));
  for (const template of BUILT_IN_TEMPLATES) rows.delete(template.id);
  const own = [...rows.values()].sort((a, b) => a.createdAt - b.createdAt);
  return [
    ...views,
    ...own.map(({ id, name, language, kind, body }) => ({
      id,
      name,
      language,
      kind,
      body,
      builtIn: false,
      changed: false,
    })),
  ];
}

const SCOPE = [...new Set(['bin', ...scopeOf([{ type: 'set', table: 'templates', id: '', fields: {} }])])];

async function savingChanges(db: KizunaDatabase, id: string, input: TemplateInput, now: number) {
  const { name, language, kind, body } = input;
  const wanted: Record<string, Json> = { name: name.trim(), language, kind, body };
  const row = await db.templates.get(id);
  if (row === undefined) {
    const record = { id, ...wanted, createdAt: now, updatedAt: now };
    return [{ type: 'add', table: 'templates', record }] satisfies Change[];
  }
  const before = toJsonRecord({ ...row });
  const fields = Object.entries(wanted).filter(([field, to]) => !sameValue(before[field] ?? null, to));
  if (fields.length === 0) return [];
  const set = fields.map(([field, to]): [string, [Json, Json]] => [field, [before[field] ?? null, to]]);
  return [{ type: 'set', table: 'templates', id, fields: Object.fromEntries(set) }] satisfies Change[];
}

export function saveTemplate({ db, decideAndWrite, clock }: Store, input: TemplateEdit) {
  return decideAndWrite<WriteError>('template.save', SCOPE, async () =>
    ok(await savingChanges(db, input.id, input, clock.now())),
  );
}

/** All of them in one operation: files that a colleague gave. */
export function importTemplates(store: Store, inputs: readonly TemplateInput[]) {
  const { db, decideAndWrite, clock, newId } = store;
  return decideAndWrite<WriteError>('template.import', SCOPE, async () => {
    const changes: Change[] = [];
    for (const input of inputs) changes.push(...(await savingChanges(db, newId(), input, clock.now())));
    return ok(changes);
  });
}

/** A built-in one is as delivered again. */
export function resetTemplate({ db, decideAndWrite }: Store, id: string) {
  return decideAndWrite<WriteError>('template.reset', SCOPE, async () => {
    const row = await db.templates.get(id);
    if (row === undefined) return err({ type: 'no-such-record', table: 'templates', id });
    return ok([{ type: 'remove', table: 'templates', record: toJsonRecord({ ...row }) }]);
  });
}

/** One of the user's own goes into the bin. */
export function removeTemplate({ db, decideAndWrite, clock }: Store, id: string) {
  return decideAndWrite<WriteError>('template.remove', SCOPE, async () => {
    const row = await db.templates.get(id);
    if (row === undefined) return err({ type: 'no-such-record', table: 'templates', id });
    return ok(intoBin('templates', { ...row }, clock.now()));
  });
}
