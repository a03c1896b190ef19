/** Templates of notes: delivered ones changed and reset, and templates of the user's own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bed, beginNotes, endNotes, must } from '#test/fakes/note-bed.ts';
import { putBack } from './bin.ts';
import { importTemplates, readTemplates, removeTemplate, resetTemplate, saveTemplate } from './templates.ts';

beforeEach(beginNotes);
afterEach(endNotes);

describe('templates', () => {
  it('are changed and reset, added, imported and deleted into the bin', async () => {
    const { store, db } = bed;
    const one = async (id: string) => (await readTemplates(db)).find((template) => template.id === id);
    const delivered = await one('qbr.en');
    must(
      await saveTemplate(store, { id: 'qbr.en', name: 'Ours', language: 'en', kind: 'qbr', body: '## Ours' }),
    );
    expect(await one('qbr.en')).toMatchObject({ name: 'Ours', builtIn: true, changed: true });
    must(await resetTemplate(store, 'qbr.en'));
    expect(await one('qbr.en')).toEqual(delivered);
    const file = { name: 'From a colleague', language: 'ja', kind: 'visit', body: '## 議題' } as const;
    must(await importTemplates(store, [file, { ...file, name: 'Second' }]));
    const own = (await readTemplates(db)).filter((template) => !template.builtIn);
    expect(own.map((template) => template.name)).toEqual(['From a colleague', 'Second']);
    must(await removeTemplate(store, own[0]?.id ?? ''));
    expect(await db.bin.count()).toBe(1);
    must(await putBack(db, store, own[0]?.id ?? ''));
    expect(await db.templates.count()).toBe(2);
  });
});
