/** How many accounts, and their revenue in each currency by itself. */
import { useText } from '#renderer/i18n/locale.ts';
import { Money } from '#renderer/ui/figures.tsx';
import type { SegmentTotal } from '#shared/domain/segments/segment-total.ts';

export function SegmentFigures({ total }: { readonly total: SegmentTotal }) {
  const texts = useText('segments');
  return (
    <span className="kz-segment-figures">
      <span className="kz-figure">{texts.count(total.count)}</span>
      {total.arr.map((money) => (
        <Money key={money.currency} value={money} />
      ))}
    </span>
  );
}
