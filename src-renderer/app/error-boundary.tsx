/** Catches a bug in a screen: the frame stays, the person can try again, and the log learns of it. */
import { Component, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/states.tsx';

interface Props {
  readonly children: ReactNode;
  /** A change of it (another route) clears the failure. */
  readonly resetKey: string;
  readonly onCaught: (message: string) => void;
}

interface State {
  readonly failure: string | undefined;
  readonly failedFor: string | undefined;
}

function failureText(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function CrashView({ detail, onRetry }: { readonly detail: string; readonly onRetry: () => void }) {
  const texts = useText('app');
  return (
    <ErrorState
      title={texts.crashTitle}
      detail={{ label: texts.details, text: detail }}
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            {texts.tryAgain}
          </Button>
          <Button onClick={() => location.reload()}>{texts.reload}</Button>
        </>
      }
    >
      {texts.crashBody}
    </ErrorState>
  );
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: undefined, failedFor: undefined };

  static getDerivedStateFromError(cause: unknown): Partial<State> {
    return { failure: failureText(cause) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (state.failedFor === props.resetKey) return null;
    return { failedFor: props.resetKey, failure: undefined };
  }

  override componentDidCatch(cause: unknown): void {
    this.props.onCaught(failureText(cause));
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return <CrashView detail={failure} onRetry={() => this.setState({ failure: undefined })} />;
  }
}
