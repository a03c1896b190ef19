/** To whom a scorecard applies, in words. */
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { ScorecardScope } from '#shared/model/health.ts';

export function useScopeText(): (scope: ScorecardScope) => string {
  const texts = useText('scorecards');
  const fields = useText('fields');
  const { format } = useLocale();
  return ({ segments, touchModels, stages }) => {
    const parts = [
      ...segments,
      ...touchModels.map((each) => choiceLabel(fields, 'touchModel', each)),
      ...stages.map((each) => choiceLabel(fields, 'stage', each)),
    ];
    return parts.length === 0 ? texts.scopeAll : format.list(parts);
  };
}
