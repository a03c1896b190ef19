/** Numbers beside the entries of the navigation: how many things wait there for a person. */
import { create } from 'zustand';

export interface RailMarks {
  /** Sources with rejected or unlinked rows to look at. */
  readonly sources: number;
}

export const useRailMarks = create<RailMarks>()(() => ({ sources: 0 }));

export function setRailMarks(marks: Partial<RailMarks>): void {
  useRailMarks.setState(marks);
}
