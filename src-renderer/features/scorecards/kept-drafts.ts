/** Drafts of scorecards in localStorage: a reload or a crash of the window loses nothing that was edited. */
import { readScorecardShape, writeScorecardFile } from '#shared/domain/health/scorecard-file.ts';
import type { Scorecard } from '#shared/model/health.ts';

const STORAGE_KEY = 'kizuna.scorecard-drafts';

/** What an older or newer version stored, or what is damaged, is left out. Version and dates are those of what is saved. */
export function parseDrafts(text: string | null): Map<string, Scorecard> {
  const drafts = new Map<string, Scorecard>();
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return drafts;
    for (const [id, json] of Object.entries(stored)) {
      const content = readScorecardShape(json);
      if (content !== undefined) drafts.set(id, { ...content, id, version: 0, createdAt: 0, updatedAt: 0 });
    }
  } catch {
    // Damaged: there are no drafts then.
  }
  return drafts;
}

export function draftsText(drafts: ReadonlyMap<string, Scorecard>): string {
  const files = [...drafts].map(([id, card]): [string, unknown] => [
    id,
    JSON.parse(writeScorecardFile(card, card.name)),
  ]);
  return JSON.stringify(Object.fromEntries(files));
}

export function keptDrafts(): Map<string, Scorecard> {
  try {
    return parseDrafts(globalThis.localStorage?.getItem(STORAGE_KEY) ?? null);
  } catch {
    // Storage that is switched off is no reason not to edit.
    return new Map();
  }
}

export function keepDrafts(drafts: ReadonlyMap<string, Scorecard>): void {
  try {
    if (drafts.size === 0) globalThis.localStorage?.removeItem(STORAGE_KEY);
    else globalThis.localStorage?.setItem(STORAGE_KEY, draftsText(drafts));
  } catch {
    // The drafts then last until the window closes.
  }
}
