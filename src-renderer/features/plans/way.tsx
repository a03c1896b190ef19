/** An objective's way: baseline → now → target, and a small bar with a mark for where time says it should be. */
import { ArrowRight } from 'lucide-react';
import { currentOn, expectedOn, type Progress, progressOn } from '#shared/domain/plans/progress.ts';
import type { Objective } from '#shared/model/objective.ts';
import { type PlanWords, usePlanWords } from './plan-words.ts';
import './plans.css';

interface WayProps {
  readonly objective: Objective;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

function progressText(progress: Progress, objective: Objective, { texts, share }: PlanWords): string {
  if (progress.type === 'missing') return texts.needs(progress.what);
  if (progress.by === 'said') return texts.saidMet;
  const { milestones } = objective;
  const done = milestones.filter(({ doneOn }) => doneOn !== undefined).length;
  return progress.by === 'milestones'
    ? texts.byMilestones(done, milestones.length)
    : texts.reached(share(progress.share));
}

interface BarProps {
  readonly label: string;
  readonly text: string;
  readonly share: number;
  readonly expected: number | undefined;
}

function Bar({ label, text, share, expected }: BarProps) {
  const percent = Math.round(share * 1000) / 10;
  return (
    <span
      className="kz-plan-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
    >
      <span className="kz-plan-fill" style={{ width: `${percent}%` }} />
      {expected !== undefined && (
        <span className="kz-plan-expected" style={{ left: `${Math.round(expected * 1000) / 10}%` }} />
      )}
    </span>
  );
}

/** In words for those who hear it: an arrow says nothing. */
export function Way({ objective, today }: WayProps) {
  const words = usePlanWords();
  const { texts, figure } = words;
  const { baseline, target, title } = objective;
  const current = currentOn(objective, today);
  const progress = progressOn(objective, today);
  const said = [
    figure(objective, baseline, texts.noBaseline),
    figure(objective, current?.value, texts.noValueYet),
    figure(objective, target, texts.noTarget),
  ] as const;
  const text = progressText(progress, objective, words);
  const hasFigures = baseline !== undefined || target !== undefined || current !== undefined;
  return (
    <div className="kz-plan-way">
      {hasFigures && (
        <span className="kz-plan-figures kz-figure">
          <span className="kz-visually-hidden">{texts.way(...said)}</span>
          <span aria-hidden="true">
            <span>{said[0]}</span>
            <ArrowRight size={12} strokeWidth={1.75} />
            {current === undefined ? (
              <span className="kz-plan-faint">{said[1]}</span>
            ) : (
              <strong>{said[1]}</strong>
            )}
            <ArrowRight size={12} strokeWidth={1.75} />
            <span>{said[2]}</span>
          </span>
        </span>
      )}
      {progress.type === 'known' && (
        <Bar
          label={`${texts.progress}: ${title}`}
          text={text}
          share={progress.share}
          expected={objective.state === 'open' ? expectedOn(objective, today) : undefined}
        />
      )}
      <span className="kz-plan-faint">{text}</span>
    </div>
  );
}
