/** Step 3: how the tables are tied, and the values that found no record, to be tied one by one or all that are alike. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { NearMatch } from '#renderer/data/ingest/messages.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { KeyHints } from '#renderer/ui/kbd.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { RunFailureNote } from './failure-note.tsx';
import { chosenTables } from './flow-problems.ts';
import type { FlowState } from './flow-state.ts';
import { sendFlow } from './flow-store.ts';
import { MakeAccounts } from './make-accounts.tsx';
import { foldUnlinked, type MissedValue, namedAccounts, valuesOf } from './missed-values.ts';
import { tableName } from './open-points.tsx';
import { RecordSearch } from './record-search.tsx';
import { StepFrame } from './step-frame.tsx';
import { useImportRunner } from './use-import.ts';
import { WorkNote } from './work-note.tsx';

/** More than a person looks through; the rest is told as a number. */
const MOST_SHOWN = 200;
const LEVELS = ['0.95', '0.9', '0.8', '0.7', '0.6'] as const;

function tie(key: string, { id, name }: Pick<NearMatch, 'id' | 'name'>): void {
  sendFlow({ type: 'links-confirmed', links: [{ key, id, name }] });
}

/** Arrow keys and j/k move from value to value; Enter ties to the nearest, u unties, / searches. */
function onRowKey(event: KeyboardEvent<HTMLElement>, value: MissedValue, openSearch: () => void): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = event.currentTarget;
  const near = value.near[0];
  const focus = (next: Element | null) => {
    if (next instanceof HTMLElement) next.focus();
  };
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      focus(row.nextElementSibling);
      break;
    case 'ArrowUp':
    case 'k':
      focus(row.previousElementSibling);
      break;
    case 'Enter':
      if (near !== undefined) tie(value.key, near);
      break;
    case 'u':
      sendFlow({ type: 'link-dropped', key: value.key });
      break;
    case '/':
      openSearch();
      break;
    default:
      return;
  }
  event.preventDefault();
}

interface RowProps {
  readonly value: MissedValue;
  readonly tied: string | undefined;
  /** An account is made of it, as long as it is not tied. */
  readonly isMade: boolean;
  readonly isFirst: boolean;
}

