/** What a view shows when its part of the database could not be read: what is safe, and the way to try again. */
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from './button.tsx';
import { ErrorState } from './states.tsx';

interface ReadFailedProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly details: string;
  readonly error: unknown;
}

export function ReadFailed({ title, children, details, error }: ReadFailedProps) {
  const texts = useText('ui');
  return (
    <ErrorState
      title={title}
      actions={<Button onClick={() => location.reload()}>{texts.retry}</Button>}
      detail={{ label: details, text: String(error) }}
    >
      {children}
    </ErrorState>
  );
}
