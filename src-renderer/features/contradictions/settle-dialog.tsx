/** What a person says to a finding: take it up, explain it, dismiss it or put it off, with the reason and until when. */
import { useState } from 'react';
import { type SettleError, settle } from '#renderer/data/health/settlements.ts';
import { useStore } from '#renderer/data/use-store.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import '#renderer/ui/chip.css';
import { addDays } from '#shared/domain/table/days.ts';
import { dayOfChoice, daysOfChoices } from '#shared/domain/tasks/due.ts';
import type { Settlement } from '#shared/model/alert.ts';
import './contradictions.css';

export type SettleChoice = 'accepted' | 'explained' | 'dismissed' | 'snoozed';

export interface SettleSubject extends Pick<Settlement, 'id' | 'account' | 'about' | 'mark'> {
  /** What it is about, in a word or two. */
  readonly title: string;
  readonly sentence: string;
}

interface SettleDialogProps {
  readonly subject: SettleSubject;
  /** The first is chosen at first. */
  readonly choices: readonly SettleChoice[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly onClose: () => void;
}

const UNTIL = ['tomorrow', 'nextWeek', 'inTwoWeeks', 'endOfMonth'] as const;

interface Words {
  readonly contradictions: Texts['contradictions'];
  readonly today: Texts['today'];
  readonly ui: Texts['ui'];
}

function useWords(): Words {
  return { contradictions: useText('contradictions'), today: useText('today'), ui: useText('ui') };
}

function nameOf(choice: SettleChoice, words: Words): string {
  const { contradictions: texts } = words;
  switch (choice) {
    case 'accepted':
      return texts.accept;
    case 'explained':
      return texts.explain;
    case 'dismissed':
      return texts.dismiss;
    case 'snoozed':
      return words.today.actions.snooze;
  }
}

function meaningOf(choice: SettleChoice, words: Words): string {
  switch (choice) {
    case 'accepted':
      return words.contradictions.acceptHint;
    case 'explained':
      return words.today.explainBody;
    case 'dismissed':
      return words.today.dismissBody;
    case 'snoozed':
      return words.today.snoozeBody;
  }
}

const needsReason = (choice: SettleChoice) => choice !== 'accepted';
const needsDay = (choice: SettleChoice) => choice === 'snoozed' || choice === 'explained';

/** Days that lie ahead. */
function untilChoices(today: string) {
  return daysOfChoices(UNTIL, today).filter(({ day }) => day > today);
}

/** A week or so: long enough for something to happen. */
function usualUntil(today: string): string {
  const day = dayOfChoice('nextWeek', today);
  return day < addDays(today, 4) ? addDays(day, 7) : day;
}

interface UntilProps {
  readonly today: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function UntilField({ today, value, error, onChange }: UntilProps) {
  const texts = useText('today');
  const { format } = useLocale();
  return (
    <fieldset className="kz-con-until">
      <legend className="kz-label">{texts.until}</legend>
      <div className="kz-chips">
        {untilChoices(today).map(({ choice, day }) => (
          <button
            key={choice}
            type="button"
            className="kz-chip"
            aria-pressed={value === day}
            onClick={() => onChange(day)}
          >
            {texts.untilChoices[choice]} <span>{format.dateShort(day)}</span>
          </button>
        ))}
      </div>
      <DateField
        label={texts.otherDay}
        value={value}
        min={addDays(today, 1)}
        error={error}
        onChange={onChange}
      />
    </fieldset>
  );
}

interface ReasonProps {
  readonly choice: SettleChoice;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (reason: string) => void;
}

function ReasonField({ choice, value, error, onChange }: ReasonProps) {
  const texts = useText('today');
  return (
    <div className="kz-con-reason">
      <TextField
        autoFocus
        label={choice === 'explained' ? texts.explanation : texts.reason}
        value={value}
        error={error}
        onChange={onChange}
      />
      {choice === 'snoozed' && (
        <div className="kz-chips">
          {texts.reasons.map((reason) => (
            <button
              key={reason}
              type="button"
              className="kz-chip"
              aria-pressed={value === reason}
              onClick={() => onChange(reason)}
            >
              {reason}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function useSettle({ subject, onClose }: SettleDialogProps, words: Words) {
  const store = useStore();
  const { format } = useLocale();
  const { contradictions: texts, today } = words;
  const saidOf = (choice: SettleChoice, title: string, until: string | undefined): string => {
    if (choice === 'snoozed') return today.saidSnoozed(title, format.date(until ?? ''));
    return texts[choice](title);
  };
  const refusal = (error: SettleError): string => {
    if (error.type !== 'required') return refusalText(words.ui.refused, error);
    return error.field === 'reason' ? today.reasonNeeded : today.dayNeeded;
  };
  return async (choice: SettleChoice, reason: string, until: string | undefined) => {
    const { id, account, about, mark, title } = subject;
    const done = await settle(store, [
      {
        id,
        account,
        about,
        mark,
        state: choice,
        reason,
        ...(until === undefined || !needsDay(choice) ? {} : { until }),
      },
    ]);
    if (tell(done, saidOf(choice, title, until), refusal)) onClose();
  };
}

/** Unmounted it forgets what was typed; mounted it is open. */
export function SettleDialog(props: SettleDialogProps) {
  const { subject, choices, today, onClose } = props;
  const words = useWords();
  const settleIt = useSettle(props, words);
  const [choice, setChoice] = useState<SettleChoice>(choices[0] ?? 'snoozed');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | undefined>(() => usualUntil(today));
  const [tried, setTried] = useState(false);
  const isAlone = choices.length === 1;
  const reasonMissing = needsReason(choice) && reason.trim() === '';
  const dayMissing = needsDay(choice) && (until === undefined || until <= today);
  const save = () => {
    setTried(true);
    if (!reasonMissing && !dayMissing) void settleIt(choice, reason, until);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isAlone ? words.today.snoozeTitle : words.today.settleTitle}
      actions={
        <>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button variant="primary" type="submit" form="kz-con-settle">
            {nameOf(choice, words)}
          </Button>
        </>
      }
    >
      <form
        id="kz-con-settle"
        className="kz-con-settle"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="kz-con-subject">{subject.sentence}</p>
        {!isAlone && (
          <RadioGroup
            label={words.today.settleChoice}
            value={choice}
            options={choices.map((value) => ({ value, label: nameOf(value, words) }))}
            onChange={setChoice}
          />
        )}
        <p className="kz-con-faint">{meaningOf(choice, words)}</p>
        {needsReason(choice) && (
          <ReasonField
            choice={choice}
            value={reason}
            error={tried && reasonMissing ? words.today.reasonNeeded : undefined}
            onChange={setReason}
          />
        )}
        {needsDay(choice) && (
          <UntilField
            today={today}
            value={until}
            error={tried && dayMissing ? words.today.dayNeeded : undefined}
            onChange={setUntil}
          />
        )}
      </form>
    </Dialog>
  );
}
