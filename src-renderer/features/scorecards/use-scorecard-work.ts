/** What is done with scorecards, told in toasts that take it back. */
import { useData } from '#renderer/data/data-context.ts';
import {
  removeScorecard,
  resetScorecard,
  type ScorecardInput,
  saveScorecard,
} from '#renderer/data/health/scorecards.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { toast } from '#renderer/ui/toast.tsx';
import type { Result } from '#shared/base/result.ts';
import type { ScorecardContent } from '#shared/domain/health/scorecard-file.ts';
import type { Scorecard } from '#shared/model/health.ts';
import { useCardName } from './card-names.ts';
import { openNewCard } from './draft-store.ts';

function inputOf(card: Scorecard): ScorecardInput {
  const { id, name, groups, coverageFloor, bands, scope, parents } = card;
  return { id, name: name.trim(), groups, coverageFloor, bands, scope, parents };
}

/** Each answers whether it was stored. */
export function useScorecardWork() {
  const texts = useText('scorecards');
  const { refused } = useText('ui');
  const cardName = useCardName();
  const { store } = useData();

  async function told(work: Promise<Result<unknown, WriteError>>, message: string): Promise<boolean> {
    return tell(await work, message, (error) => refusalText(refused, error));
  }

  async function add(content: Omit<ScorecardInput, 'id'>, note: string, message: string) {
    const id = store.newId();
    return (await told(saveScorecard(store, { ...content, id }, note), message)) ? id : undefined;
  }

  return {
    save: (card: Scorecard, note: string) =>
      told(saveScorecard(store, inputOf(card), note), texts.saved(cardName(card))),
    reset: (card: Scorecard) =>
      told(resetScorecard(store, card.id), texts.wasReset(cardName({ ...card, name: '' }))),
    remove: (card: Scorecard) => told(removeScorecard(store, card.id), texts.removed(cardName(card))),
    /** The id of the copy. */
    copy: (card: Scorecard) => {
      const name = texts.copyName(cardName(card));
      return add({ ...inputOf(card), name }, '', texts.copied(name));
    },
    /** Into the editor, where a person sees who moves before anything is stored; its id. */
    import: (content: ScorecardContent) => {
      const id = store.newId();
      const name = content.name || texts.importedName;
      openNewCard({ ...content, id, name });
      toast({ message: texts.imported(name) });
      return id;
    },
  };
}
