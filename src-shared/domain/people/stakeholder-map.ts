/** Where each person stands on the map of influence by sentiment, and where an arrow key or a drop moves them. */
import type { Contact } from '../../model/contact.ts';

export const SENTIMENTS = [1, 2, 3, 4, 5] as const;
/** Much influence is at the top. */
export const INFLUENCES = [3, 2, 1] as const;

const MIDDLE = { sentiment: 3, influence: 2 } as const;

export interface Place {
  readonly sentiment: number;
  readonly influence: number;
}

export interface StakeholderMap {
  /** People by `placeKey`. */
  readonly cells: ReadonlyMap<string, readonly Contact[]>;
  /** Sentiment or influence is not known. */
  readonly unplaced: readonly Contact[];
}

export function placeKey(place: Place): string {
  return `${place.sentiment}:${place.influence}`;
}

function within(value: number | undefined, most: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
}

export function placeOf(contact: Pick<Contact, 'sentiment' | 'influence'>): Place | undefined {
  const { sentiment, influence } = contact;
  return within(sentiment, 5) && within(influence, 3) ? { sentiment, influence } : undefined;
}

/** Keeps the order in which the people come. */
export function stakeholderMap(contacts: readonly Contact[]): StakeholderMap {
  const cells = new Map<string, Contact[]>();
  const unplaced: Contact[] = [];
  for (const contact of contacts) {
    const place = placeOf(contact);
    if (place === undefined) {
      unplaced.push(contact);
      continue;
    }
    const key = placeKey(place);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [contact]);
    else cell.push(contact);
  }
  return { cells, unplaced };
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(1, value));
}

/** One step on the map; somebody who has no place yet begins in the middle. Undefined at the edge. */
export function moved(contact: Pick<Contact, 'sentiment' | 'influence'>, arrow: Arrow): Place | undefined {
  const from = placeOf(contact);
  if (from === undefined) {
    const { sentiment, influence } = contact;
    return {
      sentiment: within(sentiment, 5) ? sentiment : MIDDLE.sentiment,
      influence: within(influence, 3) ? influence : MIDDLE.influence,
    };
  }
  const sideways = arrow === 'ArrowRight' ? 1 : arrow === 'ArrowLeft' ? -1 : 0;
  const upwards = arrow === 'ArrowUp' ? 1 : arrow === 'ArrowDown' ? -1 : 0;
  const to = {
    sentiment: clamp(from.sentiment + sideways, 5),
    influence: clamp(from.influence + upwards, 3),
  };
  return placeKey(to) === placeKey(from) ? undefined : to;
}
