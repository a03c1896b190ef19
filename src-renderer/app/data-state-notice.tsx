/** What the user is told about the database itself: restored, read-only, damaged, not to be opened. */

import type { AppStore } from '#renderer/data/open-store.ts';
import type { RestoreReport } from '#renderer/data/restore-report.ts';
import { useObserved } from '#renderer/data/use-store.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Banner } from '#renderer/ui/states.tsx';
import { assertNever } from '#shared/base/assert-never.ts';

function Restored({ report, onRead }: { readonly report: RestoreReport; readonly onRead: () => void }) {
  const texts = useText('app');
  const rows = Object.values(report.rows).reduce((sum, count) => sum + count, 0);
  // An empty book in a new browser profile: nothing was lost, so there is nothing to tell.
  if (rows + report.operations + report.rescued + report.damagedFrames + report.reimport.length === 0)
    return null;
  return (
    <Banner tone="warning" title={texts.restoredTitle} onDismiss={onRead}>
      {texts.restoredBody(rows, report.operations + report.rescued)}
      {report.damagedFrames > 0 && ` ${texts.restoredDamaged(report.damagedFrames)}`}
      {(report.rows['accounts'] ?? 0) > 0 && ` ${texts.restoredScores}`}
      {report.reimport.length > 0 && (
        <>
          {` ${texts.restoredReimport}`}
          <ul>
            {report.reimport.map((each) => (
              <li key={`${each.sourceId}:${each.fileName}:${each.part}`}>
                {texts.restoredReimportFile(each.sourceName, each.fileName, each.rows)}
              </li>
            ))}
          </ul>
          <a href="#/sources">{texts.sources}</a>
        </>
      )}
    </Banner>
  );
}

/** What it needs of the store. */
type NoticeStore = Pick<AppStore, 'databaseState' | 'restoreNow' | 'acknowledgeRestore'>;

export function DataStateNotice({ store }: { readonly store: NoticeStore }) {
  const texts = useText('app');
  const state = useObserved(store.databaseState);
  const restart = async () => {
    await store.restoreNow();
    location.reload();
  };
  switch (state.type) {
    case 'opening':
    case 'ready':
      return null;
    case 'restored':
      return <Restored report={state.report} onRead={() => void store.acknowledgeRestore()} />;
    case 'read-only':
      return (
        <Banner tone="warning" title={texts.newerTitle}>
          {texts.newerBody}
        </Banner>
      );
    case 'damaged':
      return (
        <Banner tone="danger" title={texts.damagedTitle}>
          {texts.damagedBody} <Button onClick={() => void restart()}>{texts.restartAndRestore}</Button>
        </Banner>
      );
    case 'failed':
      return (
        <Banner tone="danger" title={texts.openFailedTitle}>
          {state.reason === 'newer-data' ? texts.newerBody : texts.openFailedBody} ({state.detail}){' '}
          <Button onClick={() => location.reload()}>{texts.reload}</Button>
        </Banner>
      );
    default:
      return assertNever(state);
  }
}
