/** Scorecards while they are edited: what is changed and not saved yet, with its steps back; outlives leaving the screen. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { compareScorecards } from '#shared/domain/health/compare-scorecards.ts';
import type { Locks } from '#shared/domain/health/edit-scorecard.ts';
import type { ScorecardContent } from '#shared/domain/health/scorecard-file.ts';
import type { Scorecard } from '#shared/model/health.ts';
import { keepDrafts, keptDrafts } from './kept-drafts.ts';

interface Editing {
  /** The saved card that the steps began from. */
  readonly base: Scorecard;
  readonly card: Scorecard;
  readonly past: readonly Scorecard[];
  readonly future: readonly Scorecard[];
  /** A drag or a run of arrow keys is one step, each move of it counted from where it began. */
  readonly gesture: { readonly key: string; readonly from: Scorecard } | undefined;
}

interface Drafts {
  readonly editing: Readonly<Record<string, Editing>>;
  /** Locked weights by card. */
  readonly locks: Readonly<Record<string, Locks>>;
}

const useDrafts = create<Drafts>()(() => ({ editing: restored(), locks: {} }));

// A reload keeps the drafts, not the steps that led there.
useDrafts.subscribe((now, before) => {
  if (now.editing === before.editing) return;
  keepDrafts(new Map(Object.entries(now.editing).map(([id, { card }]) => [id, card])));
});

function restored(): Readonly<Record<string, Editing>> {
  return Object.fromEntries(
    [...keptDrafts()].map(([id, card]) => [
      id,
      { base: card, card, past: [], future: [], gesture: undefined },
    ]),
  );
}

const NO_LOCKS: Locks = new Set();
const MOST_STEPS = 200;

function isSame(a: Scorecard, b: Scorecard): boolean {
  return compareScorecards(a, b).length === 0;
}

function put(id: string, editing: Editing | undefined): void {
  useDrafts.setState((state) => {
    const rest = { ...state.editing };
    delete rest[id];
    return { editing: editing === undefined ? rest : { ...rest, [id]: editing } };
  });
}

/** Of a card that nobody has saved yet. */
const NEW = 0;

export function isNewCard(card: Pick<Scorecard, 'version'>): boolean {
  return card.version === NEW;
}

const newCards = new WeakMap<Scorecard, Scorecard>();

/** Where two cards fit equally the younger counts: a new one will be the youngest. */
function newCardOf(base: Scorecard): Scorecard {
  const known = newCards.get(base);
  if (known !== undefined) return known;
  const made = { ...base, version: NEW, createdAt: Number.MAX_SAFE_INTEGER };
  newCards.set(base, made);
  newCards.set(made, made);
  return made;
}

/** A card that nobody has saved is in the editor only: no account is scored by it. */
export function openNewCard(card: Pick<Scorecard, 'id'> & ScorecardContent): void {
  const base = newCardOf({ ...card, version: NEW, createdAt: 0, updatedAt: 0 });
  put(card.id, { base, card: base, past: [], future: [], gesture: undefined });
}

/** Drafts of cards that are not among the saved ones. */
export function useNewCards(saved: readonly Scorecard[]): readonly Scorecard[] {
  const editing = useDrafts((state) => state.editing);
  return useMemo(() => {
    const known = new Set(saved.map(({ id }) => id));
    return Object.entries(editing).flatMap(([id, { base }]) => (known.has(id) ? [] : [newCardOf(base)]));
  }, [editing, saved]);
}

export interface Draft {
  readonly card: Scorecard;
  readonly changed: boolean;
  readonly locks: Locks;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** One step; with `gesture` all moves of the same one are one step together. */
  readonly change: (make: (card: Scorecard) => Scorecard, gesture?: string) => void;
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly discard: () => void;
  readonly toggleLock: (lock: string) => void;
}

function applied(
  before: Editing | undefined,
  saved: Scorecard,
  make: (card: Scorecard) => Scorecard,
  gesture: string | undefined,
): Editing {
  const editing = before ?? { base: saved, card: saved, past: [], future: [], gesture: undefined };
  const running = gesture !== undefined && editing.gesture?.key === gesture ? editing.gesture : undefined;
  const from = running?.from ?? editing.card;
  const past = running === undefined ? [...editing.past, editing.card].slice(-MOST_STEPS) : editing.past;
  return {
    base: saved,
    card: make(from),
    past,
    future: [],
    gesture: gesture === undefined ? undefined : { key: gesture, from },
  };
}

/** The draft of a saved card. What was saved since (here, by undo, by another window) is its new base. */
export function useDraft(saved: Scorecard): Draft {
  const { id } = saved;
  const editing = useDrafts((state) => state.editing[id]);
  const locks = useDrafts((state) => state.locks[id]) ?? NO_LOCKS;
  const card = editing?.card ?? saved;
  const current = () => useDrafts.getState().editing[id];
  const step = (from: 'past' | 'future', to: 'past' | 'future') => {
    const now = current();
    const next = now?.[from].at(-1);
    if (now === undefined || next === undefined) return;
    const moved = { [from]: now[from].slice(0, -1), [to]: [...now[to], now.card] };
    put(id, { ...now, ...moved, card: next, gesture: undefined });
  };
  return {
    // Version and dates are those of what is saved: a draft is always its next version.
    card: card === saved ? saved : withBase(card, saved),
    changed: editing !== undefined && (isNewCard(saved) || !isSame(card, saved)),
    locks,
    canUndo: (editing?.past.length ?? 0) > 0,
    canRedo: (editing?.future.length ?? 0) > 0,
    change: (make, gesture) => put(id, applied(current(), saved, make, gesture)),
    endGesture: () => {
      const now = current();
      if (now?.gesture !== undefined) put(id, { ...now, gesture: undefined });
    },
    undo: () => step('past', 'future'),
    redo: () => step('future', 'past'),
    discard: () => put(id, undefined),
    toggleLock: (lock) =>
      useDrafts.setState((state) => {
        const next = new Set(state.locks[id]);
        if (!next.delete(lock)) next.add(lock);
        return { locks: { ...state.locks, [id]: next } };
      }),
  };
}

const bases = new WeakMap<Scorecard, Scorecard>();

/** The same object for the same draft, so that what is worked out from it stays. */
function withBase(card: Scorecard, { version, note, createdAt, updatedAt }: Scorecard): Scorecard {
  const known = bases.get(card);
  if (known !== undefined && known.version === version && known.updatedAt === updatedAt) return known;
  const made = { ...card, version, note, createdAt, updatedAt };
  bases.set(card, made);
  return made;
}

/** Whether a card of the list has changes that wait. */
export function useHasDraft(saved: Scorecard): boolean {
  const editing = useDrafts((state) => state.editing[saved.id]);
  return editing !== undefined && (isNewCard(saved) || !isSame(editing.card, saved));
}
