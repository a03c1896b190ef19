/** A group of the scorecard: its weight in the whole, its measures with theirs, and the curve of the one that is open. */
import { ChevronDown, ChevronRight, Trash2, X } from 'lucide-react';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { canMove, mostFor } from '#shared/domain/health/balance-weights.ts';
import {
  addMeasure,
  lockOf,
  removeGroup,
  removeMeasure,
  setGroupWeight,
  setMeasureWeight,
  setRule,
} from '#shared/domain/health/edit-scorecard.ts';
import { STANDARD_GROUPS } from '#shared/domain/health/health-terms.ts';
import { MEASURES, type MeasureGroup, type MeasureId, type MeasureRule } from '#shared/model/health.ts';
import type { BookValues } from './book-values.ts';
import { useNames } from './card-names.ts';
import { CurvePanel } from './curve-panel.tsx';
import type { Draft } from './draft-store.ts';
import { WeightControl } from './weight-control.tsx';
import './group-section.css';

interface GroupSectionProps {
  readonly group: MeasureGroup;
  readonly draft: Draft;
  readonly values: BookValues;
  /** Group and measure whose curve is open. */
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}

const STANDARD: ReadonlySet<string> = new Set(STANDARD_GROUPS);

/** Named by the language; every other group carries a name that can be changed. */
function isStandard(id: string): boolean {
  return STANDARD.has(id);
}

interface MeasureRowProps extends GroupSectionProps {
  readonly rule: MeasureRule;
  readonly place: number;
}

function MeasureRow({ group, rule, place, draft, values, open, onOpen }: MeasureRowProps) {
  const texts = useText('scorecards');
  const { measures } = useText('healthWords');
  const { card, locks, change } = draft;
  const { measure, weight } = rule;
  const { name } = measures[measure];
  const key = lockOf(group.id, measure);
  const isOpen = open === key;
  const weighted = group.measures.map((each) => ({
    weight: each.weight,
    locked: locks.has(lockOf(group.id, each.measure)),
  }));
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className="kz-sc-measure">
      <div className="kz-sc-row">
        <button
          type="button"
          className="kz-sc-name"
          aria-expanded={isOpen}
          aria-label={texts.openMeasure(name)}
          onClick={() => onOpen(isOpen ? undefined : key)}
        >
          <Chevron size={14} strokeWidth={1.75} aria-hidden />
          <span>{name}</span>
        </button>
        <WeightControl
          name={name}
          weight={weight}
          locked={locks.has(key)}
          canMove={canMove(weighted, place)}
          most={mostFor(weighted, place)}
          onChange={(to, gesture) =>
            change((from) => setMeasureWeight(from, group.id, measure, to, locks), gesture)
          }
          onSettle={draft.endGesture}
          onLock={() => draft.toggleLock(key)}
        />
        <span className="kz-sc-whole">
          {weight === 0 ? texts.off : `${((weight * group.weight) / 100).toFixed(1)}%`}
        </span>
        <IconButton
          icon={X}
          size="small"
          label={texts.removeMeasure(name)}
          onClick={() => change((from) => removeMeasure(from, group.id, measure, locks))}
        />
      </div>
      {isOpen && (
        <CurvePanel
          rule={rule}
          bands={card.bands}
          values={values.valuesOf(measure)}
          total={values.book.accounts.length}
          onChange={(patch, gesture) => change((from) => setRule(from, group.id, measure, patch), gesture)}
          onMove={(move, gesture) =>
            change((from) => {
              const own = from.groups
                .find(({ id }) => id === group.id)
                ?.measures.find((each) => each.measure === measure);
              return own === undefined ? from : setRule(from, group.id, measure, { curve: move(own.curve) });
            }, gesture)
          }
          onSettle={draft.endGesture}
        />
      )}
    </li>
  );
}

function AddMeasure({ group, draft }: Pick<GroupSectionProps, 'group' | 'draft'>) {
  const texts = useText('scorecards');
  const { measures } = useText('healthWords');
  const used = new Set(draft.card.groups.flatMap((each) => each.measures.map((rule) => rule.measure)));
  const left = MEASURES.filter((measure) => !used.has(measure));
  if (left.length === 0) return null;
  return (
    <Select<MeasureId>
      quiet
      hideLabel
      label={texts.addMeasure}
      placeholder={texts.addMeasure}
      value={undefined}
      options={left.map((measure) => ({ value: measure, label: measures[measure].name }))}
      onChange={(measure) => draft.change((card) => addMeasure(card, group.id, measure))}
    />
  );
}

export function GroupSection(props: GroupSectionProps) {
  const { group, draft } = props;
  const texts = useText('scorecards');
  const { card, locks, change } = draft;
  const name = useNames(card).group(group.id);
  const place = card.groups.indexOf(group);
  const weighted = card.groups.map((each) => ({ weight: each.weight, locked: locks.has(lockOf(each.id)) }));
  return (
    <section className="kz-sc-group" aria-label={name}>
      <div className="kz-sc-row kz-sc-group-row">
        {isStandard(group.id) ? (
          <h3>{name}</h3>
        ) : (
          <TextField
            hideLabel
            label={texts.groupName}
            value={group.name}
            onChange={(to) =>
              change(
                (from) => ({
                  ...from,
                  groups: from.groups.map((each) => (each.id === group.id ? { ...each, name: to } : each)),
                }),
                `name ${group.id}`,
              )
            }
          />
        )}
        <WeightControl
          name={name}
          weight={group.weight}
          locked={locks.has(lockOf(group.id))}
          canMove={canMove(weighted, place)}
          most={mostFor(weighted, place)}
          onChange={(to, gesture) => change((from) => setGroupWeight(from, group.id, to, locks), gesture)}
          onSettle={draft.endGesture}
          onLock={() => draft.toggleLock(lockOf(group.id))}
        />
        <span className="kz-sc-whole">{`${group.weight}%`}</span>
        <IconButton
          icon={Trash2}
          size="small"
          label={texts.removeGroup(name)}
          onClick={() => change((from) => removeGroup(from, group.id, locks))}
        />
      </div>
      <ul>
        {group.measures.map((rule, at) => (
          <MeasureRow key={rule.measure} {...props} rule={rule} place={at} />
        ))}
      </ul>
      <AddMeasure group={group} draft={draft} />
    </section>
  );
}
