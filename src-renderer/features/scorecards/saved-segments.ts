/** Saved segments as the scope of a scorecard sees them: by name, with the reason why one cannot be asked for. */
import type { StoredSegment } from '#renderer/data/segments.ts';
import { type ScopeTrouble, scopeTrouble } from '#shared/domain/segments/scope-segments.ts';
import type { ScorecardScope } from '#shared/model/health.ts';

export interface SavedSegment {
  readonly id: string;
  /** '' where it is gone. */
  readonly name: string;
  /** Undefined: it can be asked for. */
  readonly trouble: ScopeTrouble | undefined;
}

export function savedSegments(stored: readonly StoredSegment[]): SavedSegment[] {
  return stored.map(({ segment, rule }) => ({
    id: segment.id,
    name: segment.name,
    trouble: scopeTrouble({ rule }),
  }));
}

/** The segments of a scope; those that are no longer there keep their place. */
export function segmentsOf({ saved = [] }: ScorecardScope, known: readonly SavedSegment[]): SavedSegment[] {
  return saved.map(
    (id): SavedSegment => known.find((each) => each.id === id) ?? { id, name: '', trouble: 'gone' },
  );
}

/** All that can be chosen or taken out: those of the book, and those of the scope that are gone. */
export function offeredSegments(scope: ScorecardScope, known: readonly SavedSegment[]): SavedSegment[] {
  const gone = segmentsOf(scope, known).filter((each) => each.trouble === 'gone');
  return [...known, ...gone];
}
