/** Below the list: how far the index is, what was not understood, and the filters that one can add. */

import type { SearchState } from '#renderer/data/search/messages.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { FILTERS } from '#shared/domain/search/parse-query.ts';

export function SearchStateLine({ state }: { readonly state: SearchState }) {
  const texts = useText('search');
  const { format } = useLocale();
  if (state.type === 'failed') return <p className="kz-palette-note">{texts.failed}</p>;
  if (state.type !== 'building') return null;
  const percent = format.percent(Math.floor(state.share * 100), 0);
  return (
    <p className="kz-palette-note" role="status">
      {state.again ? texts.buildingAgain(percent) : texts.building(percent)}
    </p>
  );
}

interface FiltersProps {
  readonly unclear: string | undefined;
  readonly onAdd: (word: string) => void;
}

export function Filters({ unclear, onAdd }: FiltersProps) {
  const texts = useText('search');
  return (
    <div className="kz-palette-foot">
      {unclear !== undefined && <p className="kz-palette-note">{texts.unclear(unclear)}</p>}
      <fieldset className="kz-palette-filters" aria-label={texts.filters}>
        {FILTERS.map((filter) => {
          const { word, example, meaning } = texts.filterHelp[filter];
          return (
            <button
              key={filter}
              type="button"
              className="kz-palette-filter"
              title={meaning}
              aria-label={texts.addFilter(word, example)}
              onClick={() => onAdd(word)}
            >
              <b>{word}</b>
              {example}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}
