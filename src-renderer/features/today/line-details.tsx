/** What opens below a line: facts with value, source and date, the other findings of the account, and why it stands here. */
import { Check, Clock, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import type { TodayEntry } from '#shared/domain/today/entry.ts';
import type { TodayLine } from '#shared/domain/today/order-today.ts';
import type { Contradiction, Fact } from '#shared/model/alert.ts';
import type { TodayWords } from './today-words.ts';
import type { TodayAccountRow } from './use-today-list.ts';
import { WhyHere } from './why-here.tsx';

export interface EntryDoors {
  readonly onSettle: (entry: TodayEntry) => void;
  readonly onDone: (entry: TodayEntry) => void;
}

export interface LineDetailsProps extends EntryDoors {
  readonly line: TodayLine;
  readonly account: TodayAccountRow | undefined;
  readonly usual: ReadonlyMap<string, number>;
  readonly place: number;
  readonly of: number;
  readonly words: TodayWords;
  /** Another feature shows both facts of a contradiction. */
  readonly contradiction: (contradiction: Contradiction, words: TodayWords) => ReactNode;
}

function Facts({ facts, words }: { readonly facts: readonly Fact[]; readonly words: TodayWords }) {
  const { facts: say, texts } = words;
  return (
    <dl className="kz-today-facts" aria-label={texts.facts}>
      {facts.map((fact) => (
        <div key={fact.what}>
          <dt>{say.name(fact)}</dt>
          <dd>
            <strong>{say.figure(fact)}</strong>
            <span className="kz-today-faint">{say.origin(fact)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EntryFacts({ entry, words, contradiction }: { entry: TodayEntry } & LineDetailsProps) {
  const { item } = entry;
  if (item.kind === 'contradiction') return contradiction(item.contradiction, words);
  if (item.kind === 'alert') return <Facts facts={item.alert.facts} words={words} />;
  return null;
}

function EntryActions({ entry, words, onSettle, onDone }: { entry: TodayEntry } & LineDetailsProps) {
  const { texts } = words;
  const { kind } = entry.item;
  if (kind !== 'alert' && kind !== 'contradiction') return null;
  return (
    <div className="kz-today-acts">
      <Button
        size="small"
        icon={kind === 'alert' ? Clock : Scale}
        onClick={() => onSettle(entry)}
        aria-label={`${kind === 'alert' ? texts.actions.snooze : texts.actions.settle}: ${words.title(entry)}`}
      >
        {kind === 'alert' ? texts.actions.snooze : texts.actions.settle}
      </Button>
      {kind === 'alert' && (
        <Button
          size="small"
          icon={Check}
          onClick={() => onDone(entry)}
          aria-label={`${texts.actions.done}: ${words.title(entry)}`}
        >
          {texts.actions.done}
        </Button>
      )}
    </div>
  );
}

export function LineDetails(props: LineDetailsProps) {
  const { line, account, usual, place, of, words } = props;
  return (
    <div className="kz-today-details">
      <div className="kz-today-findings">
        <div className="kz-today-finding">
          <EntryFacts {...props} entry={line.head} />
          <EntryActions {...props} entry={line.head} />
        </div>
        {line.also.map((entry) => (
          <div key={entry.id} className="kz-today-finding">
            <p>
              <span className="kz-today-kind">{words.kind(entry)}</span> {words.sentence(entry)}
            </p>
            <EntryFacts {...props} entry={entry} />
            <EntryActions {...props} entry={entry} />
          </div>
        ))}
      </div>
      <WhyHere entry={line.head} account={account} usual={usual} place={place} of={of} words={words} />
    </div>
  );
}
