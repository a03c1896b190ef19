/** Who moves by what was changed: counts by band before and after, and the accounts by name. */
import { useDeferredValue, useMemo } from 'react';
import { Link } from 'wouter';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { HealthMark } from '#renderer/ui/badge.tsx';
import { BANDS, type Band, type Scorecard } from '#shared/model/health.ts';
import type { BookValues } from './book-values.ts';
import { type Mover, Previewer, type Standing } from './preview.ts';
import './preview-panel.css';

const MARKS = { healthy: 'healthy', watch: 'watch', 'at-risk': 'atRisk', unknown: 'unknown' } as const;

/** More names than anybody reads beside an editor. */
const MOST_NAMES = 100;

function Figure({ standing, hideWord }: { readonly standing: Standing; readonly hideWord: boolean }) {
  const texts = useText('scorecards');
  const { pair } = useText('healthWords');
  const { format } = useLocale();
  const { value, band, coverage } = standing;
  return (
    <span className="kz-sc-standing" title={value === undefined ? undefined : pair(value, coverage)}>
      <HealthMark band={MARKS[band]} hideWord={hideWord}>
        <span className="kz-sc-score">
          {value === undefined
            ? texts.noScore
            : texts.scoreFrom(Math.round(value), format.percent(coverage * 100))}
        </span>
      </HealthMark>
    </span>
  );
}

function MoverRow({ mover: { id, name, from, to } }: { readonly mover: Mover }) {
  const texts = useText('scorecards');
  const { bands, pair } = useText('healthWords');
  const said = ({ band, value, coverage }: Standing) =>
    value === undefined ? bands[band] : `${bands[band]} (${pair(value, coverage)})`;
  return (
    <li aria-label={texts.moverLabel(name, said(from), said(to))}>
      <Link href={`/accounts/${encodeURIComponent(id)}`}>{name}</Link>
      <span className="kz-sc-move">
        <Figure standing={from} hideWord />
        <span aria-hidden="true">→</span>
        <Figure standing={to} hideWord />
      </span>
    </li>
  );
}

interface CountsProps {
  readonly before: Readonly<Record<Band, number>>;
  readonly after: Readonly<Record<Band, number>>;
}

function Counts({ before, after }: CountsProps) {
  const { format } = useLocale();
  return (
    <ul className="kz-sc-counts">
      {BANDS.map((band) => (
        <li key={band}>
          <HealthMark band={MARKS[band]} />
          <span className="kz-sc-count">
            {format.number(before[band])}
            {before[band] !== after[band] && (
              <>
                <span aria-hidden="true"> → </span>
                <strong>{format.number(after[band])}</strong>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface PreviewPanelProps {
  readonly cards: readonly Scorecard[];
  readonly card: Scorecard;
  readonly changed: boolean;
  readonly values: BookValues;
}

export function PreviewPanel({ cards, card, changed, values }: PreviewPanelProps) {
  const texts = useText('scorecards');
  const { book, state } = values;
  const previewer = useMemo(() => new Previewer(book), [book]);
  // A slider goes first; who moves follows as soon as there is time.
  const shown = useDeferredValue(card);
  const preview = useMemo(() => previewer.preview(cards, shown), [previewer, cards, shown]);
  const { movers, touched, applied, appliedBefore, concerned } = preview;
  return (
    <section className="kz-sc-preview" aria-label={texts.preview}>
      <h2>{texts.preview}</h2>
      {state === 'waiting' && <p className="kz-hint">{texts.previewWaiting}</p>}
      {state === 'failed' && <p className="kz-hint">{texts.previewFailed}</p>}
      {state !== 'waiting' && book.accounts.length === 0 && <p className="kz-hint">{texts.previewEmpty}</p>}
      <p className="kz-sc-applies">{texts.previewApplies(appliedBefore, applied)}</p>
      <Counts before={preview.before} after={preview.after} />
      <div aria-live="polite">
        {changed ? (
          <p>
            <strong>{texts.previewMoves(movers.length, concerned)}</strong>
            {touched > 0 && ` · ${texts.previewTouched(touched)}`}
          </p>
        ) : (
          <p className="kz-hint">{texts.previewNothing}</p>
        )}
      </div>
      {movers.length > 0 && (
        <ul className="kz-sc-movers">
          {movers.slice(0, MOST_NAMES).map((mover) => (
            <MoverRow key={mover.id} mover={mover} />
          ))}
        </ul>
      )}
      {movers.length > MOST_NAMES && (
        <p className="kz-hint">{texts.previewLess(movers.length - MOST_NAMES)}</p>
      )}
    </section>
  );
}
