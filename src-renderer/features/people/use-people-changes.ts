/** What a person does to the people of an account: stored, told in a toast that takes it back, refused in plain words. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { Patch } from '#renderer/data/edits.ts';
import { createPeopleWrites, type PeopleError, type PeopleWrites } from '#renderer/data/people.ts';
import type { Store } from '#renderer/data/store.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { editRefusalText, tell } from '#renderer/ui/refusal.ts';
import { systemClock } from '#shared/base/clock.ts';
import type { Side } from '#shared/domain/people/merge-contacts.ts';
import type { Contact } from '#shared/model/contact.ts';

export interface PeopleChanges {
  /** The new contact's id; undefined when it was refused. */
  add(fields: Readonly<Record<string, unknown>>, name: string): Promise<string | undefined>;
  set(id: string, patch: Patch<'contact'>, said: string): Promise<boolean>;
  setField(id: string, field: string, value: unknown): Promise<boolean>;
  remove(contact: Contact): Promise<boolean>;
  merge(kept: Contact, dropped: Contact, choices: Readonly<Record<string, Side>>): Promise<boolean>;
  keepApart(a: Contact, b: Contact): Promise<boolean>;
}

type Done =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: PeopleError };

interface Words {
  readonly texts: Texts['people'];
  readonly refused: Texts['ui']['refused'];
}

function createChanges(
  store: Store,
  writes: PeopleWrites,
  { texts, refused }: Words,
  labelOf: (field: string) => string,
): PeopleChanges {
  const settle = (done: Done, message: string) =>
    tell(done, message, (error) => editRefusalText(refused, error, labelOf, texts.gone));
  return {
    async add(fields, name) {
      const done = await writes.addContact(fields);
      return settle(done, texts.added(name)) && done.ok ? done.value : undefined;
    },
    async set(id, patch, said) {
      return settle(await store.editRecords('contact', [id], patch), said);
    },
    async setField(id, field, value) {
      const patch: Patch<'contact'> = { [field]: value };
      return settle(await store.editRecords('contact', [id], patch), texts.changed(labelOf(field)));
    },
    async remove(contact) {
      return settle(await writes.removeContact(contact.id), texts.removed(contact.name));
    },
    async merge(kept, dropped, choices) {
      const done = await writes.mergeContacts(kept.id, dropped.id, choices);
      return settle(done, texts.merged(choices.name === 'dropped' ? dropped.name : kept.name));
    },
    async keepApart(a, b) {
      return settle(await writes.keepApart(a.id, b.id), texts.keptApart(a.name, b.name));
    },
  };
}

export function usePeopleChanges(): PeopleChanges {
  const { db, store } = useData();
  const texts = useText('people');
  const { refused } = useText('ui');
  const fields = useText('fields');
  return useMemo(() => {
    const newId = () => crypto.randomUUID();
    const writes = createPeopleWrites({ db, writer: store, clock: systemClock, newId });
    return createChanges(store, writes, { texts, refused }, (field) => fieldLabel(fields, 'contact', field));
  }, [db, store, texts, refused, fields]);
}
