/** Scorecards out into files and back. */
import { saveFile } from '#renderer/ui/save-file.ts';
import { fileNameOf } from '#shared/base/file-name.ts';
import { ok, type Result } from '#shared/base/result.ts';
import {
  readScorecardFile,
  type ScorecardContent,
  type ScorecardFileError,
  writeScorecardFile,
} from '#shared/domain/health/scorecard-file.ts';
import type { Scorecard } from '#shared/model/health.ts';

export function saveScorecardFile(card: Scorecard, name: string): void {
  saveFile(fileNameOf(name, 'json', 'scorecard'), [writeScorecardFile(card, name)], 'application/json');
}

/** Far above any scorecard; larger files are not even read. */
const MOST_BYTES = 2_000_000;

export async function readScorecard(file: File): Promise<Result<ScorecardContent, ScorecardFileError>> {
  if (file.size > MOST_BYTES) return { ok: false, error: { type: 'too-long' } };
  const read = readScorecardFile(await file.text());
  return read.ok ? ok(read.value) : read;
}
