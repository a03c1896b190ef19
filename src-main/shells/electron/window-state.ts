/** Remembers where the window was; a place on a display that is gone is not a place. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
const windowStateSchema = z.object({ bounds: boundsSchema, maximised: z.boolean() });

export type Bounds = z.infer<typeof boundsSchema>;
export type WindowState = z.infer<typeof windowStateSchema>;

export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 600;

/** How much of the title bar must be within reach, in pixels. */
const REACHABLE = 80;

function reachable({ x, y, width }: Bounds, area: Bounds): boolean {
  const overlap = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return overlap >= REACHABLE && y >= area.y - 10 && y <= area.y + area.height - REACHABLE;
}

/** The saved state if its window could be seen and moved on one of the displays (work areas) of now. */
export function usableState(
  saved: WindowState | undefined,
  areas: readonly Bounds[],
): WindowState | undefined {
  if (saved === undefined || !areas.some((area) => reachable(saved.bounds, area))) return undefined;
  const { bounds, maximised } = saved;
  const size = { width: Math.max(bounds.width, MIN_WIDTH), height: Math.max(bounds.height, MIN_HEIGHT) };
  return { bounds: { ...bounds, ...size }, maximised };
}

export function readWindowState(path: string): WindowState | undefined {
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(`${path}.part`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${path}.part`, path);
  } catch {
    // Losing the place of a window is not worth a message on the way out.
  }
}
