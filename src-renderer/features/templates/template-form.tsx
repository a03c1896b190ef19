/** One template: its name, language, kind and text, what its variables would say, and what can be done with it. */
import { Download, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { NoteKind } from '#renderer/data/kinds.ts';
import type { TemplateEdit, TemplateView } from '#renderer/data/templates.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NoteView } from '#renderer/ui/editor/note-view.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import {
  renderTemplate,
  TEMPLATE_VARIABLES,
  unknownVariables,
} from '#shared/domain/notes/render-template.ts';
import { keepEdit, keptEdit, type TemplateDraft } from './kept-edits.ts';
import { sampleValues } from './sample-values.ts';

interface TemplateFormProps {
  readonly template: TemplateView;
  readonly kinds: readonly NoteKind[];
  readonly now: () => number;
  /** Called when the form is left with changes, too: closing never asks and never loses. */
  readonly onSave: (input: TemplateEdit) => Promise<boolean>;
  /** `unsaved`: what was changed and not saved yet, so that undo brings back that, too. False: it was refused. */
  readonly onReset: (unsaved: TemplateEdit | undefined) => Promise<boolean>;
  readonly onRemove: (unsaved: TemplateEdit | undefined) => Promise<boolean>;
  readonly onExport: () => void;
}

function draftOf({ name, language, kind, body }: TemplateView): TemplateDraft {
  return { name, language, kind, body };
}

function isChanged(draft: TemplateDraft, template: TemplateView): boolean {
  return (Object.keys(draft) as (keyof TemplateDraft)[]).some((field) => draft[field] !== template[field]);
}

/** The form's state, kept with every key; whoever leaves it with a name and changes of their own has saved. */
function useTemplateDraft({ template, onSave, onReset, onRemove }: TemplateFormProps) {
  const { id } = template;
  const [draft, setDraft] = useState(() => keptEdit(id) ?? draftOf(template));
  const changed = isChanged(draft, template);
  const canSave = changed && draft.name.trim() !== '';
  /** Somebody changed it in this form. */
  const touched = useRef(false);
  /** The template goes another way now: leaving the form must not save it once more. */
  const over = useRef(false);
  const show = (next: TemplateDraft) => {
    touched.current = true;
    setDraft(next);
    keepEdit(id, isChanged(next, template) ? next : undefined);
  };
  const save = async () => {
    if (!canSave || !(await onSave({ id, ...draft }))) return;
    // What was typed since is still to be saved.
    const kept = keptEdit(id);
    if (kept !== undefined && JSON.stringify(kept) === JSON.stringify(draft)) keepEdit(id, undefined);
  };
  const leave = useRef(save);
  useEffect(() => {
    leave.current = save;
  });
  useEffect(
    () => () => {
      if (touched.current && !over.current) void leave.current();
    },
    [],
  );
  const giveUp = async (go: typeof onReset) => {
    over.current = true;
    keepEdit(id, undefined);
    if (await go(canSave ? { id, ...draft } : undefined)) return;
    over.current = false;
    if (changed) keepEdit(id, draft);
  };
  return {
    draft,
    changed,
    canSave,
    change: (patch: Partial<TemplateDraft>) => show({ ...draft, ...patch }),
    forget: () => show(draftOf(template)),
    save: () => void save(),
    reset: () => void giveUp(onReset),
    remove: () => void giveUp(onRemove),
  };
}

/** What can be done with the template on the screen, for the palette. */
function useFormCommands(
  { template, onExport }: TemplateFormProps,
  { changed, canSave, save, forget, reset, remove }: ReturnType<typeof useTemplateDraft>,
): void {
  const texts = useText('templates');
  const { name } = template;
  const { commands } = texts;
  useCommands({
    id: 'template-form',
    title: texts.templates,
    commands: [
      ...(canSave ? [{ id: 'template.save', label: commands.save(name), run: save }] : []),
      ...(changed ? [{ id: 'template.forget', label: commands.forget(name), run: forget }] : []),
      { id: 'template.export', label: commands.export(name), run: onExport },
      ...(template.changed ? [{ id: 'template.reset', label: commands.reset(name), run: reset }] : []),
      ...(template.builtIn ? [] : [{ id: 'template.remove', label: commands.remove(name), run: remove }]),
    ],
  });
}

