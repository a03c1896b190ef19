/** Which columns are shown, in which order, and which stay at the left; loaded when its panel first opens. */
import { ArrowDown, ArrowUp, Pin } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { SearchField } from '#renderer/ui/text-field.tsx';
import {
  changeDefinition,
  DEFAULT_DEFINITION,
  moveColumn,
  pinColumn,
  showColumn,
  useAccountsView,
} from '#renderer/ui-state/accounts-view.ts';
import { foldText } from '#shared/domain/table/fold-text.ts';
import type { ViewDefinition } from '#shared/domain/table/view-definition.ts';
import type { AccountColumn, AccountColumns } from './account-columns.ts';
import { type CellWords, columnLabel } from './cell-words.ts';
import './column-chooser.css';

interface ColumnChooserProps {
  readonly columns: AccountColumns;
  readonly words: CellWords;
}

/** As the table shows them: the pinned ones first. */
function inOrder({ shown, pinned }: ViewDefinition): readonly string[] {
  return [...pinned.filter((id) => shown.includes(id)), ...shown.filter((id) => !pinned.includes(id))];
}

function ShownColumn({ column, words }: { readonly column: AccountColumn; readonly words: CellWords }) {
  const definition = useAccountsView((state) => state.definition);
  const { pinned } = definition;
  const shown = inOrder(definition);
  const { id } = column;
  const { texts } = words;
  const at = shown.indexOf(id);
  const label = columnLabel(column, words);
  const isPinned = pinned.includes(id);
  return (
    <li className="acc-choose-row">
      <Checkbox checked disabled={shown.length === 1} onChange={() => showColumn(id, false)}>
        {label}
      </Checkbox>
      <IconButton
        icon={Pin}
        size="small"
        label={texts.pinColumn(label)}
        aria-pressed={isPinned}
        onClick={() => pinColumn(id, !isPinned)}
      />
      <IconButton
        icon={ArrowUp}
        size="small"
        label={texts.moveUp(label)}
        disabled={at === 0}
        onClick={() => moveColumn(id, shown[at - 1])}
      />
      <IconButton
        icon={ArrowDown}
        size="small"
        label={texts.moveDown(label)}
        disabled={at === shown.length - 1}
        onClick={() => moveColumn(id, shown[at + 2])}
      />
    </li>
  );
}

export function ColumnChooser({ columns, words }: ColumnChooserProps) {
  const { texts } = words;
  const shown = inOrder(useAccountsView((state) => state.definition));
  const [query, setQuery] = useState('');
  const wanted = foldText(query.trim());
  const matches = (column: AccountColumn) => foldText(columnLabel(column, words)).includes(wanted);
  const here = shown.flatMap((id) => columns.get(id) ?? []).filter(matches);
  const hidden = [...columns.values()].filter((column) => !shown.includes(column.id) && matches(column));
  const sections = [
    { title: texts.hiddenColumns, list: hidden.filter(({ name }) => name.type !== 'custom') },
    { title: texts.customColumns, list: hidden.filter(({ name }) => name.type === 'custom') },
  ];
  return (
    <div className="acc-choose">
      <SearchField label={texts.findColumn} value={query} onChange={setQuery} />
      <div className="acc-choose-lists kz-scroll">
        {here.length > 0 && <h3 className="kz-label">{texts.shownColumns}</h3>}
        <ul>
          {here.map((column) => (
            <ShownColumn key={column.id} column={column} words={words} />
          ))}
        </ul>
        {sections.map(
          ({ title, list }) =>
            list.length > 0 && (
              <section key={title}>
                <h3 className="kz-label">{title}</h3>
                <ul>
                  {list.map((column) => (
                    <li key={column.id} className="acc-choose-row">
                      <Checkbox checked={false} onChange={() => showColumn(column.id, true)}>
                        {columnLabel(column, words)}
                      </Checkbox>
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
        {here.length === 0 && hidden.length === 0 && <p className="acc-soft">{texts.noColumn}</p>}
      </div>
      <Button
        variant="quiet"
        size="small"
        onClick={() => {
          const { shown: standard, pinned, widths } = DEFAULT_DEFINITION;
          changeDefinition({ shown: standard, pinned, widths });
        }}
      >
        {texts.defaultColumns}
      </Button>
    </div>
  );
}
