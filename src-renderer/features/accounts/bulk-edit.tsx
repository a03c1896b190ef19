/** One field of many accounts: a value for all of them, or tags to add and to remove; loaded when first opened. */
import { useMemo, useState } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import type { EditError } from '#renderer/data/edits.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TagInput } from '#renderer/ui/tag-input.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import type { Result } from '#shared/base/result.ts';
import type { AccountColumn } from './account-columns.ts';
import type { AccountPatch, AccountsActions } from './accounts-actions.ts';
import type { BulkField } from './bulk-bar.tsx';
import { type CellWords, columnLabel, valueLabel } from './cell-words.ts';
import { valuesOf } from './filter-draft.ts';
import { sayProblem } from './say-problem.ts';
import './filter-editor.css';

interface BulkEditProps {
  readonly field: BulkField;
  readonly column: AccountColumn;
  readonly ids: readonly string[];
  readonly rows: readonly AccountRow[];
  readonly words: CellWords;
  readonly actions: AccountsActions;
  readonly onDone: () => void;
}

/** Says what happened, with the way back. */
async function perform(
  { ids, column, words, onDone }: BulkEditProps,
  ui: Texts['ui'],
  work: Promise<Result<boolean, EditError>>,
): Promise<void> {
  const { texts } = words;
  const label = columnLabel(column, words);
  const done = await work;
  if (!done.ok) return sayProblem(ui, done.error, label);
  onDone();
  if (!done.value) {
    toast({ message: texts.nothingChanged });
    return undefined;
  }
  offerUndo(texts.changed(ids.length, label));
  return undefined;
}

function TagsEdit(props: BulkEditProps) {
  const { ids, rows, column, words, actions } = props;
  const { texts } = words;
  const ui = useText('ui');
  const [add, setAdd] = useState<readonly string[]>([]);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const known = useMemo(() => valuesOf(column, rows).map(({ value }) => value), [column, rows]);
  const held = useMemo(() => {
    const chosen = new Set(ids);
    return valuesOf(
      column,
      rows.filter((row) => chosen.has(row.account.id)),
    ).map(({ value }) => value);
  }, [column, rows, ids]);
  const nothing = add.length === 0 && remove.length === 0;
  return (
    <div className="acc-filter-editor">
      <TagInput label={texts.addTags} value={add} onChange={setAdd} suggestions={known} />
      {held.length > 0 && (
        <TagInput label={texts.removeTags} value={remove} onChange={setRemove} suggestions={held} />
      )}
      <Button
        variant="primary"
        disabled={nothing}
        onClick={() => void perform(props, ui, actions.changeTags(ids, { add, remove }))}
      >
        {texts.apply(ids.length)}
      </Button>
    </div>
  );
}

function patchOf(field: Exclude<BulkField, 'tags'>, value: string | null): AccountPatch {
  switch (field) {
    case 'owner':
      return { owner: value };
    case 'stage':
      return { stage: value };
    case 'segment':
      return { segment: value };
    case 'touchModel':
      return { touchModel: value };
  }
}

function ValueEdit({ field, ...props }: BulkEditProps & { readonly field: Exclude<BulkField, 'tags'> }) {
  const { ids, rows, column, words, actions } = props;
  const { texts } = words;
  const ui = useText('ui');
  const [value, setValue] = useState<string>();
  const options = useMemo(
    () =>
      valuesOf(column, rows).map((met) => ({
        value: met.value,
        label: valueLabel(column, met.value, words),
      })),
    [column, rows, words],
  );
  const label = columnLabel(column, words);
  const set = (next: string | null) =>
    void perform({ field, ...props }, ui, actions.edit(ids, patchOf(field, next)));
  const isChoice = column.column.kind === 'choice';
  const look = { label: texts.setField(label), value, options, onChange: setValue };
  const usable = value !== undefined && value.trim() !== '';
  return (
    <div className="acc-filter-editor">
      {isChoice ? <Select {...look} /> : <ComboBox {...look} allowsOther />}
      <div className="acc-bulk-actions">
        <Button variant="quiet" onClick={() => set(null)}>
          {texts.removeValue}
        </Button>
        <Button variant="primary" disabled={!usable} onClick={() => usable && set(value.trim())}>
          {texts.apply(ids.length)}
        </Button>
      </div>
    </div>
  );
}

export function BulkEdit(props: BulkEditProps) {
  const { field } = props;
  return field === 'tags' ? <TagsEdit {...props} /> : <ValueEdit {...props} field={field} />;
}
