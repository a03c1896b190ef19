/** The playbooks: delivered ones and one's own at the left, the chosen one at the right. */
import { Plus, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { PlaybookView } from '#renderer/data/playbooks.ts';
import { readSegments } from '#renderer/data/segments.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/drop-zone.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { SideList } from '#renderer/ui/side-list.tsx';
import { ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import { PlaybookEditor } from './playbook-editor.tsx';
import './playbooks.css';
import { usePlaybookActions, usePlaybooks } from './use-playbooks.ts';

interface PlaybooksPageProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** Starts it on all accounts of a segment: who belongs is known to the screen. */
  readonly startMany: (playbook: Playbook, onClose: () => void) => ReactNode;
}

function useSegmentNames() {
  const { db } = useData();
  const live = useLive(() => readSegments(db), [db]);
  return live.state === 'ready' ? live.value.map(({ segment }) => segment) : undefined;
}

export function PlaybooksPage({ chosen: chosenId, onChoose, startMany }: PlaybooksPageProps) {
  const texts = useText('playbooks');
  const { store } = useData();
  const live = usePlaybooks();
  const segments = useSegmentNames();
  const actions = usePlaybookActions();
  const [isStarting, setStarting] = useState(false);
  useCrumb(texts.title);
  const add = (playbook: Omit<Playbook, 'id'>) =>
    void actions.add(playbook).then((id) => id !== undefined && onChoose(id));
  const addNew = () => add({ name: texts.newName, purpose: '', steps: [], proposedFor: [], off: false });
  useCommands({
    id: 'playbooks',
    title: texts.title,
    commands: [{ id: 'playbooks.add', label: texts.add, run: addNew }],
  });
  if (live.state === 'failed') return <ErrorState title={texts.unread} />;
  if (live.state === 'loading' || segments === undefined) return <Skeleton lines={8} />;
  const views = live.value;
  const chosen = views.find(({ playbook }) => playbook.id === chosenId) ?? views[0];
  const entry = ({ playbook: { id, name, off }, changed }: PlaybookView) => ({
    id,
    name,
    marks: off ? <Badge>{texts.off}</Badge> : changed && <Badge>{texts.changed}</Badge>,
  });
  return (
    <div className="kz-play-page kz-scroll">
      <p className="kz-play-intro">{texts.intro}</p>
      <div className="kz-play-bar">
        <Button icon={Plus} onClick={addNew}>
          {texts.add}
        </Button>
        <FileButton icon={Upload} accept=".json" onFiles={(files) => void actions.take(files)}>
          {texts.import}
        </FileButton>
      </div>
      <div className="kz-side kz-play-two">
        <SideList
          label={texts.title}
          groups={[
            { id: 'own', title: texts.own, entries: views.filter(({ builtIn }) => !builtIn).map(entry) },
            {
              id: 'delivered',
              title: texts.delivered,
              entries: views.filter(({ builtIn }) => builtIn).map(entry),
            },
          ]}
          chosen={chosen?.playbook.id}
          onChoose={onChoose}
        />
        {chosen !== undefined && (
          <PlaybookEditor
            key={chosen.playbook.id}
            view={chosen}
            segments={segments}
            actions={actions}
            newId={store.newId}
            onCopy={() => {
              const { id: _own, ...playbook } = chosen.playbook;
              // What the copy is for is said once: two that are proposed for the same thing would compete.
              add({ ...playbook, name: texts.copyName(playbook.name), proposedFor: [] });
            }}
            onStartMany={() => setStarting(true)}
          />
        )}
      </div>
      {isStarting && chosen !== undefined && startMany(chosen.playbook, () => setStarting(false))}
    </div>
  );
}
