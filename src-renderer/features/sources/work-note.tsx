/** How far a preview, an import or an undo has come, and the way to stop it. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import type { Work } from './flow-state.ts';
import { useImportRunner } from './use-import.ts';

function labelOf({ type, cancelling, progress }: Work, texts: Texts['sources']): string {
  if (type === 'preview') return cancelling ? texts.stoppingCount : texts.preparing;
  if (cancelling) return texts.cancelling;
  return progress === undefined ? texts.importing : `${texts.phases[progress.phase]} ${progress.fileName}`;
}

export function WorkNote({ work }: { readonly work: Work }) {
  const texts = useText('sources');
  const uiTexts = useText('ui');
  const { format } = useLocale();
  const runner = useImportRunner();
  const { progress } = work;
  const label = labelOf(work, texts);
  return (
    <div className="kz-work">
      <ProgressBar
        label={label}
        value={
          progress === undefined || progress.totalBytes === 0
            ? undefined
            : progress.bytes / progress.totalBytes
        }
        valueText={
          progress === undefined
            ? ''
            : texts.progress(progress.rows, format.bytes(progress.bytes), format.bytes(progress.totalBytes))
        }
      />
      {work.type !== 'undo' && (
        <Button disabled={work.cancelling} onClick={() => runner.cancel()}>
          {work.type === 'apply' ? texts.cancel : uiTexts.cancel}
        </Button>
      )}
    </div>
  );
}
