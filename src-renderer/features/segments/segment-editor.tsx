/** A segment put together: its name, its conditions, and at once who belongs to it. */
import { Pencil, Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { saveSegment } from '#renderer/data/segments.ts';
import { useStore } from '#renderer/data/use-store.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { IconPopoverButton, PopoverButton } from '#renderer/ui/popover.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import type { SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import type { Calendar } from '#shared/domain/table/day-ranges.ts';
import type { TableData } from '#shared/domain/table/table-data.ts';
import type { Filter } from '#shared/domain/table/view-definition.ts';
import { conditionText, problemText, type RuleTools } from './rule-tools.ts';
import { segmentErrorText } from './say-error.ts';
import { SegmentFigures } from './segment-figures.tsx';
import './segments.css';
import { type CountedSegment, countMembers } from './use-segments.ts';

export interface SegmentDraft {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly name: string;
  readonly rule: SegmentRule;
  /** Another way to mean these accounts, such as "exactly these 12". */
  readonly other?: SegmentRule | undefined;
}

interface SegmentEditorProps {
  readonly draft: SegmentDraft;
  readonly table: TableData<AccountRow>;
  readonly calendar: Calendar;
  readonly tools: RuleTools;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

type Counted = Pick<CountedSegment, 'members' | 'total'>;

function useCounted({ table, calendar }: SegmentEditorProps, rule: SegmentRule): Counted | undefined {
  const [counted, setCounted] = useState<Counted>();
  useEffect(() => {
    const stop = new AbortController();
    // Given up for a newer rule: nothing to say.
    countMembers(table, rule, calendar, stop.signal).then(setCounted, () => undefined);
    return () => stop.abort();
  }, [table, calendar, rule]);
  return counted;
}

interface ConditionsProps {
  readonly rule: SegmentRule;
  readonly tools: RuleTools;
  readonly counted: Counted | undefined;
  readonly onRule: (rule: SegmentRule) => void;
}

function Conditions({ rule, tools, counted, onRule }: ConditionsProps) {
  const texts = useText('segments');
  const set = (at: number, filter: Filter | undefined) =>
    onRule({
      ...rule,
      filters: [
        ...rule.filters.slice(0, at),
        ...(filter === undefined ? [] : [filter]),
        ...rule.filters.slice(at + 1),
      ],
    });
  return (
    <ul className="kz-segment-conditions" aria-label={texts.conditions}>
      {rule.filters.map((filter, at) => {
        const said = conditionText(filter, tools, texts);
        const problem = counted?.members.problems.find((each) => each.at === at);
        const canEdit = filter.column !== 'id' && tools.labelOf(filter.column) !== undefined;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be alike; their place is what tells them apart
          <li key={at}>
            <div>
              <span>{said}</span>
              {problem !== undefined && (
                <p className="kz-segment-problem">{problemText(problem, tools, texts)}</p>
              )}
            </div>
            {canEdit && (
              <IconPopoverButton
                icon={Pencil}
                size="small"
                label={texts.changeCondition(said)}
                panelLabel={texts.changeCondition(said)}
                panel={(close) =>
                  tools.editor(filter, (next) => {
                    set(at, next);
                    close();
                  })
                }
              />
            )}
            <IconButton
              icon={X}
              size="small"
              label={texts.removeCondition(said)}
              onClick={() => set(at, undefined)}
            />
          </li>
        );
      })}
      {rule.filters.length === 0 && <li className="kz-segment-faint">{texts.noConditions}</li>}
    </ul>
  );
}

export function SegmentEditor(props: SegmentEditorProps) {
  const { draft, tools, onClose, onSaved } = props;
  const texts = useText('segments');
  const ui = useText('ui');
  const store = useStore();
  const [name, setName] = useState(draft.name);
  const [rule, setRule] = useState(draft.rule);
  const [error, setError] = useState<string>();
  const counted = useCounted(props, rule);
  const save = async () => {
    const done = await saveSegment(store, { name, rule }, draft.id);
    if (!done.ok) {
      setError(segmentErrorText(done.error, texts, ui));
      return;
    }
    offerUndo(texts.savedNamed(name.trim()));
    onSaved(done.value);
  };
  const { other } = draft;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={draft.id === undefined ? texts.newTitle : texts.editTitle}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {texts.save}
          </Button>
        </>
      }
    >
      <div className="kz-segment-editor">
        <TextField
          label={texts.name}
          value={name}
          error={error}
          autoFocus
          onChange={(next) => {
            setName(next);
            setError(undefined);
          }}
        />
        {other !== undefined && (
          <RadioGroup<'rule' | 'exact'>
            label={texts.keepAs}
            value={rule === other ? 'exact' : 'rule'}
            options={[
              { value: 'rule', label: texts.keepRule },
              { value: 'exact', label: texts.keepExact(countOf(other)) },
            ]}
            onChange={(kind) => setRule(kind === 'exact' ? other : draft.rule)}
          />
        )}
        {rule.filters.length > 1 && (
          <RadioGroup<SegmentRule['match']>
            label={texts.match}
            value={rule.match}
            options={[
              { value: 'all', label: texts.matchAll },
              { value: 'any', label: texts.matchAny },
            ]}
            onChange={(match) => setRule({ ...rule, match })}
          />
        )}
        <Conditions rule={rule} tools={tools} counted={counted} onRule={setRule} />
        <div className="kz-segment-foot">
          <PopoverButton
            size="small"
            icon={Plus}
            panelLabel={texts.addCondition}
            panel={(close) =>
              tools.builder((filter) => {
                setRule((now) => ({ ...now, filters: [...now.filters, filter] }));
                close();
              })
            }
          >
            {texts.addCondition}
          </PopoverButton>
          <span role="status">{counted !== undefined && <SegmentFigures total={counted.total} />}</span>
        </div>
      </div>
    </Dialog>
  );
}

function countOf({ filters }: SegmentRule): number {
  const [filter] = filters;
  return filter !== undefined && 'values' in filter ? filter.values.length : 0;
}
