/** The text of the note, with the people who can be mentioned, the tags in use, templates by / and pictures. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { loadPicture, type NotePeople, savePicture, useTemplates } from '#renderer/data/notes.ts';
import type { Store } from '#renderer/data/store.ts';
import type { TemplateView } from '#renderer/data/templates.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { type Arrival, NoteEditor } from '#renderer/ui/editor/note-editor.tsx';
import type { NamedContact } from '#shared/domain/notes/find-mention.ts';

interface NoteBodyProps {
  readonly value: string;
  readonly docKey: string;
  readonly arrival: Arrival;
  readonly people: NotePeople;
  /** Those of the account and those that the note brings along. */
  readonly contacts: readonly NamedContact[];
  readonly onTemplate: (template: TemplateView) => void;
  readonly onChange: (markdown: string) => void;
  readonly hint: string;
  readonly error: string | undefined;
}

const MENTIONS = 8;

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function findPeople(query: string, contacts: readonly NamedContact[], { team }: NotePeople) {
  const wanted = folded(query);
  const fits = (...names: (string | undefined)[]) =>
    names.some((name) => folded(name ?? '').includes(wanted));
  return [
    ...contacts
      .filter(({ name, nameKana }) => fits(name, nameKana))
      .map(({ id, name }) => ({ id, label: name, kind: 'contact' as const })),
    ...team.filter((name) => fits(name)).map((name) => ({ id: name, label: name, kind: 'person' as const })),
  ].slice(0, MENTIONS);
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Pictures live in the database, by the door that all writing goes through. */
export function pictureDoor(store: Store) {
  return {
    async save(image: Blob): Promise<string | undefined> {
      const bitmap = await createImageBitmap(image).catch(() => undefined);
      if (bitmap === undefined) return undefined;
      const { width, height } = bitmap;
      bitmap.close();
      const saved = await savePicture(store, { data: await dataUrl(image), width, height });
      return saved.ok ? saved.value : undefined;
    },
    load: (id: string) => loadPicture(store.db, id),
  };
}

export function NoteBody(props: NoteBodyProps) {
  const { value, docKey, arrival, people, contacts, onTemplate, onChange, hint, error } = props;
  const texts = useText('notes');
  const { store } = useData();
  const { language } = useLocale();
  const images = useMemo(() => pictureDoor(store), [store]);
  const live = useTemplates();
  const templates = live.state === 'ready' ? live.value : [];
  return (
    <div className="kz-field">
      <span className="kz-label" aria-hidden>
        {texts.body}
      </span>
      <NoteEditor
        label={texts.body}
        placeholder={texts.bodyPlaceholder}
        value={value}
        docKey={docKey}
        arrival={arrival}
        onChange={onChange}
        onPending={store.expectTyping}
        findMentions={(query) => findPeople(query, contacts, people)}
        tags={people.tags}
        slashCommands={templates
          .filter((template) => !template.builtIn || template.language === language)
          .map((template) => ({
            id: template.id,
            label: `${texts.template}: ${template.name}`,
            run: () => onTemplate(template),
          }))}
        images={images}
        autoFocus
        rows={10}
      />
      <p
        className={error === undefined ? 'kz-hint' : 'kz-field-error'}
        role={error === undefined ? undefined : 'alert'}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
