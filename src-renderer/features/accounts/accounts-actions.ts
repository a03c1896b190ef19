/** What the accounts screen can do to records: edits of many, tags, saved views; each one operation, each undone as one. */

import type { EditError, Patch } from '#renderer/data/edits.ts';
import type { Store } from '#renderer/data/store.ts';
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { ok } from '#shared/base/result.ts';
import type { ViewDefinition } from '#shared/domain/table/view-definition.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import type { SavedView } from '#shared/model/stored.ts';

export type AccountPatch = Patch<'account'>;

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export interface AccountsActions {
  /** The value is true when something changed. */
  edit(ids: readonly string[], patch: AccountPatch): Promise<Result<boolean, EditError>>;
  changeTags(ids: readonly string[], change: TagChange): Promise<Result<boolean, EditError>>;
  /** The value is the view's id. */
  addView(name: string, definition: ViewDefinition): Promise<Result<string, EditError>>;
  changeView(
    view: SavedView,
    change: { readonly name?: string; readonly definition?: ViewDefinition },
  ): Promise<Result<boolean, EditError>>;
  removeView(view: SavedView): Promise<Result<boolean, EditError>>;
}

/** Tags after the change, or undefined when it changes nothing. */
export function changedTags(
  tags: readonly string[],
  { add, remove }: TagChange,
): readonly string[] | undefined {
  const next = [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])];
  return next.length === tags.length && next.every((tag, i) => tag === tags[i]) ? undefined : next;
}

/** A view's definition as plain JSON, without sharing parts with the screen's state. */
export function definitionJson(definition: ViewDefinition): Json {
  const json: Json = JSON.parse(JSON.stringify(definition));
  return json;
}

interface Deps {
  readonly store: Pick<Store, 'db' | 'editRecords' | 'decideAndWrite' | 'write'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Tables that an edit of accounts may touch. */
const EDIT_SCOPE = ['accounts', 'conflicts', 'operations', 'outbox', 'bases', 'meta', 'signals'];

export function createAccountsActions({ store, clock, newId }: Deps): AccountsActions {
  return {
    async edit(ids, patch) {
      const done = await store.editRecords('account', ids, patch);
      return done.ok ? ok(done.value !== undefined) : done;
    },

    async changeTags(ids, change) {
      const done = await store.decideAndWrite<EditError>('account.edit', EDIT_SCOPE, async () => {
        const accounts = await store.db.accounts.bulkGet([...ids]);
        const changes = accounts.flatMap((account): Change[] => {
          const before = account?.tags ?? [];
          const after = account === undefined ? undefined : changedTags(before, change);
          if (account === undefined || after === undefined) return [];
          const to = after.length === 0 ? null : [...after];
          const from = account.tags === undefined ? null : [...account.tags];
          return [{ type: 'set', table: 'accounts', id: account.id, fields: { tags: [from, to] } }];
        });
        return ok(changes);
      });
      return done.ok ? ok(done.value !== undefined) : done;
    },

    async addView(name, definition) {
      const now = clock.now();
      const record = { id: newId(), table: 'accounts', name, definition: definitionJson(definition) };
      const change: Change = {
        type: 'add',
        table: 'views',
        record: { ...record, createdAt: now, updatedAt: now },
      };
      const done = await store.write('view.add', [change]);
      return done.ok ? ok(record.id) : done;
    },

    async changeView(view, { name, definition }) {
      const fields: Record<string, [Json, Json]> = {};
      if (name !== undefined && name !== view.name) fields.name = [view.name, name];
      if (definition !== undefined) fields.definition = [view.definition, definitionJson(definition)];
      if (Object.keys(fields).length === 0) return ok(false);
      const done = await store.write('view.edit', [{ type: 'set', table: 'views', id: view.id, fields }]);
      return done.ok ? ok(true) : done;
    },

    async removeView(view) {
      const record: Record<string, Json> = { ...view };
      const done = await store.write('view.remove', [{ type: 'remove', table: 'views', record }]);
      return done.ok ? ok(true) : done;
    },
  };
}
