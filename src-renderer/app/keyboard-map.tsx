/** The keys that work now, scope by scope: behind `?` and in the settings. */
import { useText } from '#renderer/i18n/locale.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KeyboardList } from '#renderer/ui/keyboard-list.tsx';

export function KeyboardMap({ onClose }: { readonly onClose: () => void }) {
  const texts = useText('app');
  return (
    <Dialog isOpen width="wide" title={texts.keyboardMap} onClose={onClose}>
      <p>{texts.keyboardMapHint}</p>
      <KeyboardList />
    </Dialog>
  );
}
