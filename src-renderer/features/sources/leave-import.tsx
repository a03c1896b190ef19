/** The way out of an import that has stored nothing yet. */
import { useLocation } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useImportRunner } from './use-import.ts';

export function LeaveImport() {
  const texts = useText('sources');
  const runner = useImportRunner();
  const [, navigate] = useLocation();
  return (
    <Button
      variant="quiet"
      onClick={() => {
        runner.startOver();
        navigate('/');
      }}
    >
      {texts.leave}
    </Button>
  );
}
