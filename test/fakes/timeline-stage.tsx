/** A timeline by itself on a stage: a real database and store, the language asked for, keys, toasts and addresses. */
import { Timeline, type TimelineProps } from '#renderer/features/timeline/timeline.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { appData, type StageBed, speak } from './app-data.ts';
import { mountScreen, type Stage } from './mount-screen.tsx';

interface StageOptions extends Partial<TimelineProps> {
  readonly accountId: string;
  readonly language: Language;
  /** False in benchmarks: nothing is drawn twice. */
  readonly strict?: boolean;
}

export async function stageTimeline(bed: StageBed, options: StageOptions): Promise<Stage> {
  const { language, strict = true, ...props } = options;
  await speak(language);
  const path = `/accounts/${props.accountId}`;
  return mountScreen({ data: appData(bed), path, screen: <Timeline {...props} />, strict });
}
