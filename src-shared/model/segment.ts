/** Segment [セグメント]: a saved rule that says which accounts belong together; who belongs is worked out when asked. */
import type { Json } from './operation.ts';

export interface Segment {
  id: string;
  name: string;
  /** Read by `parseSegmentRule`: what a newer version wrote is said to be unreadable, never half understood. */
  rule: Json;
  createdAt: number;
  updatedAt: number;
}
