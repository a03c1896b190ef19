/** How a contradiction is told: the sentence of both facts, what may be behind it, whom to ask what, the next step. */

import { isMove } from '#shared/domain/contradictions/own-rules.ts';
import { CONTRADICTION_RULES, type ContradictionRule } from '#shared/domain/contradictions/rules.ts';
import { whomToAsk } from '#shared/domain/contradictions/whom-to-ask.ts';
import type { Contradiction, Fact, OwnRule, RuleSide } from '#shared/model/alert.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Texts } from './dictionaries.ts';
import type { FactWords } from './fact-words.ts';
import { choiceLabel } from './field-label.ts';

export interface ContradictionWordsInput {
  readonly texts: Texts['contradictions'];
  readonly fields: Texts['fields'];
  readonly facts: FactWords;
  /** Of the account. */
  readonly contacts: readonly Contact[];
  readonly rules: readonly OwnRule[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export interface ContradictionText {
  readonly title: string;
  readonly sentence: string;
  /** '' where the rule's maker wrote none. */
  readonly hypothesis: string;
  readonly ask: string;
  readonly nextStep: string;
}

function delivered(rule: string): ContradictionRule | undefined {
  return CONTRADICTION_RULES.find((each) => each === rule);
}

function ownText(contradiction: Contradiction, input: ContradictionWordsInput): ContradictionText {
  const { texts, facts, rules } = input;
  const rule = rules.find((each) => each.id === contradiction.rule);
  const said = (fact: Fact, side: RuleSide | undefined) => {
    const name = facts.name(fact);
    if (fact.value === '') return texts.ownMissing(name);
    const figure = facts.figure(fact);
    if (side === undefined || !isMove(side)) return texts.ownFact(name, figure);
    return side.test === 'rises' ? texts.ownRose(name, figure) : texts.ownFell(name, figure);
  };
  const [a, b] = contradiction.facts;
  const title = rule?.name ?? texts.goneRule;
  return {
    title,
    sentence: texts.own(title, said(a, rule?.a), said(b, rule?.b)),
    hypothesis: rule?.hypothesis ?? '',
    ask: rule?.ask ?? '',
    nextStep: rule?.nextStep ?? '',
  };
}

export function contradictionText(
  contradiction: Contradiction,
  input: ContradictionWordsInput,
): ContradictionText {
  const rule = delivered(contradiction.rule);
  if (rule === undefined) return ownText(contradiction, input);
  const { texts, fields, facts, contacts, today } = input;
  const words = texts.rules[rule];
  const said = facts.sentence([...contradiction.facts, ...(contradiction.context ?? [])]);
  const { nextStep } = words;
  const about = contradiction.facts.find((fact) => fact.what === 'nps-answer')?.about;
  const { role, contact } = whomToAsk(rule, contacts, today, about);
  const named = choiceLabel(fields, 'role', role);
  return {
    title: words.title,
    sentence: words.sentence(said),
    hypothesis: words.hypothesis,
    ask:
      contact === undefined
        ? texts.askUnknown(named, words.question)
        : texts.ask(texts.person(contact.name, named), words.question),
    nextStep: typeof nextStep === 'string' ? nextStep : nextStep(said),
  };
}
