/** The account page, joined with its timeline and its people. */
import { AccountPage } from '#renderer/features/account/account-page.tsx';
import { NotePanel } from '#renderer/features/notes/note-panel.tsx';
import { PeopleTab } from '#renderer/features/people/people-tab.tsx';
import { Timeline } from '#renderer/features/timeline/timeline.tsx';

export function AccountScreen({ id }: { readonly id: string }) {
  return (
    <AccountPage
      id={id}
      timeline={(parts) => <Timeline {...parts} />}
      note={(parts) => <NotePanel {...parts} />}
      people={(parts) => <PeopleTab {...parts} />}
    />
  );
}
