/** What goes on beside a person's work and takes a while; the data layer drives it, the frame says it quietly. */
import { create } from 'zustand';

export interface BackgroundWork {
  readonly kind: 'history' | 'scores';
  /** 0 to 1. */
  readonly share: number;
}

export const useBackgroundWork = create<{ readonly work: BackgroundWork | undefined }>()(() => ({
  work: undefined,
}));

/** What is over sooner is not worth a word. */
const WORTH_MS = 800;
let timer: ReturnType<typeof setTimeout> | undefined;
let newest: BackgroundWork | undefined;

export function setBackgroundWork(work: BackgroundWork | undefined): void {
  newest = work;
  if (work === undefined) {
    clearTimeout(timer);
    timer = undefined;
    if (useBackgroundWork.getState().work !== undefined) useBackgroundWork.setState({ work });
    return;
  }
  if (useBackgroundWork.getState().work !== undefined) useBackgroundWork.setState({ work });
  else timer ??= setTimeout(() => useBackgroundWork.setState({ work: newest }), WORTH_MS);
}
