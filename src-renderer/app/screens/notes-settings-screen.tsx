/** Templates, kinds of activity and the bin, joined on one screen. */
import { BinPage } from '#renderer/features/notes/bin-page.tsx';
import { KindsPage } from '#renderer/features/notes/kinds-page.tsx';
import { type NotesPart, TemplatesPage } from '#renderer/features/templates/templates-page.tsx';

const PARTS: readonly NotesPart[] = ['templates', 'kinds', 'bin'];

export function NotesSettingsScreen({ part }: { readonly part: string }) {
  const shown = PARTS.find((each) => each === part) ?? 'templates';
  return <TemplatesPage part={shown} kinds={<KindsPage />} bin={<BinPage />} />;
}
