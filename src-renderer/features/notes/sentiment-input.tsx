/** The CSM's own judgement in five steps, in words, and up to three reasons, usual ones or written. */
import { Angry, Frown, type LucideIcon, Meh, Smile, SmilePlus, X } from 'lucide-react';
import { useId } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { isCommitKey } from '#renderer/ui/ime.ts';
import { MOST_REASONS } from './typed-lines.ts';

const STEPS = [1, 2, 3, 4, 5] as const;
type Step = (typeof STEPS)[number];
const FACES: Readonly<Record<Step, LucideIcon>> = { 1: Angry, 2: Frown, 3: Meh, 4: Smile, 5: SmilePlus };

interface SentimentInputProps {
  readonly sentiment: number | undefined;
  readonly reasons: readonly string[];
  /** A further reason that is being written. */
  readonly typed: string;
  readonly onChange: (patch: {
    readonly reasonLine?: string;
    readonly sentiment?: number | undefined;
    readonly sentimentReasons?: readonly string[];
  }) => void;
}

function Reasons({ sentiment, reasons, typed, onChange }: SentimentInputProps) {
  const texts = useText('notes');
  const { good, bad } = texts.usualReasons;
  const usual = (sentiment ?? 3) > 3 ? good : (sentiment ?? 3) < 3 ? bad : [...good, ...bad];
  const own = reasons.filter((reason) => !usual.includes(reason));
  const full = reasons.length >= MOST_REASONS;
  const add = () => {
    const reason = typed.trim();
    if (typed === '') return;
    const isNew = reason !== '' && !full && !reasons.includes(reason);
    onChange({ reasonLine: '', ...(isNew ? { sentimentReasons: [...reasons, reason] } : {}) });
  };
  return (
    <fieldset className="kz-note-reasons">
      <legend className="kz-label">{texts.reasons}</legend>
      <div className="kz-note-chips">
        {[...usual, ...own].map((reason) => {
          const on = reasons.includes(reason);
          return (
            <label key={reason} className="kz-note-chip">
              <input
                type="checkbox"
                checked={on}
                disabled={full && !on}
                onChange={() =>
                  onChange({
                    sentimentReasons: on ? reasons.filter((other) => other !== reason) : [...reasons, reason],
                  })
                }
              />
              {reason}
            </label>
          );
        })}
        {!full && (
          <input
            className="kz-input kz-note-reason"
            aria-label={texts.otherReason}
            placeholder={texts.otherReason}
            value={typed}
            onChange={(event) => onChange({ reasonLine: event.target.value })}
            onBlur={add}
            onKeyDown={(event) => {
              if (!isCommitKey(event) || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              add();
            }}
          />
        )}
      </div>
    </fieldset>
  );
}

export function SentimentInput(props: SentimentInputProps) {
  const { sentiment, onChange } = props;
  const texts = useText('notes');
  const name = useId();
  return (
    <div className="kz-note-sentiment">
      <fieldset>
        <legend className="kz-label">{texts.sentiment}</legend>
        <div className="kz-note-steps">
          {STEPS.map((step) => {
            const Face = FACES[step];
            return (
              <label key={step} className="kz-note-step" data-step={step}>
                <input
                  type="radio"
                  name={name}
                  className="kz-visually-hidden"
                  checked={sentiment === step}
                  onChange={() => onChange({ sentiment: step })}
                />
                <Face size={16} strokeWidth={1.75} aria-hidden />
                <span>{texts.sentimentSteps[step]}</span>
              </label>
            );
          })}
          {sentiment !== undefined && (
            <IconButton
              icon={X}
              size="small"
              label={texts.clearSentiment}
              onClick={() => onChange({ sentiment: undefined, sentimentReasons: [], reasonLine: '' })}
            />
          )}
        </div>
      </fieldset>
      {sentiment !== undefined && <Reasons {...props} />}
    </div>
  );
}
