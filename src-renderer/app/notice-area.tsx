/** Standing notices about the data, above every screen: what the data layer has to say, and a failing save. */
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Banner } from '#renderer/ui/states.tsx';
import { useSaveState } from '#renderer/ui-state/save-state.ts';

function SaveFailedNotice() {
  const texts = useText('app');
  const { state, cause } = useSaveState();
  if (state !== 'failed') return null;
  const causes = { 'disk-full': texts.diskFull, io: texts.diskFailed, closed: texts.diskClosed };
  return (
    <Banner tone="danger" title={texts.saveFailedTitle}>
      {causes[cause ?? 'io']}
    </Banner>
  );
}

export function NoticeArea({ children }: { readonly children: ReactNode }) {
  return (
    <div className="kz-notices">
      {children}
      <SaveFailedNotice />
    </div>
  );
}
