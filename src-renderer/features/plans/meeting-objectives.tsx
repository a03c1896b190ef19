/** The open objectives with their figures, for the pane beside the note of a meeting. */
import { useData } from '#renderer/data/data-context.ts';
import { objectivesOf } from '#renderer/data/read-plan.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { usePlanWords } from './plan-words.ts';
import './plans.css';
import { Way } from './way.tsx';

interface MeetingObjectivesProps {
  readonly accountId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export function MeetingObjectives({ accountId, today }: MeetingObjectivesProps) {
  const { texts, format } = usePlanWords();
  const { db } = useData();
  const live = useLive(() => objectivesOf(db, accountId), [db, accountId]);
  if (live.state !== 'ready') return null;
  const open = live.value.filter(({ state }) => state === 'open');
  if (open.length === 0)
    return (
      <p className="kz-plan-faint">{live.value.length === 0 ? texts.meetingNone : texts.meetingNoneOpen}</p>
    );
  return (
    <ul className="kz-plan-meeting">
      {open.map((objective) => (
        <li key={objective.id}>
          <span>
            {objective.title}{' '}
            {objective.due !== undefined && (
              <span className="kz-plan-faint" data-late={objective.due < today}>
                {format.dateShort(objective.due)}
              </span>
            )}
          </span>
          <Way objective={objective} today={today} />
        </li>
      ))}
    </ul>
  );
}
