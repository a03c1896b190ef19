/** The scorecards: a list at the left, the chosen one in the editor. Reached from the settings and the palette. */
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { isChanged, isDelivered, readScorecards } from '#renderer/data/health/scorecards.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { FileButton } from '#renderer/ui/drop-zone.tsx';
import { Banner, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import type { ScorecardFileError } from '#shared/domain/health/scorecard-file.ts';
import type { Scorecard } from '#shared/model/health.ts';
import { useBookValues } from './book-values.ts';
import { useCardName, useNames } from './card-names.ts';
import { isNewCard, useHasDraft, useNewCards } from './draft-store.ts';
import type { SavedSegment } from './saved-segments.ts';
import { useScopeText } from './scope-text.ts';
import { ScorecardEditor } from './scorecard-editor.tsx';
import { readScorecard } from './scorecard-files.ts';
import './scorecards.css';
import { useScorecardWork } from './use-scorecard-work.ts';

interface RowProps {
  readonly card: Scorecard;
  readonly saved: readonly SavedSegment[];
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function CardRow({ card, saved, chosen, onChoose }: RowProps) {
  const texts = useText('scorecards');
  const cardName = useCardName();
  const scopeText = useScopeText(saved);
  const hasDraft = useHasDraft(card);
  return (
    <li>
      <button type="button" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
        <span className="kz-sc-list-name">
          <span>{cardName(card)}</span>
          {hasDraft && <Badge tone="warning">{texts.unsaved}</Badge>}
          {!isDelivered(card.id) && !isNewCard(card) && <Badge>{texts.own}</Badge>}
          {isDelivered(card.id) && isChanged(card) && <Badge>{texts.changed}</Badge>}
        </span>
        <span className="kz-hint">{scopeText(card.scope)}</span>
      </button>
    </li>
  );
}

interface Refusal {
  readonly file: string;
  readonly error: ScorecardFileError;
}

function RefusedFile({ refusal, onDismiss }: { readonly refusal: Refusal; readonly onDismiss: () => void }) {
  const texts = useText('scorecards');
  const names = useNames();
  return (
    <Banner tone="danger" title={texts.fileProblems(refusal.file)} onDismiss={onDismiss}>
      {texts.fileError(refusal.error, names).join(' ')}
    </Banner>
  );
}

const NONE: readonly Scorecard[] = [];

interface ScorecardsPageProps {
  /** Undefined: the first one. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

export function ScorecardsPage({ chosen, onChoose }: ScorecardsPageProps) {
  const texts = useText('scorecards');
  const { db } = useData();
  const live = useLive(() => readScorecards(db), [db]);
  const values = useBookValues();
  const work = useScorecardWork();
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const stored = live.state === 'ready' ? live.value : NONE;
  const unsaved = useNewCards(stored);
  useCrumb(texts.title);
  if (live.state === 'loading') return <Skeleton lines={8} />;
  if (live.state === 'failed') return <ErrorState title={texts.title}>{texts.readFailed}</ErrorState>;
  const cards = [...stored, ...unsaved];
  const shown = cards.find(({ id }) => id === chosen) ?? cards[0];
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const found = await readScorecard(file);
    setRefusal(found.ok ? undefined : { file: file.name, error: found.error });
    if (found.ok) onChoose(work.import(found.value));
  };
  return (
    <div className="kz-sc">
      <nav className="kz-sc-list" aria-label={texts.listLabel}>
        <ul>
          {cards.map((card) => (
            <CardRow
              key={card.id}
              card={card}
              saved={values.saved}
              chosen={card.id === shown?.id}
              onChoose={() => onChoose(card.id)}
            />
          ))}
        </ul>
        <FileButton size="small" icon={Upload} accept=".json" onFiles={(files) => void read(files[0])}>
          {texts.import}
        </FileButton>
        <p className="kz-hint">{texts.hint}</p>
      </nav>
      <div className="kz-sc-body">
        {refusal !== undefined && <RefusedFile refusal={refusal} onDismiss={() => setRefusal(undefined)} />}
        {shown !== undefined && (
          <ScorecardEditor key={shown.id} saved={shown} cards={stored} values={values} onChoose={onChoose} />
        )}
      </div>
    </div>
  );
}
