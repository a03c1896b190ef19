/** A playbook for all accounts of a segment: how many accounts and tasks that is, before any is made. */
import { useMemo, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { readAccountFacts, readRuns, type Start } from '#renderer/data/playbooks.ts';
import { type Live, useLive } from '#renderer/data/use-live.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { missingSteps } from '#shared/domain/playbooks/runs.ts';
import { startPlaybook } from '#shared/domain/playbooks/start-playbook.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import './playbooks.css';
import { usePlaybookActions } from './use-playbooks.ts';

export interface SegmentOfAccounts {
  readonly id: string;
  readonly name: string;
  /** Ids of the accounts that belong to it now. */
  readonly accounts: readonly string[];
}

interface StartManyDialogProps {
  readonly playbook: Playbook;
  /** Undefined while they are counted. */
  readonly segments: readonly SegmentOfAccounts[] | undefined;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly onClose: () => void;
  readonly onPortfolio: () => void;
}

interface Planned {
  readonly starts: readonly Start[];
  readonly tasks: number;
  /** Accounts where it runs already. */
  readonly running: number;
  /** Accounts where steps have no day, because no renewal is known. */
  readonly undated: number;
}

/** What it would come to, worked out anew when one of the accounts, people or tasks changes. */
function usePlan(playbook: Playbook, accounts: readonly string[], today: string): Live<Planned> {
  const { db } = useData();
  return useLive(async () => {
    const [facts, runs] = await Promise.all([readAccountFacts(db, accounts, today), readRuns(db)]);
    const starts: Start[] = [];
    let running = 0;
    let undated = 0;
    for (const [account, known] of facts) {
      const run = runs.get(account)?.find((each) => each.playbook === playbook.id);
      if (run !== undefined) running++;
      const tasks = startPlaybook({ steps: missingSteps(playbook, run) }, known, today);
      if (tasks.some(({ due }) => due === undefined)) undated++;
      if (tasks.length > 0) starts.push({ account, tasks });
    }
    return { starts, running, undated, tasks: starts.reduce((sum, { tasks }) => sum + tasks.length, 0) };
  }, [db, playbook, accounts, today]);
}

function Sums({ plan }: { readonly plan: Live<Planned> }) {
  const texts = useText('playbooks');
  if (plan.state !== 'ready') return <p role="status">{texts.counting}</p>;
  const { starts, tasks, running, undated } = plan.value;
  return (
    <div role="status" className="kz-play-many">
      <p>{starts.length === 0 ? texts.segmentEmpty : texts.segmentCount(starts.length, tasks)}</p>
      {running > 0 && <p className="kz-play-faint">{texts.segmentRunning(running)}</p>}
      {undated > 0 && <p className="kz-play-faint">{texts.segmentUndated(undated)}</p>}
    </div>
  );
}

const NOBODY: readonly string[] = [];

export function StartManyDialog(props: StartManyDialogProps) {
  const { playbook, segments, today, onClose, onPortfolio } = props;
  const texts = useText('playbooks');
  const ui = useText('ui');
  const actions = usePlaybookActions();
  const [chosenId, choose] = useState(playbook.segment);
  const [isBusy, setBusy] = useState(false);
  const segment = segments?.find(({ id }) => id === chosenId) ?? segments?.[0];
  // The same accounts again are no reason to read them again.
  const trace = segment?.accounts.join('\n') ?? '';
  const accounts = useMemo(() => (trace === '' ? NOBODY : trace.split('\n')), [trace]);
  const plan = usePlan(playbook, accounts, today);
  const ready = plan.state === 'ready' ? plan.value : undefined;
  const count = ready?.starts.length ?? 0;
  const start = async () => {
    if (ready === undefined || isBusy) return;
    setBusy(true);
    const said = texts.saidStartedMany(playbook.name, count, ready.tasks);
    const stored = await actions.start(playbook.id, ready.starts, said);
    setBusy(false);
    if (stored) onClose();
  };
  const isEmpty = segments?.length === 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.segmentTitle(playbook.name)}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          {isEmpty ? (
            <Button variant="primary" onClick={onPortfolio}>
              {texts.toPortfolio}
            </Button>
          ) : (
            count > 0 && (
              <Button variant="primary" disabled={isBusy} onClick={() => void start()}>
                {texts.startMany(count)}
              </Button>
            )
          )}
        </>
      }
    >
      {segments === undefined ? (
        <p role="status">{texts.counting}</p>
      ) : isEmpty ? (
        <p>{texts.noSegments}</p>
      ) : (
        <div className="kz-play-many">
          <Select
            label={texts.chooseSegment}
            value={segment?.id}
            options={segments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
          <Sums plan={plan} />
        </div>
      )}
    </Dialog>
  );
}
