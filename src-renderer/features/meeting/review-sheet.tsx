/** What comes after the meeting, on one sheet: how it is logged, its tasks, sentiment, next date, and the mail to the customer. */
import { ArrowLeft, Check, Copy, Mail, RotateCcw } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import '#renderer/ui/visually-hidden.css';
import type { IsPrompt } from '#shared/domain/notes/template-prompts.ts';
import { isInternalKind } from './customer-part.ts';
import { followUpMail, mailAddress } from './follow-up-mail.ts';
import type { MailState, MeetingNote, MeetingParts } from './meeting-note.ts';
import type { MeetingFacts } from './use-meeting-facts.ts';

interface ReviewSheetProps {
  readonly facts: MeetingFacts;
  readonly note: MeetingNote;
  readonly isPrompt: IsPrompt | undefined;
  readonly parts: MeetingParts;
  readonly problem: string | undefined;
  readonly busy: boolean;
  /** What became of the mail, for whoever logs. */
  readonly mail: RefObject<() => MailState>;
  readonly onLog: () => void;
  readonly onBack: () => void;
}

type MailProps = Pick<ReviewSheetProps, 'facts' | 'note' | 'isPrompt'>;

const NO_PROMPT: IsPrompt = () => false;

/** The mail as it follows from the note, until somebody writes in it. */
function useMail({ facts, note, isPrompt }: MailProps) {
  const texts = useText('meeting');
  const { format, language } = useLocale();
  /** Somebody who empties the field begins anew: the mail that follows from the note does not come back under their hands. */
  const [emptied, setEmptied] = useState(false);
  const { fields, tasks } = note;
  const known = [...facts.contacts, ...fields.newContacts];
  const present = fields.contacts.flatMap((id) => known.find((contact) => contact.id === id) ?? []);
  const greeting = (names: readonly string[]) =>
    texts.greeting(language === 'ja' ? names.map((name) => `${name}様`).join('\n') : format.list(names));
  const written = followUpMail(
    {
      note: fields,
      isPrompt: isPrompt ?? NO_PROMPT,
      tasks: tasks.filter((task) => task.state !== 'left-out'),
      names: present.map((contact) => contact.name),
      nextOn: fields.nextOn,
    },
    {
      greeting,
      thanks: texts.thanks,
      ours: texts.oursTitle,
      theirs: texts.theirsTitle,
      next: texts.next,
      closing: texts.closing,
      date: format.date,
    },
  );
  const { mail } = fields;
  return {
    text: mail === '' && !emptied ? written : mail,
    isOwn: mail !== '' || emptied,
    setText: (text: string) => {
      setEmptied(text === '');
      note.change({ mail: text });
    },
    followNote: () => {
      setEmptied(false);
      note.change({ mail: '' });
    },
    to: present.flatMap(({ email }) => (email === undefined ? [] : [email])),
    subject: texts.mailSubject(facts.row.account.name, format.date(isoDateOf(fields.activityAt))),
  };
}

function FollowUp(props: MailProps & Pick<ReviewSheetProps, 'mail'>) {
  const texts = useText('meeting');
  const { bridge } = useData();
  const { text, isOwn, setText, followNote, to, subject } = useMail(props);
  const handedOver = useRef<string>(undefined);
  const { mail } = props;
  useEffect(() => {
    mail.current = () => (handedOver.current === text ? 'handed-over' : { subject });
  });
  const copy = async (said: string) => {
    try {
      await navigator.clipboard.writeText(text);
      handedOver.current = text;
      toast({ message: said });
    } catch {
      toast({ message: texts.copyFailed, tone: 'danger' });
    }
  };
  const open = async () => {
    const { href, complete } = mailAddress(to, subject, text);
    if (!complete) await copy(texts.openedPaste);
    try {
      const { opened } = await bridge.call('app.openExternal', { url: href });
      if (opened && complete) handedOver.current = text;
    } catch {
      // No mail program: the text stays here.
    }
  };
  const { copyMail, openMailIn, mailAgain } = texts.commands;
  useCommands({
    id: 'meeting-mail',
    title: texts.mail,
    commands: [
      { id: 'meeting.copy-mail', label: copyMail, run: () => void copy(texts.copied) },
      { id: 'meeting.open-mail', label: openMailIn, run: () => void open() },
      ...(isOwn ? [{ id: 'meeting.mail-anew', label: mailAgain, run: followNote }] : []),
    ],
  });
  return (
    <section className="kz-meeting-mail" aria-label={texts.mail}>
      <h3>{texts.mail}</h3>
      <p className="kz-hint">
        {isInternalKind(props.note.fields.kind) ? texts.mailInternal : texts.mailHint}
      </p>
      <TextArea label={texts.mailText} hideLabel value={text} onChange={setText} rows={18} />
      <div className="kz-meeting-row">
        <Button icon={Copy} onClick={() => void copy(texts.copied)}>
          {texts.copy}
        </Button>
        <Button icon={Mail} onClick={() => void open()}>
          {texts.openMail}
        </Button>
        {isOwn && (
          <Button variant="quiet" icon={RotateCcw} onClick={followNote}>
            {texts.mailAnew}
          </Button>
        )}
      </div>
    </section>
  );
}

export function ReviewSheet(props: ReviewSheetProps) {
  const { facts, note, isPrompt, parts, problem, busy, mail, onLog, onBack } = props;
  const texts = useText('meeting');
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const { fields } = note;
  return (
    <section ref={sheet} className="kz-meeting-review kz-scroll" aria-label={texts.review}>
      <div className="kz-meeting-sheet">
        <h2 className="kz-visually-hidden">{texts.review}</h2>
        <h3>{texts.title}</h3>
        <p className="kz-hint">{texts.reviewHint}</p>
        <TextField
          label={texts.subjectLabel}
          value={fields.subject}
          onChange={(subject) => note.change({ subject })}
        />
        {parts.head()}
        {parts.tasks()}
        {parts.sentiment()}
        <DateField
          label={texts.nextOn}
          value={fields.nextOn}
          onChange={(nextOn) => note.change({ nextOn })}
        />
        {parts.participants()}
        {parts.people()}
        {parts.values()}
        {parts.steps()}
        {problem !== undefined && (
          <p className="kz-field-error" role="alert">
            {problem}
          </p>
        )}
        <div className="kz-meeting-row">
          <Button icon={ArrowLeft} onClick={onBack}>
            {texts.backToNote}
          </Button>
          <Button variant="primary" icon={Check} disabled={busy} onClick={onLog}>
            {texts.log}
            <Kbd keys="mod+Enter" />
          </Button>
        </div>
      </div>
      <FollowUp facts={facts} note={note} isPrompt={isPrompt} mail={mail} />
    </section>
  );
}
