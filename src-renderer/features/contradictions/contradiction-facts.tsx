/** Both facts of a contradiction with value, source and date, what may be behind it, whom to ask, and the next step. */
import type { ContradictionText } from '#renderer/i18n/contradiction-words.ts';
import type { FactWords } from '#renderer/i18n/fact-words.ts';
import { useText } from '#renderer/i18n/locale.ts';
import type { Contradiction } from '#shared/model/alert.ts';
import './contradictions.css';

interface ContradictionFactsProps {
  readonly contradiction: Contradiction;
  readonly text: ContradictionText;
  readonly words: FactWords;
}

export function ContradictionFacts({ contradiction, text, words }: ContradictionFactsProps) {
  const texts = useText('contradictions');
  const parts = [
    { label: texts.hypothesisLabel, value: text.hypothesis },
    { label: texts.askLabel, value: text.ask },
    { label: texts.nextLabel, value: text.nextStep },
  ].filter((part) => part.value !== '');
  return (
    <div className="kz-con-facts">
      <div className="kz-con-pair">
        {contradiction.facts.map((fact) => (
          <div key={fact.what}>
            <span className="kz-con-faint">{words.name(fact)}</span>
            <strong>{words.figure(fact)}</strong>
            <span className="kz-con-faint">{words.origin(fact)}</span>
          </div>
        ))}
      </div>
      <dl className="kz-con-thought">
        {parts.map((part) => (
          <div key={part.label}>
            <dt>{part.label}</dt>
            <dd>{part.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
