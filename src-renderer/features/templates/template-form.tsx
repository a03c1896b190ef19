/** One template: its name, language, kind and text, what its variables would say, and what can be done with it. */
import { Download, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { NoteKind } from '#renderer/data/kinds.ts';
import type { TemplateEdit, TemplateView } from '#renderer/data/templates.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NoteView } from '#renderer/ui/editor/note-view.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import {
  renderTemplate,
  TEMPLATE_VARIABLES,
  unknownVariables,
} from '#shared/domain/notes/render-template.ts';
import { sampleValues } from './sample-values.ts';

interface TemplateFormProps {
  readonly template: TemplateView;
  readonly kinds: readonly NoteKind[];
  readonly now: () => number;
  /** Called when the form is left with changes, too: closing never asks and never loses. */
  readonly onSave: (input: TemplateEdit) => void;
  readonly onReset: () => void;
  readonly onRemove: () => void;
  readonly onExport: () => void;
}

type Draft = Pick<TemplateView, 'name' | 'language' | 'kind' | 'body'>;

function draftOf({ name, language, kind, body }: TemplateView): Draft {
  return { name, language, kind, body };
}

function isChanged(draft: Draft, template: TemplateView): boolean {
  return (Object.keys(draft) as (keyof Draft)[]).some((field) => draft[field] !== template[field]);
}

/** The form's state; whoever leaves it with a name and changes has saved. */
function useTemplateDraft({ template, onSave }: TemplateFormProps) {
  const [draft, setDraft] = useState(() => draftOf(template));
  const changed = isChanged(draft, template);
  const save = () => {
    if (changed && draft.name.trim() !== '') onSave({ id: template.id, ...draft });
  };
  const leave = useRef(save);
  useEffect(() => {
    leave.current = save;
  });
  useEffect(() => () => leave.current(), []);
  return {
    draft,
    changed,
    change: (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch })),
    forget: () => setDraft(draftOf(template)),
    save,
  };
}

interface BodyProps {
  readonly body: string;
  readonly onChange: (body: string) => void;
}

function TemplateBody({ body, onChange }: BodyProps) {
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
  const { template, kinds, now, onReset, onRemove, onExport } = props;
  const texts = useText('templates');
  const fields = useText('fields');
  const locale = useLocale();
  const { draft, changed, change, forget, save } = useTemplateDraft(props);
  const offered = kinds.filter((kind) => !kind.hidden || kind.id === draft.kind);
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
      <TemplateBody body={draft.body} onChange={(body) => change({ body })} />
      <div className="kz-tpl-actions">
        <Button variant="primary" disabled={!changed || draft.name.trim() === ''} onClick={save}>
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
          <Button variant="quiet" icon={RotateCcw} onClick={onReset}>
            {texts.reset}
          </Button>
        )}
        {!template.builtIn && (
          <Button variant="quiet" icon={Trash2} onClick={onRemove}>
            {texts.remove}
          </Button>
        )}
      </div>
      <section className="kz-tpl-preview" aria-label={texts.preview}>
        <h3>{texts.preview}</h3>
        <div lang={draft.language}>
          <NoteView
            markdown={renderTemplate(draft.body, sampleValues(texts.sample, locale.format, fields, now()))}
          />
        </div>
      </section>
    </section>
  );
}
