/** What people decided about an account, as marks on its timeline: health set by hand, contradictions settled, playbooks started. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { readOverrides } from '#renderer/data/health/health-edits.ts';
import { settlementsOf } from '#renderer/data/health/settlements.ts';
import { readPlaybookNames } from '#renderer/data/playbooks.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import type { ExtraEntry } from '#renderer/data/timeline.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { loadTexts } from '#renderer/i18n/dictionaries.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import { useLocale } from '#renderer/i18n/locale.ts';
import type { Language } from '#renderer/ui-state/preferences.ts';
import type { OwnRule, Settlement } from '#shared/model/alert.ts';
import type { HealthOverride } from '#shared/model/health.ts';
import type { Task } from '#shared/model/task.ts';

const NONE: readonly ExtraEntry[] = [];
const SEPARATOR = '\u001f';

interface Story {
  readonly overrides: readonly HealthOverride[];
  readonly settled: readonly Settlement[];
  readonly rules: readonly OwnRule[];
  /** The first task of each start, and how many came with it. */
  readonly starts: readonly { readonly task: Task; readonly count: number }[];
}

function startsIn(tasks: readonly Task[]): Story['starts'] {
  const runs = new Map<string, { task: Task; count: number }>();
  for (const task of tasks) {
    if (task.playbook === undefined || task.run === undefined) continue;
    const run = runs.get(task.run);
    if (run === undefined) runs.set(task.run, { task, count: 1 });
    else
      runs.set(task.run, {
        task: task.createdAt < run.task.createdAt ? task : run.task,
        count: run.count + 1,
      });
  }
  return [...runs.values()];
}

async function readStory(db: KizunaDatabase, account: string): Promise<Story> {
  const [overrides, settlements, rules, tasks] = await Promise.all([
    readOverrides(db, account),
    settlementsOf(db, account),
    db.ownRules.toArray(),
    db.tasks.where('account').equals(account).toArray(),
  ]);
  const settled = settlements.filter(({ about }) => about === 'contradiction');
  return { overrides, settled, rules, starts: startsIn(tasks) };
}

interface Words {
  readonly language: Language;
  readonly format: Formats;
}

type Entry = Omit<ExtraEntry, 'type'>;

async function overrideMarks({ overrides }: Story, { language, format }: Words): Promise<Entry[]> {
  if (overrides.length === 0) return [];
  const { story } = await loadTexts(language, 'timeline');
  const { bands } = await loadTexts(language, 'healthWords');
  return overrides.map(({ id, band, reason, until, by, createdAt }) => ({
    key: `override:${id}`,
    at: createdAt,
    kind: 'health',
    title: story.override(bands[band]),
    rest: reason,
    aside: by,
    facts: [
      { label: story.reason, text: reason },
      { label: story.until, text: format.date(until) },
    ],
  }));
}

async function settledMarks({ settled, rules }: Story, { language, format }: Words): Promise<Entry[]> {
  if (settled.length === 0) return [];
  const { story } = await loadTexts(language, 'timeline');
  const texts = await loadTexts(language, 'contradictions');
  const delivered: Readonly<Record<string, { readonly title: string }>> = texts.rules;
  const said = { accepted: texts.accepted, explained: texts.explained, dismissed: texts.dismissed };
  return settled.flatMap(({ id, state, reason, until, by, createdAt }) => {
    const rule = id.split(SEPARATOR)[1] ?? '';
    const own = rules.find((each) => each.id === rule)?.name;
    const title =
      own ?? (Object.hasOwn(delivered, rule) ? delivered[rule]?.title : undefined) ?? texts.goneRule;
    if (state !== 'accepted' && state !== 'explained' && state !== 'dismissed') return [];
    return [
      {
        key: `finding:${rule}`,
        at: createdAt,
        kind: 'finding',
        title: said[state](title),
        rest: reason,
        aside: by,
        facts: [
          ...(reason === '' ? [] : [{ label: story.reason, text: reason }]),
          ...(until === undefined ? [] : [{ label: story.until, text: format.date(until) }]),
        ],
      },
    ];
  });
}

async function startMarks(db: KizunaDatabase, { starts }: Story, { language }: Words): Promise<Entry[]> {
  if (starts.length === 0) return [];
  const { story } = await loadTexts(language, 'timeline');
  const { gone } = await loadTexts(language, 'playbooks');
  const names = await readPlaybookNames(db, language);
  return starts.map(({ task, count }) => ({
    key: `playbook:${task.run}`,
    at: task.createdAt,
    kind: 'plan',
    title: story.playbook(names.get(task.playbook ?? '') ?? gone),
    rest: story.tasks(count),
  }));
}

/** Nothing until it is known. */
export function useStoryMarks(accountId: string): readonly ExtraEntry[] {
  const { db } = useData();
  const { language, format } = useLocale();
  const live = useLive(async () => {
    // The database first: what is waited for after it is not watched.
    const story = await readStory(db, accountId);
    const words = { language, format };
    const marks = [
      ...(await overrideMarks(story, words)),
      ...(await settledMarks(story, words)),
      ...(await startMarks(db, story, words)),
    ];
    return {
      accountId,
      trace: JSON.stringify(marks.map((mark): ExtraEntry => ({ ...mark, type: 'extra' }))),
    };
  }, [db, accountId, language, format]);
  const trace = live.state === 'ready' && live.value.accountId === accountId ? live.value.trace : '';
  // A task that is ticked off changes none of them: the timeline is only read anew for other marks.
  return useMemo((): readonly ExtraEntry[] => (trace === '' ? NONE : JSON.parse(trace)), [trace]);
}
