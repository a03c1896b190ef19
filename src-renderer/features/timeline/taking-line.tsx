/** How far a long export is, and the way to give it up. */
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';

interface TakingLineProps {
  /** Entries collected so far. */
  readonly count: number;
  /** All that there are; undefined = a filter leaves it open how many fit. */
  readonly total: number | undefined;
  readonly onCancel: () => void;
}

export function TakingLine({ count, total, onCancel }: TakingLineProps) {
  const texts = useText('timeline');
  return (
    <div className="kz-tl-taking">
      {total === undefined ? (
        <p role="status">{texts.collecting(count)}</p>
      ) : (
        <ProgressBar
          label={texts.collectingTitle}
          value={count / Math.max(1, total)}
          valueText={texts.collecting(count)}
        />
      )}
      <Button size="small" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </div>
  );
}
