/** The kinds of activity: rename them, give them an icon, say whether they count as a touch, add your own. */
import { Plus, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type KindInput, type NoteKind, resetKind, saveKind } from '#renderer/data/kinds.ts';
import { useKinds } from '#renderer/data/notes.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { InlineEdit } from '#renderer/ui/inline-edit.tsx';
import { type Command, useCommands } from '#renderer/ui/keys.ts';
import { KIND_ICON_NAMES, kindIcon } from '#renderer/ui/kind-icons.ts';
import { IconPopoverButton } from '#renderer/ui/popover.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { kindName } from './kind-words.ts';
import './note.css';
import { useNoteActions } from './use-note-actions.ts';

/** Only the user's own name is stored: a built-in kind keeps following the language until it is renamed. */
function inputOf({ id, name = '', icon, touch, hidden }: NoteKind): KindInput {
  return { id, name, icon, touch, hidden };
}

interface IconChoiceProps {
  readonly icon: string;
  readonly name: string;
  readonly onChoose: (icon: string) => void;
}

function IconChoice({ icon, name, onChoose }: IconChoiceProps) {
  const texts = useText('notes');
  return (
    <IconPopoverButton
      icon={kindIcon(icon)}
      size="small"
      label={`${texts.kindIcon}: ${name}`}
      panelLabel={texts.kindIcon}
      panel={(close) => (
        <div className="kz-note-icons">
          {KIND_ICON_NAMES.map((each) => (
            <IconButton
              key={each}
              icon={kindIcon(each)}
              label={texts.icons[each]}
              aria-pressed={each === icon}
              onClick={() => {
                onChoose(each);
                close();
              }}
            />
          ))}
        </div>
      )}
    />
  );
}

interface KindLineProps {
  readonly kind: NoteKind;
  readonly name: string;
  readonly onSave: (patch: Partial<KindInput>) => void;
  readonly onReset: () => void;
}

function KindLine({ kind, name, onSave, onReset }: KindLineProps) {
  const texts = useText('notes');
  return (
    <tr data-kind={kind.id}>
      <td>
        <IconChoice icon={kind.icon} name={name} onChoose={(icon) => onSave({ icon })} />
      </td>
      <th scope="row">
        <InlineEdit
          label={texts.kindName}
          value={name}
          check={(typed) => (typed === '' ? texts.kindNameMissing : undefined)}
          onSave={(typed) => onSave({ name: typed })}
        />
      </th>
      <td>
        <Checkbox
          checked={kind.touch}
          label={`${texts.kindTouch}: ${name}`}
          onChange={(touch) => onSave({ touch })}
        />
      </td>
      <td>
        <Checkbox
          checked={!kind.hidden}
          label={`${texts.kindShown}: ${name}`}
          onChange={(shown) => onSave({ hidden: !shown })}
        />
      </td>
      <td>
        {kind.builtIn && (
          <span className="kz-note-kind-origin">
            <Badge>{texts.kindBuiltIn}</Badge>
            {kind.changed && (
              <IconButton icon={RotateCcw} size="small" label={texts.resetKind(name)} onClick={onReset} />
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

function AddKind({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const texts = useText('notes');
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const toName = () => line.current?.querySelector('input')?.focus();
  useCommands({
    id: 'kinds-add',
    title: texts.kinds,
    commands: [{ id: 'kinds.add', label: texts.addKind, run: toName }],
  });
  const add = () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') {
      toName();
      return;
    }
    onAdd(name.trim());
    setName('');
  };
  return (
    <div ref={line} className="kz-note-addkind">
      <TextField
        label={texts.newKindName}
        value={name}
        error={missing ? texts.kindNameMissing : undefined}
        onChange={setName}
        onCommit={add}
      />
      <Button icon={Plus} onClick={add}>
        {texts.addKind}
      </Button>
    </div>
  );
}

interface KindDoors {
  readonly change: (kind: NoteKind, patch: Partial<KindInput>) => void;
  readonly reset: (id: string, name: string) => void;
}

/** What the table does by pointer, for the palette; the value is for its table. */
function useKindCommands(kinds: readonly NoteKind[], { change, reset }: KindDoors) {
  const texts = useText('notes');
  const fields = useText('fields');
  const table = useRef<HTMLTableElement>(null);
  const press = (id: string, button: string) =>
    table.current?.querySelector<HTMLElement>(`[data-kind="${CSS.escape(id)}"] ${button}`)?.click();
  const { commands } = texts;
  const commandsOf = (kind: NoteKind): readonly Command[] => {
    const { id, touch, hidden } = kind;
    const name = kindName(kinds, id, fields);
    return [
      { id: `kinds.rename.${id}`, label: commands.renameKind(name), run: () => press(id, 'th button') },
      { id: `kinds.icon.${id}`, label: commands.iconOfKind(name), run: () => press(id, 'td button') },
      {
        id: `kinds.touch.${id}`,
        label: touch ? commands.kindIsNoTouch(name) : commands.kindIsTouch(name),
        run: () => change(kind, { touch: !touch }),
      },
      {
        id: `kinds.offer.${id}`,
        label: hidden ? commands.offerKind(name) : commands.hideKind(name),
        run: () => change(kind, { hidden: !hidden }),
      },
      ...(kind.builtIn && kind.changed
        ? [{ id: `kinds.reset.${id}`, label: texts.resetKind(name), run: () => reset(id, name) }]
        : []),
    ];
  };
  useCommands({ id: 'kinds', title: texts.kinds, commands: kinds.flatMap(commandsOf) });
  return table;
}

export function KindsPage() {
  const texts = useText('notes');
  const fields = useText('fields');
  const kinds = useKinds();
  const { store } = useData();
  const actions = useNoteActions();
  const save = async (input: KindInput, message: string) => {
    const done = await saveKind(store, input);
    if (done.ok) actions.did(message);
    else actions.refuse(done.error);
  };
  const reset = async (id: string, name: string) => {
    const done = await resetKind(store, id);
    if (done.ok) actions.did(texts.kindSaved(name));
    else if (done.error.type !== 'no-such-record') actions.refuse(done.error);
  };
  const change = (kind: NoteKind, patch: Partial<KindInput>) =>
    save({ ...inputOf(kind), ...patch }, texts.kindSaved(patch.name ?? kindName(kinds, kind.id, fields)));
  const table = useKindCommands(kinds, {
    change: (kind, patch) => void change(kind, patch),
    reset: (id, name) => void reset(id, name),
  });
  return (
    <div className="kz-note-page">
      <p className="kz-hint">{texts.kindsHint}</p>
      <table ref={table} className="kz-note-table">
        <thead>
          <tr>
            <th scope="col">{texts.kindIcon}</th>
            <th scope="col">{texts.kindName}</th>
            <th scope="col">{texts.kindTouch}</th>
            <th scope="col">{texts.kindShown}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            const name = kindName(kinds, kind.id, fields);
            return (
              <KindLine
                key={kind.id}
                kind={kind}
                name={name}
                onSave={(patch) => void change(kind, patch)}
                onReset={() => void reset(kind.id, name)}
              />
            );
          })}
        </tbody>
      </table>
      <AddKind
        onAdd={(name) =>
          void save({ name, icon: 'star', touch: false, hidden: false }, texts.kindAdded(name))
        }
      />
    </div>
  );
}
