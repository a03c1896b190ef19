/** Holds the import under way for as long as the window lives: leaving the screen loses nothing. */
import { create } from 'zustand';
import type { FlowEvent } from './flow-events.ts';
import { EMPTY_FLOW, type FlowState } from './flow-state.ts';
import { reduceFlow } from './import-flow.ts';

export const useFlow = create<FlowState>()(() => EMPTY_FLOW);

export function sendFlow(event: FlowEvent): void {
  useFlow.setState((state) => reduceFlow(state, event), true);
}
