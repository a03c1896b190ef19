/** What a new user sees: two calm ways to begin. */
import { Building2, FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import './first-run.css';

export const IMPORT_HREF = '#/sources/import';

export interface FirstRunProps {
  /** Resolves when the sample company is in the book, rejects when it could not be loaded. */
  readonly loadSample: () => Promise<void>;
}

export function FirstRun({ loadSample }: FirstRunProps) {
  const texts = useText('accounts');
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const load = () => {
    setState('loading');
    loadSample().then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <div className="acc-first">
      <h2>{texts.welcome}</h2>
      <p>{texts.welcomeBody}</p>
      <div className="acc-first-ways">
        <section>
          <Building2 size={24} strokeWidth={1.5} aria-hidden />
          <h3>{texts.sampleTitle}</h3>
          <p>{texts.sampleBody}</p>
          <Button disabled={state === 'loading'} onClick={load}>
            {state === 'loading' ? texts.sampleLoading : texts.sampleButton}
          </Button>
          {state === 'failed' && <p role="alert">{texts.sampleFailed}</p>}
        </section>
        <section>
          <FileSpreadsheet size={24} strokeWidth={1.5} aria-hidden />
          <h3>{texts.importTitle}</h3>
          <p>{texts.importBody}</p>
          <a className="kz-button kz-button-primary" href={IMPORT_HREF}>
            {texts.importButton}
          </a>
        </section>
      </div>
    </div>
  );
}

/** Contacts or history came in, and no list of accounts: nothing is lost, and the next step is named. */
export function NoAccounts() {
  const texts = useText('accounts');
  return (
    <EmptyState
      icon={Building2}
      title={texts.noAccountsTitle}
      actions={
        <>
          <a className="kz-button kz-button-primary" href={IMPORT_HREF}>
            {texts.importButton}
          </a>
          <a className="kz-button kz-button-secondary" href="#/sources">
            {texts.toSources}
          </a>
        </>
      }
    >
      {texts.noAccountsBody}
    </EmptyState>
  );
}
