/** What is missing among the people, each with the rule that says so and the facts it stands on. */
import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useKinds } from '#renderer/data/notes.ts';
import { kindLabel } from '#renderer/i18n/field-label.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { DEPARTURE_DAYS, type Gap, type GapFact } from '#shared/domain/people/gaps.ts';
import { useSourceOf } from './people-marks.tsx';

interface GapListProps {
  readonly gaps: readonly Gap[];
  readonly onPerson: (id: string) => void;
}

function useGapWords(): (gap: Gap) => { readonly what: string; readonly rule: string } {
  const texts = useText('people');
  return (gap) => {
    switch (gap.type) {
      case 'executive-silent':
      case 'champion-silent':
      case 'field-manager-silent':
        return { what: texts.gap[gap.type](gap.days), rule: texts.gapRule[gap.type](gap.threshold) };
      case 'champion-left':
        return { what: texts.gap[gap.type](gap.days), rule: texts.gapRule[gap.type](DEPARTURE_DAYS) };
      default:
        return { what: texts.gap[gap.type], rule: texts.gapRule[gap.type] };
    }
  };
}

function useFactWords(): (fact: GapFact) => string {
  const texts = useText('people');
  const fields = useText('fields');
  const kinds = useKinds();
  const { format } = useLocale();
  const sourceOf = useSourceOf();
  return ({ last, leftOn }) => {
    const parts = leftOn === undefined ? [] : [texts.factLeft(format.date(leftOn))];
    if (last === undefined) return [...parts, texts.factNever].join(' · ');
    const kind = kindLabel(fields, kinds, last.kind);
    parts.push(texts.fact(format.date(isoDateOf(last.at)), kind, sourceOf(last.source)));
    return parts.join(' · ');
  };
}

const SHOWN = 3;

export function GapList({ gaps, onPerson }: GapListProps) {
  const texts = useText('people');
  const wordsOf = useGapWords();
  const factOf = useFactWords();
  const id = useId();
  if (gaps.length === 0) return <p className="kz-ppl-faint">{texts.gapsNone}</p>;
  return (
    <section className="kz-ppl-gaps" aria-labelledby={id}>
      <h3 id={id} className="kz-visually-hidden">
        {texts.gaps}
      </h3>
      <ul>
        {gaps.map((gap) => {
          const { what, rule } = wordsOf(gap);
          return (
            <li key={gap.type} data-gap={gap.type}>
              <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
              <div>
                <strong>{what}</strong>
                {gap.facts.slice(0, SHOWN).map((fact) => (
                  <span key={fact.contact} className="kz-ppl-fact">
                    <button type="button" className="kz-ppl-link" onClick={() => onPerson(fact.contact)}>
                      {fact.name}
                    </button>{' '}
                    {factOf(fact)}
                  </span>
                ))}
                {gap.facts.length > SHOWN && (
                  <span className="kz-ppl-faint">{texts.more(gap.facts.length - SHOWN)}</span>
                )}
                <span className="kz-ppl-faint kz-ppl-rule">{texts.rule(rule)}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
