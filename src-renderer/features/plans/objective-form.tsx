/** The form of an objective, in a dialog: the customer's words first, then the figures, then what it is worth. */
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import type { Contact } from '#shared/model/contact.ts';
import { DIRECTIONS, OBJECTIVE_KINDS } from '#shared/model/objective.ts';
import { type FormProblems, type FormState, readForm, startOf, withFigures } from './form-state.ts';
import { namesOf, usePlanWords } from './plan-words.ts';
import './plans.css';
import type { Asked, PlanChanges, Refused } from './use-plan-changes.ts';

interface ObjectiveFormProps {
  readonly asked: Asked;
  readonly today: string;
  /** There is no other objective yet. */
  readonly isFirst: boolean;
  readonly contacts: readonly Contact[];
  readonly changes: PlanChanges;
  readonly onClose: () => void;
}

interface PartProps {
  readonly state: FormState;
  readonly problems: FormProblems;
  readonly set: (patch: Partial<FormState>) => void;
}

function useProblem(problems: FormProblems) {
  const { texts } = usePlanWords();
  return (field: keyof FormProblems) => {
    const problem = problems[field];
    return problem === undefined ? undefined : texts[problem];
  };
}

function Figures({ state, problems, set }: PartProps) {
  const { texts } = usePlanWords();
  const problem = useProblem(problems);
  return (
    <>
      <div className="kz-plan-three">
        <TextField
          label={texts.baseline}
          inputMode="decimal"
          value={state.baseline}
          error={problem('baseline')}
          onChange={(baseline) => set(withFigures(state, { baseline }))}
        />
        <TextField
          label={texts.target}
          inputMode="decimal"
          value={state.target}
          error={problem('target')}
          onChange={(target) => set(withFigures(state, { target }))}
        />
        <TextField
          label={texts.unit}
          placeholder={texts.unitHint}
          value={state.unit}
          onChange={(unit) => set({ unit })}
        />
      </div>
      <div className="kz-plan-two">
        <RadioGroup
          label={texts.direction}
          value={state.direction}
          options={DIRECTIONS.map((value) => ({ value, label: texts.directions[value] }))}
          onChange={(direction) => set({ direction })}
        />
        <RadioGroup
          label={texts.kind}
          value={state.kind}
          options={OBJECTIVE_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(kind) => set({ kind })}
        />
      </div>
      <div className="kz-plan-two">
        <DateField
          label={texts.startsOn}
          value={state.startsOn}
          error={problem('startsOn')}
          onChange={(startsOn) => set({ startsOn })}
        />
        <DateField
          label={texts.due}
          value={state.due}
          error={problem('due')}
          onChange={(due) => set({ due })}
        />
      </div>
    </>
  );
}

function Worth({
  state,
  problems,
  set,
  contacts,
  today,
}: PartProps & Pick<ObjectiveFormProps, 'contacts' | 'today'>) {
  const { texts } = usePlanWords();
  const problem = useProblem(problems);
  const { confirmedBy } = state;
  const isOther = confirmedBy !== '' && !contacts.some(({ id }) => id === confirmedBy);
  return (
    <fieldset className="kz-plan-worth">
      <legend>{texts.worth}</legend>
      <div className="kz-plan-two">
        <TextField
          label={texts.amount}
          placeholder={texts.amountHint}
          value={state.amount}
          error={problem('amount')}
          onChange={(amount) => set({ amount })}
        />
        <TextField label={texts.method} value={state.method} onChange={(method) => set({ method })} />
      </div>
      <div className="kz-plan-two">
        <Select
          label={texts.confirmedBy}
          value={confirmedBy}
          options={[
            { value: '', label: texts.nobody },
            ...(isOther
              ? [{ value: confirmedBy, label: namesOf(contacts).get(confirmedBy) ?? texts.gonePerson }]
              : []),
            ...contacts.map(({ id, name, title = '' }) => ({ value: id, label: name, hint: title })),
          ]}
          onChange={(next) =>
            set({ confirmedBy: next, confirmedOn: next === '' ? undefined : (state.confirmedOn ?? today) })
          }
        />
        {confirmedBy !== '' && (
          <DateField
            label={texts.confirmedOn}
            value={state.confirmedOn}
            max={today}
            onChange={(confirmedOn) => set({ confirmedOn })}
          />
        )}
      </div>
    </fieldset>
  );
}

/** What the store refused, at the field that it is about. */
function problemsOf(refused: Refused): FormProblems {
  switch (refused.type) {
    case 'wrong-way':
      return { target: 'wrongWay' };
    case 'due-before-start':
      return { due: 'dueBeforeStart' };
    case 'required':
      return { [refused.field]: 'required' };
  }
}

export function ObjectiveForm(props: ObjectiveFormProps) {
  const { asked, today, isFirst, contacts, changes, onClose } = props;
  const { texts } = usePlanWords();
  const [state, setState] = useState(() => startOf(asked, today, isFirst));
  const [problems, setProblems] = useState<FormProblems>({});
  const set = (patch: Partial<FormState>) => {
    setState({ ...state, ...patch });
    setProblems({});
  };
  const problem = useProblem(problems);
  const save = async () => {
    const read = readForm(state, today);
    if ('problems' in read) return setProblems(read.problems);
    const done = await changes.save(asked, read.input, today);
    if (done === 'stored') onClose();
    else if (done !== 'failed') setProblems(problemsOf(done));
  };
  const title = { add: texts.addTitle, edit: texts.editTitle, raise: texts.raiseTitle }[asked.type];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" form="kz-plan-form">
            {texts.save}
          </Button>
        </>
      }
    >
      <form
        id="kz-plan-form"
        className="kz-plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          autoFocus
          label={texts.objective}
          placeholder={texts.objectiveHint}
          autoComplete="off"
          value={state.title}
          error={problem('title')}
          onChange={(next) => set({ title: next })}
        />
        <TextArea label={texts.why} rows={2} value={state.why} onChange={(why) => set({ why })} />
        <Figures state={state} problems={problems} set={set} />
        <Worth state={state} problems={problems} set={set} contacts={contacts} today={today} />
      </form>
    </Dialog>
  );
}
