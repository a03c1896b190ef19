/** Playbooks that run on an account, as a strip on its page: how far each has come. */
import { ListChecks } from 'lucide-react';
import { useData } from '#renderer/data/data-context.ts';
import { runsOfAccount } from '#renderer/data/playbooks.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import '#renderer/ui/strip.css';
import './playbooks.css';
import { usePlaybooks } from './use-playbooks.ts';

export function RunningPlaybooks({ accountId }: { readonly accountId: string }) {
  const texts = useText('playbooks');
  const { format } = useLocale();
  const { db } = useData();
  const live = useLive(() => runsOfAccount(db, accountId), [db, accountId]);
  const playbooks = usePlaybooks();
  const runs = live.state === 'ready' ? live.value : [];
  if (runs.length === 0 || playbooks.state !== 'ready') return null;
  const names = new Map(playbooks.value.map(({ playbook }) => [playbook.id, playbook.name]));
  return (
    <section className="kz-strip kz-play-strip" aria-label={texts.runLabel}>
      <ListChecks size={14} strokeWidth={1.75} aria-hidden />
      <ul>
        {runs.map(({ run, playbook, done, total, due }) => (
          <li key={run}>
            {texts.run(names.get(playbook) ?? texts.gone, done, total)}
            {due !== undefined && (
              <span className="kz-play-faint">{texts.runNext(format.dateShort(due))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
