/** What a meeting changed in the plan besides its figures: milestones that are met, and due dates. Logged with the note. */
import { useData } from '#renderer/data/data-context.ts';
import { objectivesOf } from '#renderer/data/read-plan.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import type { Milestone, Objective } from '#shared/model/objective.ts';
import type { SaidStep } from '#shared/model/stored.ts';
import { usePlanWords } from './plan-words.ts';
import './review-steps.css';

type SaidSteps = Readonly<Record<string, SaidStep>>;

interface ReviewStepsProps {
  readonly accountId: string;
  /** By the id of the objective. */
  readonly said: SaidSteps;
  readonly onChange: (said: SaidSteps) => void;
}

interface StepProps {
  readonly objective: Objective;
  readonly said: SaidStep;
  readonly onChange: (said: SaidStep) => void;
}

/** Without what says nothing. */
function withStep(all: SaidSteps, id: string, { due, met = [], milestoneDue = {} }: SaidStep): SaidSteps {
  const { [id]: _before, ...rest } = all;
  const step: SaidStep = {
    ...(due === undefined ? {} : { due }),
    ...(met.length === 0 ? {} : { met }),
    ...(Object.keys(milestoneDue).length === 0 ? {} : { milestoneDue }),
  };
  return Object.keys(step).length === 0 ? rest : { ...rest, [id]: step };
}

/** What the field says beside what is kept already: undefined = nothing new. */
function newDay(typed: string | undefined, kept: string | undefined): string | undefined {
  return typed === kept ? undefined : (typed ?? '');
}

function MilestoneLine({
  milestone,
  said,
  onChange,
}: Omit<StepProps, 'objective'> & { readonly milestone: Milestone }) {
  const { texts } = usePlanWords();
  const { id, title, due } = milestone;
  const { met = [], milestoneDue = {} } = said;
  const isMet = met.includes(id);
  const { [id]: saidDue, ...others } = milestoneDue;
  return (
    <li>
      <Checkbox
        checked={isMet}
        onChange={(now) =>
          onChange({ ...said, met: now ? [...met, id] : met.filter((other) => other !== id) })
        }
      >
        {texts.stepMet(title)}
      </Checkbox>
      <DateField
        label={texts.stepDue(title)}
        hideLabel
        value={(saidDue ?? due) || undefined}
        onChange={(typed) => {
          const next = newDay(typed, due);
          onChange({ ...said, milestoneDue: next === undefined ? others : { ...others, [id]: next } });
        }}
      />
    </li>
  );
}

function ObjectiveSteps({ objective, said, onChange }: StepProps) {
  const { texts } = usePlanWords();
  const { title, due, startsOn, milestones } = objective;
  const shown = (said.due ?? due) || undefined;
  const open = milestones.filter(({ doneOn }) => doneOn === undefined);
  return (
    <fieldset>
      <legend>{title}</legend>
      <DateField
        label={texts.stepDue(title)}
        hideLabel
        value={shown}
        error={shown !== undefined && shown < startsOn ? texts.dueBeforeStart : undefined}
        onChange={(typed) => {
          const { due: _before, ...rest } = said;
          const next = newDay(typed, due);
          onChange(next === undefined ? rest : { ...rest, due: next });
        }}
      />
      {open.length > 0 && (
        <ul>
          {open.map((milestone) => (
            <MilestoneLine key={milestone.id} milestone={milestone} said={said} onChange={onChange} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

export function ReviewSteps({ accountId, said, onChange }: ReviewStepsProps) {
  const { texts } = usePlanWords();
  const { db } = useData();
  const live = useLive(() => objectivesOf(db, accountId), [db, accountId]);
  const open = live.state === 'ready' ? live.value.filter(({ state }) => state === 'open') : [];
  if (open.length === 0) return null;
  return (
    <section className="kz-plan-steps" aria-label={texts.stepsTitle}>
      <h3>{texts.stepsTitle}</h3>
      <p className="kz-hint">{texts.stepsHint}</p>
      {open.map((objective) => (
        <ObjectiveSteps
          key={objective.id}
          objective={objective}
          said={said[objective.id] ?? {}}
          onChange={(step) => onChange(withStep(said, objective.id, step))}
        />
      ))}
    </section>
  );
}
