/** Notes that wait to be finished, of all accounts: one line each, and the way to go on with it. */
import { FilePen } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useKinds, useWaitingDrafts } from '#renderer/data/notes.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import '#renderer/ui/strip.css';
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import type { Draft } from '#shared/model/stored.ts';
import { kindName } from './kind-words.ts';
import './note.css';

const SHOWN = 3;

function titleOf({ subject, body }: Draft): string {
  return subject.trim() || firstWords(body, 60);
}

/** Nothing at all while no draft waits. */
export function WaitingDrafts() {
  const texts = useText('notes');
  const words = useText('fields');
  const { format } = useLocale();
  const kinds = useKinds();
  const [, navigate] = useLocation();
  const live = useWaitingDrafts();
  const waiting = live.state === 'ready' ? live.value.filter((each) => each.accountName !== undefined) : [];
  const shown = waiting.slice(0, SHOWN).map(({ draft, accountName }) => ({
    draft,
    accountName,
    title: titleOf(draft) || texts.untitled,
    href: `/accounts/${draft.accountId}?draft=${draft.id}`,
  }));
  useCommands({
    id: 'waiting-drafts',
    title: texts.drafts,
    commands: shown.map(({ draft, title, href }) => ({
      id: `draft.${draft.id}`,
      label: texts.continueDraft(title),
      run: () => navigate(href),
    })),
  });
  if (shown.length === 0) return null;
  return (
    <section className="kz-strip kz-note-waiting" aria-label={texts.draftsTitle}>
      <h2>
        <FilePen size={14} strokeWidth={1.75} aria-hidden />
        {texts.draftsTitle}
      </h2>
      <ul>
        {shown.map(({ draft, accountName, title, href }) => (
          <li key={draft.id}>
            <Link href={href}>{title}</Link>
            <span className="kz-note-faint">
              {[
                accountName,
                draft.activityId === undefined ? kindName(kinds, draft.kind, words) : texts.editing,
                format.dateTime(draft.updatedAt),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
