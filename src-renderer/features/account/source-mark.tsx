/** The quiet mark beside a value that a person changed: what the source said, when, and the way back to it. */
import { History } from 'lucide-react';
import type { Fact } from '#renderer/data/facts.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconPopoverButton } from '#renderer/ui/popover.tsx';
import type { RecordNoun } from '#shared/model/nouns.ts';
import { fieldSpec } from '#shared/model/nouns.ts';
import { useChanges } from './use-changes.ts';
import { useSourceWords } from './use-source-words.ts';

interface SourceMarkProps {
  readonly noun: RecordNoun;
  readonly recordId: string;
  readonly fact: Fact;
  readonly label: string;
}

/** Nothing while value and source agree, and nothing where no source ever spoke. */
export function SourceMark({ noun, recordId, fact, label }: SourceMarkProps) {
  const texts = useText('account');
  const { format } = useLocale();
  const changes = useChanges();
  const textOf = useSourceWords(noun, fact.field);
  const { source, changedAt } = fact;
  if (source === undefined || changedAt === undefined) return null;
  const said = textOf(source.value);
  const readOnly = fieldSpec(noun, fact.field)?.readOnly === true;
  const from = texts.saidOn(source.sourceName, format.dateTime(source.seenAt));
  return (
    <IconPopoverButton
      icon={History}
      size="small"
      className="kz-acc-mark"
      label={texts.sourceSays(
        source.sourceName,
        said === '' ? texts.noValue : said,
        format.date(isoDateOf(source.seenAt)),
      )}
      panelLabel={label}
      panel={(close) => (
        <div className="kz-acc-said">
          <dl>
            <dt>{texts.sourceValue}</dt>
            <dd>{said === '' ? texts.noValue : said}</dd>
            <dt>{texts.factsFrom}</dt>
            <dd>{from}</dd>
            <dt>{texts.changedHere}</dt>
            <dd>{format.dateTime(changedAt)}</dd>
          </dl>
          {!readOnly && (
            <Button
              size="small"
              onClick={() => {
                close();
                void changes.setField(noun, recordId, fact.field, source.value, texts.tookSource(label));
              }}
            >
              {texts.takeSource}
            </Button>
          )}
        </div>
      )}
    />
  );
}
