/** A failure in the person's words: what happened, what is safe, what to do; the technical part behind a disclosure. */
import { CircleAlert } from 'lucide-react';
import type { ImportFailure } from '#renderer/data/ingest/messages.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Banner } from '#renderer/ui/states.tsx';
import type { FileFailure } from './flow-state.ts';

function useLimit(failure: FileFailure): string | undefined {
  const texts = useText('sources');
  const { format } = useLocale();
  if (failure.type !== 'too-large') return undefined;
  return texts.failureLimit(
    failure.what === 'rows' ? texts.rows(failure.limit) : format.bytes(failure.limit),
  );
}

export function FileFailureNote({ failure }: { readonly failure: FileFailure }) {
  const texts = useText('sources');
  const limit = useLimit(failure);
  const { title, body } = texts.failures[failure.type];
  const full = failure.type === 'upload' && failure.code === 'disk-full';
  const detail = 'detail' in failure ? failure.detail : undefined;
  return (
    <div className="kz-file-failure" role="alert">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>
          {full ? texts.diskFull : body}
          {limit !== undefined && ` ${limit}`}
        </p>
        {detail !== undefined && (
          <details>
            <summary>{texts.technical}</summary>
            <pre>{detail}</pre>
          </details>
        )}
      </div>
    </div>
  );
}

/** Why a preview, an import or an undo ended early. */
export function RunFailureNote({ failure }: { readonly failure: ImportFailure }) {
  const texts = useText('sources');
  const { title, body } = texts.runFailures[failure.type];
  const where = 'fileName' in failure ? `${failure.fileName}: ` : '';
  const inner = failure.type === 'parse' ? ` ${texts.failures[failure.failure.type].title}.` : '';
  return (
    <>
      <Banner tone="danger" title={`${where}${title}`}>
        {body}
        {inner}
      </Banner>
      {'detail' in failure && (
        <details className="kz-import-detail">
          <summary>{texts.technical}</summary>
          <pre>{failure.detail}</pre>
        </details>
      )}
    </>
  );
}
