/** The first step of all: import an export of one's own, or look around with the sample company. */
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/drop-zone.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { ACCEPTED } from './accepted-files.ts';

export interface FirstImportProps {
  readonly title: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** After the sample company came in. */
  readonly onSample?: () => void;
}

export function FirstImport({ title, onFiles, onSample }: FirstImportProps) {
  const texts = useText('sources');
  const { loadSample } = useData();
  const [loading, setLoading] = useState(false);
  const load = async () => {
    setLoading(true);
    try {
      await loadSample();
      onSample?.();
    } catch {
      toast({ message: texts.sampleFailed, tone: 'danger' });
    }
    setLoading(false);
  };
  return (
    <EmptyState
      icon={FileInput}
      title={title}
      actions={
        <>
          <FileButton variant="primary" accept={ACCEPTED} disabled={loading} onFiles={onFiles}>
            {texts.importFiles}
          </FileButton>
          <Button disabled={loading} onClick={() => void load()}>
            {loading ? texts.sampleLoading : texts.sampleTry}
          </Button>
        </>
      }
    >
      {texts.emptyBody}
    </EmptyState>
  );
}
