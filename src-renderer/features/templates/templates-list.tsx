/** The templates: a list by language at the left, the chosen one at the right. */
import { Plus, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { useKinds, useTemplates } from '#renderer/data/notes.ts';
import {
  importTemplates,
  removeTemplate,
  resetTemplate,
  saveTemplate,
  type TemplateEdit,
  type TemplateView,
} from '#renderer/data/templates.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/drop-zone.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { ReadFailed } from '#renderer/ui/read-failed.tsx';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { SideList } from '#renderer/ui/side-list.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import type { Result } from '#shared/base/result.ts';
import { keptEdit } from './kept-edits.ts';
import { readTemplateFiles, saveTemplateFile } from './template-files.ts';
import { TemplateForm } from './template-form.tsx';

/** What is done with templates, told in toasts. */
function useTemplateWork() {
  const texts = useText('templates');
  const { refused } = useText('ui');
  const { store } = useData();
  const { format } = useLocale();
  async function told(work: Promise<Result<unknown, WriteError>>, message: string): Promise<boolean> {
    return tell(await work, message, (error) => refusalText(refused, error));
  }
  async function savedFirst<T>(
    unsaved: TemplateEdit | undefined,
    then: () => Promise<Result<T, WriteError>>,
  ): Promise<Result<T | undefined, WriteError>> {
    const saved = unsaved === undefined ? undefined : await saveTemplate(store, unsaved);
    return saved === undefined || saved.ok ? then() : saved;
  }
  return {
    save: (input: TemplateEdit) => told(saveTemplate(store, input), texts.saved(input.name)),
    // What was not saved is saved first: undo then brings back the template as it was on the screen.
    reset: ({ id, name }: TemplateView, unsaved: TemplateEdit | undefined) =>
      told(
        savedFirst(unsaved, () => resetTemplate(store, id)),
        texts.wasReset(name),
      ),
    remove: ({ id, name }: TemplateView, unsaved: TemplateEdit | undefined) =>
      told(
        savedFirst(unsaved, () => removeTemplate(store, id)),
        texts.removed(name),
      ),
    async add(language: Language): Promise<string | undefined> {
      const id = store.newId();
      const added = { id, name: texts.newName, language, kind: 'meeting', body: '' };
      return (await told(saveTemplate(store, added), texts.saved(added.name))) ? id : undefined;
    },
    async read(files: readonly File[], kinds: ReadonlySet<string>): Promise<void> {
      const { templates, refused: unread } = await readTemplateFiles(files, kinds);
      if (unread.length > 0) toast({ message: texts.refused(format.list(unread)), tone: 'danger' });
      if (templates.length > 0)
        await told(importTemplates(store, templates), texts.imported(templates.length));
    },
  };
}

interface BarProps {
  readonly onAdd: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

function TemplatesBar({ onAdd, onFiles }: BarProps) {
  const texts = useText('templates');
  const bar = useRef<HTMLDivElement>(null);
  const choose = () => bar.current?.querySelector<HTMLInputElement>('input[type=file]')?.click();
  useCommands({
    id: 'templates',
    title: texts.templates,
    commands: [
      { id: 'templates.add', label: texts.add, run: onAdd },
      { id: 'templates.import', label: texts.commands.import, run: choose },
    ],
  });
  return (
    <div ref={bar} className="kz-tpl-bar">
      <Button icon={Plus} onClick={onAdd}>
        {texts.add}
      </Button>
      <FileButton icon={Upload} accept=".md,.markdown,.txt" onFiles={onFiles}>
        {texts.import}
      </FileButton>
    </div>
  );
}

export function TemplatesList({ now }: { readonly now: () => number }) {
  const texts = useText('templates');
  const notes = useText('notes');
  const { language } = useLocale();
  const live = useTemplates();
  const kinds = useKinds();
  const work = useTemplateWork();
  const [chosenId, choose] = useState<string | undefined>(undefined);
  if (live.state === 'failed')
    return (
      <ReadFailed title={texts.unreadTitle} details={notes.unreadDetails} error={live.error}>
        {notes.unreadBody}
      </ReadFailed>
    );
  if (live.state === 'loading') return <Skeleton lines={8} />;
  const templates = live.value;
  const inLanguage = (wanted: Language) => templates.filter((template) => template.language === wanted);
  const entry = ({ id, name, changed, builtIn }: TemplateView) => ({
    id,
    name,
    marks: (
      <>
        {changed && <Badge>{texts.changed}</Badge>}
        {!builtIn && <Badge>{texts.own}</Badge>}
        {keptEdit(id) !== undefined && <Badge tone="warning">{texts.unsaved}</Badge>}
      </>
    ),
  });
  const languages: readonly Language[] = language === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
  const chosen = templates.find((template) => template.id === chosenId) ?? inLanguage(language)[0];
  return (
    <div className="kz-tpl">
      <p className="kz-hint">{texts.hint}</p>
      <TemplatesBar
        onAdd={() => void work.add(language).then((id) => id !== undefined && choose(id))}
        onFiles={(files) => void work.read(files, new Set(kinds.map((kind) => kind.id)))}
      />
      <div className="kz-side">
        <SideList
          label={texts.templates}
          groups={languages.map((each) => ({
            id: each,
            title: texts.languages[each],
            lang: each,
            entries: inLanguage(each).map(entry),
          }))}
          chosen={chosen?.id}
          onChoose={choose}
        />
        {chosen !== undefined && (
          <TemplateForm
            // A template that was reset or taken back elsewhere is shown as it is now.
            key={`${chosen.id} ${chosen.name} ${chosen.body}`}
            template={chosen}
            kinds={kinds}
            now={now}
            onSave={work.save}
            onReset={(unsaved) => work.reset(chosen, unsaved)}
            onRemove={(unsaved) => work.remove(chosen, unsaved)}
            onExport={() => saveTemplateFile(chosen)}
          />
        )}
      </div>
    </div>
  );
}