function UnlinkedRow({ value, tied, isMade, isFirst }: RowProps) {
  const texts = useText('sources');
  const { format } = useLocale();
  const [searching, setSearching] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  return (
    <li
      ref={row}
      className="kz-unlinked"
      data-tied={tied !== undefined || isMade}
      // The list is one stop for Tab on its first row; arrows move on from there.
      tabIndex={isFirst ? 0 : -1}
      onKeyDown={(event) => onRowKey(event, value, () => setSearching(true))}
    >
      <span className="kz-unlinked-value" title={value.value}>
        {value.value}
      </span>
      <span className="kz-figure">{texts.rows(value.rows)}</span>
      <div className="kz-unlinked-near">
        {tied !== undefined ? (
          <>
            <strong>→ {tied}</strong>
            <Button
              size="small"
              variant="quiet"
              onClick={() => sendFlow({ type: 'link-dropped', key: value.key })}
            >
              {texts.untie}
            </Button>
          </>
        ) : (
          <>
            {isMade && <strong>→ {texts.newAccount}</strong>}
            {!isMade && value.near.length === 0 && <span className="kz-hint">{texts.noMatch}</span>}
            {value.near.slice(0, 3).map((near) => (
              <Button
                key={near.id}
                size="small"
                aria-label={texts.confirmTo(value.value, `${near.name} ${format.percent(near.score * 100)}`)}
                title={texts.similarity(format.percent(near.score * 100))}
                onClick={() => tie(value.key, near)}
              >
                {near.name} <span className="kz-hint">{format.percent(near.score * 100)}</span>
              </Button>
            ))}
            {searching ? (
              <RecordSearch
                noun={value.to}
                label={texts.searchFor[value.to](value.value)}
                onPick={(record) => {
                  tie(value.key, record);
                  row.current?.focus();
                }}
                onLeave={() => {
                  setSearching(false);
                  row.current?.focus();
                }}
              />
            ) : (
              <Button
                size="small"
                variant="quiet"
                aria-label={texts.searchFor[value.to](value.value)}
                onClick={() => setSearching(true)}
              >
                {texts.searchOther[value.to]}
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

function Ties({ state }: { readonly state: FlowState }) {
  const texts = useText('sources');
  const { nouns } = useText('fields');
  const ties = chosenTables(state).flatMap((table) =>
    (table.plan?.columns ?? []).flatMap((column) =>
      column.link === undefined || column.target.type !== 'field'
        ? []
        : [
            {
              key: `${table.key} ${column.index}`,
              text: texts.tie(
                `${tableName(table)} · ${column.header}`,
                nouns[column.link.to].one,
                texts.linkBys[column.link.by],
              ),
            },
          ],
    ),
  );
  return (
    <ul className="kz-ties">
      {ties.map((entry) => (
        <li key={entry.key}>{entry.text}</li>
      ))}
    </ul>
  );
}

export function StepLinks({ state }: { readonly state: FlowState }) {
  const texts = useText('sources');
  const { format } = useLocale();
  const runner = useImportRunner();
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('0.8');
  const report = state.report?.report;
  const values = useMemo(() => (report === undefined ? [] : foldUnlinked(valuesOf(report))), [report]);
  const named = useMemo(
    () => (report === undefined ? 0 : namedAccounts(report, state.confirmedLinks)),
    [report, state.confirmedLinks],
  );
  const isTied = (key: string) => Object.hasOwn(state.confirmedLinks, key);
  const untied = values.filter((value) => !isTied(value.key));
  const isMade = (value: MissedValue) => state.makeAccounts && value.account !== undefined;
  const open = untied.filter((value) => !isMade(value));
  const alike = untied.flatMap((value) => {
    const near = value.near[0];
    return near !== undefined && near.score >= Number(level)
      ? [{ key: value.key, id: near.id, name: near.name }]
      : [];
  });
  const rows = open.reduce((sum, value) => sum + value.rows, 0);
  const title = open.length === 0 ? texts.allPlaced : texts.unlinkedTitle(open.length, rows);
  return (
    <StepFrame
      title={texts.linksTitle}
      back={<Button onClick={() => sendFlow({ type: 'step-chosen', step: 'columns' })}>{texts.back}</Button>}
      actions={
        <Button variant="primary" disabled={state.work !== undefined} onClick={() => void runner.preview()}>
          {state.report?.stale === true ? texts.recount : texts.next}
        </Button>
      }
    >
      {state.failure !== undefined && <RunFailureNote failure={state.failure} />}
      {state.work !== undefined && <WorkNote work={state.work} />}
      <Ties state={state} />
      {values.length === 0 ? (
        <p>{texts.allTied}</p>
      ) : (
        <section aria-label={title}>
          {(named > 0 || state.makeAccounts) && <MakeAccounts on={state.makeAccounts} count={named} />}
          <h3>{title}</h3>
          {open.length > 0 && <p className="kz-hint">{texts.unlinkedHint}</p>}
          <div className="kz-links-bar">
            <Select
              label={texts.above}
              value={level}
              options={LEVELS.map((value) => ({
                value,
                label: texts.similarity(format.percent(Number(value) * 100)),
              }))}
              onChange={setLevel}
            />
            <Button
              disabled={alike.length === 0}
              onClick={() => sendFlow({ type: 'links-confirmed', links: alike })}
            >
              {texts.confirmAll(alike.length)}
            </Button>
            <KeyHints
              hints={[
                { keys: 'ArrowDown', label: texts.keysHint.move },
                { keys: 'Enter', label: texts.keysHint.tie },
                { keys: 'u', label: texts.keysHint.untie },
                { keys: '/', label: texts.keysHint.search },
              ]}
            />
          </div>
          <ul className="kz-unlinked-list">
            {values.slice(0, MOST_SHOWN).map((value, i) => (
              <UnlinkedRow
                key={value.key}
                value={value}
                isFirst={i === 0}
                isMade={isMade(value)}
                tied={
                  isTied(value.key)
                    ? (state.linkNames[value.key] ?? state.confirmedLinks[value.key])
                    : undefined
                }
              />
            ))}
          </ul>
          {values.length > MOST_SHOWN && (
            <p className="kz-hint">{texts.moreUnlinked(values.length - MOST_SHOWN)}</p>
          )}
        </section>
      )}
    </StepFrame>
  );
}
