/** The two truths that the frame always tells: saved or saving, and offline or in step. */
import { Check, CircleAlert, CloudOff, LoaderCircle, PlugZap, Wifi } from 'lucide-react';
import { useText } from '#renderer/i18n/locale.ts';
import { useBackgroundWork } from '#renderer/ui-state/background-work.ts';
import { useLinkState } from '#renderer/ui-state/link-state.ts';
import { useSaveState } from '#renderer/ui-state/save-state.ts';

export function SaveStatus() {
  const texts = useText('app');
  const { state, pending } = useSaveState();
  // Until the start check is over nobody knows, so nothing is said.
  if (state === 'opening') return <span className="kz-status" data-state={state} role="status" />;
  const views = {
    saved: { icon: Check, word: texts.saved, detail: texts.savedDetail },
    saving: { icon: LoaderCircle, word: texts.saving, detail: texts.savingDetail(pending) },
    failed: { icon: CircleAlert, word: texts.saveFailed, detail: texts.saveFailedDetail(pending) },
  } as const;
  const { icon: Icon, word, detail } = views[state];
  return (
    <span className="kz-status" data-state={state} title={detail} role="status">
      <Icon size={14} strokeWidth={2} aria-hidden />
      {word}
    </span>
  );
}

/** No live region: it is there for whoever looks. */
export function WorkStatus() {
  const texts = useText('app');
  const { work } = useBackgroundWork();
  if (work === undefined) return null;
  const percent = Math.round(work.share * 20) * 5;
  return (
    <span className="kz-status" data-state="working" title={texts.workDetail}>
      {texts.work[work.kind](percent)}
    </span>
  );
}

export function LinkStatus() {
  const texts = useText('app');
  const { online, bridge } = useLinkState();
  const views = {
    online: { icon: Wifi, word: texts.online, detail: texts.onlineDetail },
    offline: { icon: CloudOff, word: texts.offline, detail: texts.offlineDetail },
    reconnecting: { icon: PlugZap, word: texts.reconnecting, detail: texts.reconnectingDetail },
    lost: { icon: PlugZap, word: texts.disconnected, detail: texts.disconnectedDetail },
  } as const;
  const state = bridge === 'connected' ? (online ? 'online' : 'offline') : bridge;
  const { icon: Icon, word, detail } = views[state];
  return (
    <span className="kz-status" data-state={state} title={detail} role="status">
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {word}
    </span>
  );
}
