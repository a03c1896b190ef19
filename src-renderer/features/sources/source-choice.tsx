/** Under which source these files are kept: a known one whose rows they update, or a new one with a name. */

import { useData } from '#renderer/data/data-context.ts';
import { allSources } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Select } from '#renderer/ui/select.tsx';
import { Banner } from '#renderer/ui/states.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { FlowSource } from './flow-state.ts';
import { sendFlow } from './flow-store.ts';
import { useImportRunner } from './use-import.ts';

const NEW = 'new';

export function SourceChoice({ source }: { readonly source: FlowSource }) {
  const texts = useText('sources');
  const { format } = useLocale();
  const { db } = useData();
  const runner = useImportRunner();
  const live = useLive(() => allSources(db), [db]);
  const known = live.state === 'ready' ? live.value.filter((other) => other.kind === 'file') : [];
  const chosen = known.find((other) => other.id === source.id);
  const last = chosen?.lastImportAt;
  return (
    <div className="kz-source-choice">
      {source.known && (
        <Banner
          title={texts.sourceKnown(source.name, last === undefined ? '' : format.date(isoDateOf(last)))}
        />
      )}
      <div className="kz-source-choice-fields">
        {known.length > 0 && (
          <Select
            label={texts.sourceLabel}
            value={source.known ? source.id : NEW}
            options={[
              ...known.map((other) => ({ value: other.id, label: other.name })),
              { value: NEW, label: texts.newSource },
            ]}
            onChange={(id) => void runner.setSource(id === NEW ? undefined : id)}
          />
        )}
        {!source.known && (
          <TextField
            label={known.length > 0 ? texts.sourceName : texts.nameOfSource}
            value={source.name}
            hint={texts.sourceHint}
            maxLength={120}
            onChange={(name) => sendFlow({ type: 'source-renamed', name })}
          />
        )}
      </div>
    </div>
  );
}