interface BodyProps {
  readonly body: string;
  /** What a variable would say, with sample values. */
  readonly sampleOf: (name: string) => string;
  readonly onChange: (body: string) => void;
}

function TemplateBody({ body, sampleOf, onChange }: BodyProps) {
  const texts = useText('templates');
  const { format } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const unknown = unknownVariables(body);
  const insert = (name: string) => {
    const field = place.current?.querySelector('textarea');
    const start = field?.selectionStart ?? body.length;
    const end = field?.selectionEnd ?? start;
    const written = `{{${name}}}`;
    onChange(body.slice(0, start) + written + body.slice(end));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(start + written.length, start + written.length);
    });
  };
  useCommands({
    id: 'template-variables',
    title: texts.variables,
    commands: TEMPLATE_VARIABLES.map((name) => ({
      id: `template.insert.${name}`,
      label: texts.insertVariable(name),
      run: () => insert(name),
    })),
  });
  return (
    <div ref={place} className="kz-tpl-body">
      <TextArea
        label={texts.body}
        rows={16}
        value={body}
        spellCheck={false}
        error={
          unknown.length === 0 ? undefined : texts.unknown(format.list(unknown.map((name) => `{{${name}}}`)))
        }
        onChange={onChange}
      />
      <fieldset className="kz-tpl-variables">
        <legend className="kz-label">{texts.variables}</legend>
        {TEMPLATE_VARIABLES.map((name) => (
          <button
            key={name}
            type="button"
            aria-label={texts.insertVariable(name)}
            data-tip={texts.example(sampleOf(name))}
            onClick={() => insert(name)}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

export function TemplateForm(props: TemplateFormProps) {
  const { template, kinds, now, onExport } = props;
  const texts = useText('templates');
  const fields = useText('fields');
  const locale = useLocale();
  const edit = useTemplateDraft(props);
  const { draft, changed, canSave, change, forget, save, reset, remove } = edit;
  useFormCommands(props, edit);
  const offered = kinds.filter((kind) => !kind.hidden || kind.id === draft.kind);
  const filled = (text: string) =>
    renderTemplate(text, sampleValues(texts.sample, locale.format, fields, now()));
  return (
    <section className="kz-tpl-form" aria-label={template.name}>
      <div className="kz-tpl-head">
        <TextField
          label={texts.name}
          value={draft.name}
          error={draft.name.trim() === '' ? texts.nameMissing : undefined}
          onChange={(name) => change({ name })}
        />
        <Select
          label={texts.language}
          value={draft.language}
          options={[
            { value: 'en', label: texts.languages.en },
            { value: 'ja', label: texts.languages.ja },
          ]}
          onChange={(language) => change({ language })}
        />
        <Select
          label={texts.kind}
          value={draft.kind}
          options={offered.map(({ id, name }) => ({
            value: id,
            label: name ?? choiceLabel(fields, 'kind', id),
          }))}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <TemplateBody
        body={draft.body}
        sampleOf={(name) => filled(`{{${name}}}`)}
        onChange={(body) => change({ body })}
      />
      <div className="kz-tpl-actions">
        <Button variant="primary" disabled={!canSave} onClick={save}>
          {texts.save}
        </Button>
        {changed && (
          <Button variant="quiet" onClick={forget}>
            {texts.cancel}
          </Button>
        )}
        <span className="kz-tpl-gap" />
        <Button variant="quiet" icon={Download} onClick={onExport}>
          {texts.export}
        </Button>
        {template.changed && (
          <Button variant="quiet" icon={RotateCcw} onClick={reset}>
            {texts.reset}
          </Button>
        )}
        {!template.builtIn && (
          <Button variant="quiet" icon={Trash2} onClick={remove}>
            {texts.remove}
          </Button>
        )}
      </div>
      <section className="kz-tpl-preview" aria-label={texts.preview}>
        <h3>{texts.preview}</h3>
        <div lang={draft.language}>
          <NoteView markdown={filled(draft.body)} />
        </div>
      </section>
    </section>
  );
}
