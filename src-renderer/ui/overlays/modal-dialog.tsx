/** The dialog and the drawer as they are when open; loaded with the first one that opens (see `dialog.tsx`). */
import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '../button.tsx';
import { classNames } from '../class-names.ts';
import type { DialogProps } from '../dialog.tsx';
import { InLocale } from './in-locale.tsx';
import './overlay.css';

interface ModalDialogProps extends Omit<DialogProps, 'isOpen'> {
  readonly shape: 'dialog' | 'drawer';
}

export function ModalDialog({
  shape,
  title,
  onClose,
  children,
  actions,
  width,
  role,
  hideTitle = false,
}: ModalDialogProps) {
  const texts = useText('ui');
  return (
    <InLocale>
      <ModalOverlay
        isOpen
        isDismissable={role !== 'alertdialog'}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        className={classNames('kz-modal-scrim', shape === 'drawer' && 'kz-drawer-scrim')}
      >
        <Modal
          className={classNames(
            'kz-modal',
            width === 'wide' && 'kz-modal-wide',
            shape === 'drawer' && 'kz-drawer',
          )}
        >
          <AriaDialog
            className="kz-dialog"
            {...(role === undefined ? {} : { role })}
            {...(hideTitle ? { 'aria-label': title } : {})}
          >
            {!hideTitle && (
              <div className="kz-dialog-head">
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <IconButton icon={X} size="small" label={texts.close} onClick={onClose} />
              </div>
            )}
            {hideTitle ? children : <div className="kz-dialog-body kz-scroll">{children}</div>}
            {actions !== undefined && <div className="kz-dialog-foot">{actions}</div>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </InLocale>
  );
}
