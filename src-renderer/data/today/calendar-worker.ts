/** Reads one calendar file off the screen's thread: years of meetings take a while. */
import { decodeCalendar, readCalendar } from './read-calendar.ts';

export interface CalendarQuestion {
  readonly bytes: ArrayBuffer;
  readonly from: number;
  readonly to: number;
}

self.onmessage = ({ data }: MessageEvent<CalendarQuestion>) => {
  const { bytes, from, to } = data;
  self.postMessage(readCalendar(decodeCalendar(bytes), { from, to }));
};
