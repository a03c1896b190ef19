/** Days between touches by touch model and stage: a small grid, with who is overdue by it, and the way back to as delivered. */
import { RotateCcw } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { type CadenceError, readCadenceRow, resetCadence, saveCadence } from '#renderer/data/cadence.ts';
import { useData } from '#renderer/data/data-context.ts';
import { localDayOf } from '#renderer/data/health/local-day.ts';
import { readTouchesFrom } from '#renderer/data/health/read-facts.ts';
import { isFormer } from '#renderer/data/today/read-cases.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import { systemClock } from '#shared/base/clock.ts';
import { CADENCE_AS_DELIVERED, type CadenceSettings } from '#shared/domain/cadence/cadence.ts';
import {
  cadenceFrom,
  changedFigures,
  figureOf,
  MOST_DAYS,
  OTHERWISE,
} from '#shared/domain/cadence/cadence-settings.ts';
import { STAGES, TOUCH_MODELS } from '#shared/model/account.ts';
import { type Counted, whoDrifts } from './who-drifts.ts';
import './cadence.css';

/** '' = any other stage. */
const COLUMNS = [...STAGES, ''] as const;

function useCounts(settings: CadenceSettings): ReadonlyMap<string, Counted> {
  const { book, db } = useData();
  const { rows } = useSyncExternalStore(book.subscribe, book.get);
  const today = useToday(systemClock);
  const known = useLive(() => readTouchesFrom(db, localDayOf), [db]);
  const touchesFrom = known.state === 'ready' ? known.value : undefined;
  return useMemo(
    () =>
      whoDrifts(
        rows.filter((row) => !isFormer(row, today)),
        settings,
        today,
        touchesFrom,
      ),
    [rows, settings, today, touchesFrom],
  );
}

function useWork() {
  const { store } = useData();
  const texts = useText('cadence');
  const { refused } = useText('ui');
  const refusal = (error: CadenceError) =>
    error.type === 'no-days' ? texts.noDays(MOST_DAYS) : refusalText(refused, error);
  return {
    async save(figure: string, days: number | null, said: string) {
      tell(await saveCadence(store, figure, days), said, refusal);
    },
    async reset() {
      tell(await resetCadence(store), texts.wasReset, refusal);
    },
  };
}

interface CellProps {
  readonly figure: string;
  readonly label: string;
  /** Undefined: nothing is said here, and what holds otherwise counts. */
  readonly days: number | undefined;
  readonly delivered: number | undefined;
  readonly changed: boolean;
  readonly counted: Counted | undefined;
}

function Cell({ figure, label, days, delivered, changed, counted }: CellProps) {
  const texts = useText('cadence');
  const work = useWork();
  const said = [
    ...(changed && delivered !== undefined ? [texts.delivered(delivered)] : []),
    ...(counted === undefined ? [] : [texts.counted(counted.accounts, counted.overdue)]),
  ];
  return (
    <NumberField
      label={label}
      hideLabel
      value={days ?? null}
      hint={said.join(' · ') || undefined}
      unreadable={texts.noDays(MOST_DAYS)}
      onChange={(next) =>
        void work.save(
          figure,
          next === delivered ? null : next,
          next !== null
            ? texts.saved(label, next)
            : delivered === undefined
              ? texts.asOthers(label)
              : texts.cleared(label),
        )
      }
    />
  );
}

interface GridProps {
  readonly settings: CadenceSettings;
  readonly changed: ReadonlySet<string>;
  /** Those of the book that are not delivered stand below. */
  readonly touchModels: readonly string[];
}

function deliveredDays(touchModel: string, stage: string): number | undefined {
  const days: CadenceSettings['days'] = CADENCE_AS_DELIVERED.days;
  return Object.hasOwn(days, touchModel) ? days[touchModel]?.[stage] : undefined;
}

function Grid({ settings, changed, touchModels }: GridProps) {
  const texts = useText('cadence');
  const fields = useText('fields');
  const counts = useCounts(settings);
  const model = (id: string) => choiceLabel(fields, 'touchModel', id);
  const stage = (id: string) => (id === '' ? texts.otherStages : choiceLabel(fields, 'stage', id));
  return (
    <table className="kz-cadence-grid">
      <caption>{texts.gridLabel}</caption>
      <thead>
        <tr>
          <td />
          {COLUMNS.map((id) => (
            <th key={id} scope="col">
              {stage(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {touchModels.map((touchModel) => (
          <tr key={touchModel}>
            <th scope="row">{model(touchModel)}</th>
            {COLUMNS.map((id) => {
              const figure = figureOf(touchModel, id);
              return (
                <td key={id} data-changed={changed.has(figure)}>
                  <Cell
                    figure={figure}
                    label={texts.cell(model(touchModel), stage(id))}
                    days={settings.days[touchModel]?.[id]}
                    delivered={deliveredDays(touchModel, id)}
                    changed={changed.has(figure)}
                    counted={counts.get(figure)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">{texts.otherwise}</th>
          <td data-changed={changed.has(OTHERWISE)}>
            <Cell
              figure={OTHERWISE}
              label={texts.otherwise}
              days={settings.otherwise}
              delivered={CADENCE_AS_DELIVERED.otherwise}
              changed={changed.has(OTHERWISE)}
              counted={counts.get(OTHERWISE)}
            />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The delivered touch models, those that have days of their own, and those that accounts have. */
function useTouchModels(settings: CadenceSettings): readonly string[] {
  const { book } = useData();
  const { rows } = useSyncExternalStore(book.subscribe, book.get);
  return useMemo(() => {
    const met = new Set<string>([...TOUCH_MODELS, ...Object.keys(settings.days)]);
    for (const { account } of rows) if (account.touchModel !== undefined) met.add(account.touchModel);
    return [...met];
  }, [rows, settings]);
}

export function CadencePage() {
  const texts = useText('cadence');
  const { db } = useData();
  const live = useLive(() => readCadenceRow(db), [db]);
  const row = live.state === 'ready' ? live.value : undefined;
  const settings = useMemo(() => cadenceFrom(row), [row]);
  const changed = useMemo(() => changedFigures(row), [row]);
  const touchModels = useTouchModels(settings);
  const { reset } = useWork();
  const isChanged = changed.size > 0;
  useCrumb(texts.title);
  useCommands({
    id: 'cadence',
    title: texts.title,
    commands: isChanged ? [{ id: 'cadence.reset', label: texts.reset, run: () => void reset() }] : [],
  });
  if (live.state === 'loading') return <Skeleton lines={6} />;
  if (live.state === 'failed') return <ErrorState title={texts.title}>{texts.readFailed}</ErrorState>;
  return (
    <div className="kz-cadence kz-scroll">
      <p className="kz-cadence-intro">{texts.intro}</p>
      <Grid settings={settings} changed={changed} touchModels={touchModels} />
      <p>
        <Button icon={RotateCcw} disabled={!isChanged} onClick={() => void reset()}>
          {texts.reset}
        </Button>
      </p>
    </div>
  );
}
