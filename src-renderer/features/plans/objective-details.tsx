/** What lies behind an objective: every value with its day and source, and the milestones on the way. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Objective } from '#shared/model/objective.ts';
import { usePlanWords } from './plan-words.ts';
import type { PlanChanges } from './use-plan-changes.ts';

interface DetailsProps {
  readonly objective: Objective;
  readonly today: string;
  readonly changes: PlanChanges;
}

function Values({ objective, changes }: DetailsProps) {
  const { texts, format, figure } = usePlanWords();
  const { measurements } = objective;
  return (
    <section>
      <h5>{texts.values}</h5>
      {measurements.length === 0 && <p className="kz-plan-faint">{texts.noValueYet}</p>}
      <ul>
        {measurements.toReversed().map((each) => {
          const written = figure(objective, each.value, '');
          return (
            <li key={each.id} className="kz-plan-value">
              <strong className="kz-figure">{written}</strong>
              <span className="kz-plan-faint">{texts.valueOf(format.date(each.on), each.source)}</span>
              <IconButton
                icon={X}
                size="small"
                label={texts.removeValue(written)}
                onClick={() => void changes.unlog(objective, each)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function AddMilestone({ objective, changes }: DetailsProps) {
  const { texts } = usePlanWords();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState<string | undefined>(undefined);
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (title.trim() === '' || !(await changes.addMilestone(objective, title, due))) return;
    setTitle('');
    setDue(undefined);
    setTried(false);
  };
  return (
    <form
      className="kz-plan-line"
      aria-label={texts.newMilestone}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={texts.newMilestone}
        autoComplete="off"
        value={title}
        error={tried && title.trim() === '' ? texts.required : undefined}
        onChange={setTitle}
      />
      <DateField label={texts.milestoneDue} value={due} onChange={setDue} />
      <div className="kz-plan-buttons">
        <Button type="submit" icon={Plus}>
          {texts.addMilestone}
        </Button>
      </div>
    </form>
  );
}

function Milestones(props: DetailsProps) {
  const { objective, today, changes } = props;
  const { texts, format } = usePlanWords();
  return (
    <section>
      <h5>{texts.milestones}</h5>
      <ul>
        {objective.milestones.map((each) => {
          const { id, title, due, doneOn } = each;
          const isLate = doneOn === undefined && due !== undefined && due < today;
          return (
            <li key={id} className="kz-plan-milestone">
              <Checkbox
                checked={doneOn !== undefined}
                onChange={(done) => void changes.tick(objective, each, done ? today : undefined)}
              >
                {title}
              </Checkbox>
              <span className="kz-plan-faint" data-late={isLate}>
                {doneOn !== undefined
                  ? texts.doneOn(format.date(doneOn))
                  : due !== undefined && format.date(due)}
              </span>
              <IconButton
                icon={X}
                size="small"
                label={texts.removeMilestone(title)}
                onClick={() => void changes.removeMilestone(objective, each)}
              />
            </li>
          );
        })}
      </ul>
      <AddMilestone {...props} />
    </section>
  );
}

export function ObjectiveDetails(props: DetailsProps) {
  return (
    <div className="kz-plan-details">
      <Milestones {...props} />
      <Values {...props} />
    </div>
  );
}
