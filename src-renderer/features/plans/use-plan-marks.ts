/** What happened to the plan of an account, as marks on its timeline: agreed, measured, met, confirmed. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { objectivesOf } from '#renderer/data/read-plan.ts';
import type { ExtraEntry } from '#renderer/data/timeline.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { dayNumber } from '#shared/domain/table/days.ts';
import type { Objective } from '#shared/model/objective.ts';
import { type PlanWords, usePlanWords } from './plan-words.ts';

const DAY = 86_400_000;
const NONE: readonly ExtraEntry[] = [];

type Said = Pick<ExtraEntry, 'title' | 'rest' | 'aside'>;

function entry(objective: Objective, what: string, day: string | undefined, said: Said): ExtraEntry[] {
  const at = dayNumber(day ?? '') * DAY;
  if (Number.isNaN(at)) return [];
  return [{ type: 'extra', key: `plan:${objective.id}:${what}`, at, kind: 'plan', ...said }];
}

function marksOf(objective: Objective, { texts, format, figure }: PlanWords): ExtraEntry[] {
  const { id, title, state, startsOn, closedOn, measurements, milestones, value, baseline, target } =
    objective;
  const { mark } = texts;
  const figures = (now: number | undefined) =>
    `${figure(objective, now, texts.noBaseline)} → ${figure(objective, target, texts.noTarget)}`;
  const isMeasured = baseline !== undefined || target !== undefined;
  const closing = state === 'dropped' ? mark.dropped(title) : mark.met(title);
  return [
    ...entry(objective, `agreed ${id}`, startsOn, {
      title: mark.agreed(title),
      ...(isMeasured ? { rest: figures(baseline) } : {}),
    }),
    ...measurements.flatMap((each) =>
      entry(objective, each.id, each.on, {
        title: mark.value(title),
        rest: each.source,
        aside: figures(each.value),
      }),
    ),
    ...milestones.flatMap((each) =>
      entry(objective, each.id, each.doneOn, { title: mark.milestone(each.title), rest: title }),
    ),
    ...(state === 'open' ? [] : entry(objective, 'closed', closedOn, { title: closing })),
    ...(value?.confirmedBy === undefined
      ? []
      : entry(objective, 'confirmed', value.confirmedOn, {
          title: mark.confirmed(format.money(value.amount)),
          rest: title,
        })),
  ];
}

export function usePlanMarks(accountId: string): readonly ExtraEntry[] {
  const { db } = useData();
  const words = usePlanWords();
  const live = useLive(() => objectivesOf(db, accountId), [db, accountId]);
  const objectives = live.state === 'ready' ? live.value : undefined;
  return useMemo(
    () =>
      objectives === undefined || objectives.length === 0
        ? NONE
        : objectives.flatMap((objective) => marksOf(objective, words)),
    [objectives, words],
  );
}
