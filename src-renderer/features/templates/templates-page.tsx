/** What belongs to notes: templates, kinds of activity, the bin. Reached from the settings and the palette. */
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import { systemClock } from '#shared/base/clock.ts';
import './templates.css';
import { TemplatesList } from './templates-list.tsx';

export type NotesPart = 'templates' | 'kinds' | 'bin';

interface TemplatesPageProps {
  readonly part: NotesPart;
  /** Another feature; the screen joins them. */
  readonly kinds: ReactNode;
  readonly bin: ReactNode;
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
}

export function TemplatesPage({ part, kinds, bin, now = systemClock.now }: TemplatesPageProps) {
  const texts = useText('templates');
  const notes = useText('notes');
  const [, navigate] = useLocation();
  useCrumb(texts.title);
  return (
    <div className="kz-tpl-page">
      <Tabs
        label={texts.parts}
        tabs={[
          { id: 'templates', label: texts.templates },
          { id: 'kinds', label: notes.kinds },
          { id: 'bin', label: notes.bin },
        ]}
        selected={part}
        onSelect={(next) => navigate(`/settings/notes/${next}`)}
      >
        {part === 'templates' && <TemplatesList now={now} />}
        {part === 'kinds' && kinds}
        {part === 'bin' && bin}
      </Tabs>
    </div>
  );
}
