/** Standing notices about the data, above every screen. */
import { useText } from '#renderer/i18n/locale.ts';
import { Banner } from '#renderer/ui/states.tsx';
import { dismissNotice, type Notice, useNotices } from '#renderer/ui-state/notices.ts';

function NoticeView({ notice }: { readonly notice: Notice }) {
  const texts = useText('app');
  const close = () => dismissNotice(notice.type);
  switch (notice.type) {
    case 'restored':
      return (
        <Banner tone="warning" title={texts.restoredTitle} onDismiss={close}>
          {texts.restoredBody(notice.rows, notice.editsReplayed)}
          {notice.damagedFrames > 0 && ` ${texts.restoredDamaged(notice.damagedFrames)}`}
        </Banner>
      );
    case 'newer-data':
      return (
        <Banner tone="warning" title={texts.newerTitle}>
          {texts.newerBody}
        </Banner>
      );
    case 'save-failed': {
      const causes = { 'disk-full': texts.diskFull, io: texts.diskFailed, closed: texts.diskClosed };
      return (
        <Banner tone="danger" title={texts.saveFailedTitle}>
          {causes[notice.cause]}
        </Banner>
      );
    }
  }
}

export function NoticeArea() {
  const notices = useNotices((state) => state.notices);
  return notices.map((notice) => <NoticeView key={notice.type} notice={notice} />);
}
