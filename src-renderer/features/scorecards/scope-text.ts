/** To whom a scorecard applies, in words. */
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { ScorecardScope } from '#shared/model/health.ts';
import { type SavedSegment, segmentsOf } from './saved-segments.ts';

/** `known`: the segments of the book, by which saved ones are named. */
export function useScopeText(known: readonly SavedSegment[]): (scope: ScorecardScope) => string {
  const texts = useText('scorecards');
  const fields = useText('fields');
  const { format } = useLocale();
  return (scope) => {
    const { segments, touchModels, stages } = scope;
    const parts = [
      ...segmentsOf(scope, known).map(({ name }) => name || texts.goneSegment),
      ...segments,
      ...touchModels.map((each) => choiceLabel(fields, 'touchModel', each)),
      ...stages.map((each) => choiceLabel(fields, 'stage', each)),
    ];
    return parts.length === 0 ? texts.scopeAll : format.list(parts);
  };
}
