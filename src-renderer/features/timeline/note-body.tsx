/** The text of a written note, drawn from its Markdown; what draws it is fetched with the first note that is opened. */
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { readMentioned } from '#renderer/data/people.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useText } from '#renderer/i18n/locale.ts';
import type { ShowMention } from '#renderer/ui/editor/note-view.tsx';
import type { Contact } from '#shared/model/contact.ts';

const NoteView = lazy(() =>
  import('#renderer/ui/editor/note-view.tsx').then((file) => ({ default: file.NoteView })),
);

interface NoteBodyProps {
  readonly markdown: string;
  /** Undefined: the note belongs to none, and whoever it names is known to none. */
  readonly accountId: string | undefined;
}

interface MentionLinkProps {
  /** As it stands in the note. */
  readonly label: string;
  readonly contact: Contact;
}

/** Leads to the person; says how they are called now where the note knows them by another name. */
function MentionLink({ label, contact: { id, name, account = '' } }: MentionLinkProps) {
  const texts = useText('timeline');
  const now = name === label ? undefined : texts.mentionNow(label, name);
  return (
    <Link
      className="kz-mention"
      href={`/accounts/${encodeURIComponent(account)}?tab=people&person=${encodeURIComponent(id)}`}
      aria-label={now}
      data-tip={now}
    >
      @{label}
    </Link>
  );
}

export function NoteBody({ markdown, accountId }: NoteBodyProps) {
  const { db } = useData();
  const images = useMemo(() => ({ load: async (id: string) => (await db.images.get(id))?.data }), [db]);
  const asked = markdown.includes('kizuna-contact:') ? accountId : undefined;
  const live = useLive(() => readMentioned(db, asked), [db, asked]);
  const known = live.state === 'ready' ? live.value : undefined;
  const mention: ShowMention = useCallback(
    ({ kind, id, label }) => {
      const contact = kind === 'contact' ? known?.get(id) : undefined;
      return contact === undefined ? undefined : <MentionLink label={label} contact={contact} />;
    },
    [known],
  );
  return (
    <Suspense fallback={<p className="kz-tl-body">{markdown}</p>}>
      <div className="kz-tl-note">
        <NoteView markdown={markdown} images={images} mention={mention} />
      </div>
    </Suspense>
  );
}
