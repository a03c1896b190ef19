/** What a meeting that was left said of plan and people, in the form of its note: it is logged with it. */
import type { SaidValuesParts } from '#renderer/features/notes/use-note-form.ts';
import { ReviewPeople } from '#renderer/features/people/review-people.tsx';
import { ReviewSteps } from '#renderer/features/plans/review-steps.tsx';
import { SaidValues } from '#renderer/features/plans/said-values.tsx';

type SaidInMeetingProps = SaidValuesParts & { readonly accountId: string };

export function SaidInMeeting({ accountId, said, contacts, on, onChange }: SaidInMeetingProps) {
  const { saidValues, saidSteps, saidPeople } = said;
  return (
    <>
      <SaidValues
        accountId={accountId}
        values={saidValues}
        on={on}
        onChange={(next) => onChange({ saidValues: next })}
      />
      {Object.keys(saidSteps).length > 0 && (
        <ReviewSteps
          accountId={accountId}
          said={saidSteps}
          onChange={(next) => onChange({ saidSteps: next })}
        />
      )}
      {Object.keys(saidPeople).length > 0 && (
        <ReviewPeople
          accountId={accountId}
          contacts={contacts}
          said={saidPeople}
          onChange={(next) => onChange({ saidPeople: next })}
        />
      )}
    </>
  );
}
