/** The panel in which a note is written: saved with every key stroke, finished onto the timeline, closed without asking. */
import { History, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { isCancelKey, isCommitKey, isComposing } from '#renderer/ui/ime.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { TagInput } from '#renderer/ui/tag-input.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import './note.css';
import { NoteBody } from './note-body.tsx';
import { saysMore } from './note-fields.ts';
import { focusNoteText, isInText, leaveText } from './note-focus.ts';
import { NoteHead } from './note-head.tsx';
import { NoteParticipants } from './note-people.tsx';
import { NoteSaveState } from './note-save-state.tsx';
import { NoteVersions } from './note-versions.tsx';
import { SentimentInput } from './sentiment-input.tsx';
import { TaskStrip } from './task-strip.tsx';
import { TemplateMenu } from './template-menu.tsx';
import { type NoteForm, type NotePanelProps, useNoteForm } from './use-note-form.ts';

interface PartProps {
  readonly form: NoteForm;
  readonly now: number;
}

interface NoteWordsProps extends PartProps {
  readonly panel: RefObject<HTMLElement | null>;
  readonly said: NotePanelProps['said'];
}

/** Subject and text, the tasks that stand in it, and what else will be logged with it. */
function NoteWords({ form, now, panel, said }: NoteWordsProps) {
  const texts = useText('notes');
  const { fields, people, update } = form;
  return (
    <>
      <TextField
        label={texts.subject}
        value={fields.subject}
        onChange={(subject) => update({ subject })}
        onKeyDown={(event) => {
          if (!isCommitKey(event) || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          focusNoteText(panel.current);
        }}
      />
      <div className="kz-note-body">
        <NoteBody
          value={fields.body}
          people={people}
          contacts={[...people.contacts, ...fields.newContacts]}
          onTemplate={(template) => void form.insert(template)}
          docKey={form.docKey}
          arrival={form.arrival}
          onChange={(body) => update({ body })}
          hint={fields.kind === 'internal-note' ? texts.internalHint : texts.taskHint}
          error={form.problem}
        />
      </div>
      <TaskStrip tasks={form.tasks} today={isoDateOf(now)} onChoose={form.chooseTask} />
      {saysMore(fields) &&
        said.show({
          said: fields,
          contacts: fields.contacts,
          on: isoDateOf(fields.activityAt),
          onChange: (patch) => {
            update(patch);
            if (!saysMore({ ...fields, ...patch })) focusNoteText(panel.current);
          },
        })}
    </>
  );
}

/** What a check-in says besides its words. */
function NoteFacts({ form }: { readonly form: NoteForm }) {
  const texts = useText('notes');
  const { fields, people, update } = form;
  return (
    <>
      <SentimentInput
        sentiment={fields.sentiment}
        reasons={fields.sentimentReasons}
        typed={fields.reasonLine}
        onChange={update}
      />
      <NoteParticipants fields={fields} people={people} change={update} />
      <div className="kz-note-pair">
        <TagInput
          label={texts.tags}
          suggestions={people.tags}
          value={fields.tags}
          onChange={(tags) => update({ tags })}
          line={{ typed: fields.tagLine, onType: (tagLine) => update({ tagLine }) }}
        />
        <DateField label={texts.nextOn} value={fields.nextOn} onChange={(nextOn) => update({ nextOn })} />
      </div>
    </>
  );
}

/** Whose note it is. One that was logged stays where it is. */
function NoteAccount({ props, form }: { readonly props: NotePanelProps; readonly form: NoteForm }) {
  const texts = useText('notes');
  const [asking, setAsking] = useState(false);
  const { accountName, askAccount, draft } = props;
  const isNew = draft?.activityId === undefined;
  useCommands({
    id: 'note-account',
    title: texts.note,
    commands: isNew
      ? [{ id: 'note.account', label: texts.commands.otherAccount, run: () => setAsking(true) }]
      : [],
  });
  return (
    <p className="kz-note-account">
      <span>{accountName}</span>
      {isNew && (
        <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
          {texts.otherAccount}
        </Button>
      )}
      {asking &&
        askAccount({
          onChoose: (id) => {
            setAsking(false);
            void form.moveTo(id);
          },
          onClose: () => setAsking(false),
        })}
    </p>
  );
}

/** The ways out of the form, for the palette: its keys hold while one is in it. */
function useNoteCommands(form: NoteForm, isNew: boolean): void {
  const texts = useText('notes');
  useCommands({
    id: 'note-form',
    title: texts.note,
    commands: [
      { id: 'note.finish', label: isNew ? texts.finish : texts.save, run: () => void form.finish() },
      { id: 'note.close', label: texts.commands.close, run: form.close },
      { id: 'note.discard', label: texts.commands.discard, run: () => void form.discard() },
    ],
  });
}

export function NotePanel(props: NotePanelProps) {
  const { draft } = props;
  const texts = useText('notes');
  const title = useId();
  const panel = useRef<HTMLElement>(null);
  const form = useNoteForm(props, panel);
  const now = props.now();
  const edited = draft?.activityId;
  useNoteCommands(form, edited === undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // In the text Tab belongs to lists and tables, so there is another way on.
    if (event.key === 'F6') leaveText(panel.current);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.finish();
    // The editor claims every Escape as its own; those that its menus take do not come here.
    else if (isCancelKey(event) && (!event.defaultPrevented || isInText(event.target))) form.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={panel} className="kz-note" aria-labelledby={title} onKeyDown={onKeyDown}>
      <div className="kz-note-top">
        <h3 id={title}>{edited === undefined ? texts.newNote : texts.editNote}</h3>
        <NoteSaveState writer={form.writer} />
        {edited !== undefined && <NoteVersions activityId={edited} icon={History} />}
        <TemplateMenu onInsert={(template) => void form.insert(template)} />
        <IconButton icon={X} size="small" label={texts.close} keys="Escape" onClick={form.close} />
      </div>
      <NoteAccount props={props} form={form} />
      <NoteHead fields={form.fields} kinds={form.kinds} now={now} change={form.update} />
      <NoteWords form={form} now={now} panel={panel} said={props.said} />
      <NoteFacts form={form} />
      <div className="kz-note-foot">
        <Button variant="quiet" icon={Trash2} onClick={() => void form.discard()}>
          {texts.discard}
        </Button>
        <Button variant="primary" disabled={form.busy} onClick={() => void form.finish()}>
          {edited === undefined ? texts.finish : texts.save}
          <Kbd keys="mod+Enter" />
        </Button>
      </div>
    </section>
  );
}
