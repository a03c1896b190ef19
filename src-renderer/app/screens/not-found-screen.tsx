/** An address that no screen answers to. */
import { useLocation } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';

export function NotFoundScreen() {
  const texts = useText('app');
  const [, navigate] = useLocation();
  return (
    <EmptyState
      title={texts.notFoundTitle}
      actions={
        <Button variant="primary" onClick={() => navigate('/accounts')}>
          {texts.toAccounts}
        </Button>
      }
    >
      {texts.notFoundBody}
    </EmptyState>
  );
}
