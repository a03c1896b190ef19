/** The versions of a scorecard with their notes; one of them compared with what is in force, and brought back. */
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { scorecardVersions } from '#renderer/data/health/scorecards.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { compareScorecards } from '#shared/domain/health/compare-scorecards.ts';
import type { Scorecard, ScorecardVersion } from '#shared/model/health.ts';
import { useCardName, useNames } from './card-names.ts';
import './versions-dialog.css';

interface VersionsDialogProps {
  readonly card: Scorecard;
  readonly onClose: () => void;
  readonly onBringBack: (card: Scorecard) => void;
}

function Differences({ card, older }: { readonly card: Scorecard; readonly older: Scorecard }) {
  const texts = useText('scorecards');
  const names = useNames(card, older);
  const found = compareScorecards(card, older);
  return (
    <section aria-label={texts.compareLabel} className="kz-sc-differences">
      <h3>{texts.compareLabel}</h3>
      {found.length === 0 ? (
        <p className="kz-hint">{texts.noDifference}</p>
      ) : (
        <ul>
          {found.map((each) => {
            const text = texts.difference(each, names);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      )}
    </section>
  );
}

interface VersionListProps extends Pick<VersionsDialogProps, 'card'> {
  readonly versions: readonly ScorecardVersion[];
  readonly chosen: ScorecardVersion | undefined;
  readonly onChoose: (id: string) => void;
}

function VersionList({ card, versions, chosen, onChoose }: VersionListProps) {
  const texts = useText('scorecards');
  const { format } = useLocale();
  return (
    <ul className="kz-sc-versions">
      <li>
        <strong>{texts.versionNow(card.version)}</strong>
        <span className="kz-hint">{card.note || texts.noNote}</span>
      </li>
      {versions.map((each) => (
        <li key={each.id}>
          <button type="button" aria-pressed={each.id === chosen?.id} onClick={() => onChoose(each.id)}>
            <span>{texts.versionOf(each.record.version, format.date(isoDateOf(each.at)))}</span>
            <span className="kz-hint">{each.record.note || texts.noNote}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function VersionsDialog({ card, onClose, onBringBack }: VersionsDialogProps) {
  const texts = useText('scorecards');
  const cardName = useCardName();
  const { db } = useData();
  const live = useLive(() => scorecardVersions(db, card.id), [db, card.id]);
  const [chosenId, choose] = useState<string | undefined>(undefined);
  const versions = live.state === 'ready' ? live.value : [];
  const chosen = versions.find((each) => each.id === chosenId) ?? versions[0];
  return (
    <Dialog
      isOpen
      width="wide"
      title={texts.versionsTitle(cardName(card))}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.close}</Button>
          {chosen !== undefined && (
            <Button variant="primary" onClick={() => onBringBack(chosen.record)}>
              {texts.bringBack(chosen.record.version)}
            </Button>
          )}
        </>
      }
    >
      {live.state === 'loading' && <Skeleton lines={3} />}
      {live.state === 'failed' && <p role="alert">{texts.readFailed}</p>}
      {live.state === 'ready' && (
        <div className="kz-sc-two-versions">
          <VersionList card={card} versions={versions} chosen={chosen} onChoose={choose} />
          {chosen === undefined ? (
            <p className="kz-hint">{texts.noVersions}</p>
          ) : (
            <Differences card={card} older={chosen.record} />
          )}
        </div>
      )}
    </Dialog>
  );
}
