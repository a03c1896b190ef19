/** Scorecards out into files and back. */
import { ok, type Result } from '#shared/base/result.ts';
import {
  readScorecardFile,
  type ScorecardContent,
  type ScorecardFileError,
  writeScorecardFile,
} from '#shared/domain/health/scorecard-file.ts';
import type { Scorecard } from '#shared/model/health.ts';

/** A name for the file that every system takes. */
function fileNameOf(name: string): string {
  const safe = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? 'scorecard' : safe}.json`;
}

/** Hands the file to the browser's own download. */
export function saveScorecardFile(card: Scorecard, name: string): void {
  const url = URL.createObjectURL(new Blob([writeScorecardFile(card, name)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(name);
  link.click();
  URL.revokeObjectURL(url);
}

/** Far above any scorecard; larger files are not even read. */
const MOST_BYTES = 2_000_000;

export async function readScorecard(file: File): Promise<Result<ScorecardContent, ScorecardFileError>> {
  if (file.size > MOST_BYTES) return { ok: false, error: { type: 'too-long' } };
  const read = readScorecardFile(await file.text());
  return read.ok ? ok(read.value) : read;
}
