/** The name of the view and the menu behind it: open, save, rename, delete. */
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { MenuButton, type MenuEntry, type MenuGroup } from '#renderer/ui/menu.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import {
  DEFAULT_DEFINITION,
  DEFAULT_VIEW_ID,
  openView,
  useAccountsView,
} from '#renderer/ui-state/accounts-view.ts';
import type { SavedView } from '#shared/model/stored.ts';
import type { AccountsActions } from './accounts-actions.ts';
import { BUILT_IN_VIEWS, definitionOf, sameDefinition } from './built-in-views.ts';
import { sayProblem } from './say-problem.ts';

interface NameDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly start: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog({ title, confirm, start, onClose, onName }: NameDialogProps) {
  const texts = useText('accounts');
  const ui = useText('ui');
  const [name, setName] = useState(start);
  const done = () => {
    if (name.trim() === '') return;
    onName(name.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button variant="primary" disabled={name.trim() === ''} onClick={done}>
            {confirm}
          </Button>
        </>
      }
    >
      <TextField label={texts.viewName} value={name} onChange={setName} onCommit={done} maxLength={80} />
    </Dialog>
  );
}

interface ViewMenuProps {
  readonly views: readonly SavedView[];
  readonly actions: AccountsActions;
}

export function ViewMenu({ views, actions }: ViewMenuProps) {
  const texts = useText('accounts');
  const ui = useText('ui');
  const viewId = useAccountsView((state) => state.viewId);
  const definition = useAccountsView((state) => state.definition);
  const [asking, setAsking] = useState<'save' | 'rename'>();
  const saved = views.find(({ id }) => id === viewId);
  const builtIn = BUILT_IN_VIEWS.find(({ id }) => id === viewId);
  const origin = definitionOf(viewId, views) ?? DEFAULT_DEFINITION;
  const isChanged = !sameDefinition(definition, origin);
  const name = saved?.name ?? texts[builtIn?.label ?? 'viewAll'];

  const save = async (given: string) => {
    const added = await actions.addView(given, definition);
    if (!added.ok) return sayProblem(ui, added.error, texts.views);
    useAccountsView.setState({ viewId: added.value });
    return toast({ message: texts.viewSaved(given) });
  };
  const change = async (view: SavedView, wanted: { name?: string; definition?: typeof definition }) => {
    const done = await actions.changeView(view, wanted);
    if (!done.ok) sayProblem(ui, done.error, texts.views);
    else if (done.value) toast({ message: texts.viewSaved(wanted.name ?? view.name) });
  };
  const remove = async (view: SavedView) => {
    const done = await actions.removeView(view);
    if (!done.ok) return sayProblem(ui, done.error, texts.views);
    openView(DEFAULT_VIEW_ID, DEFAULT_DEFINITION);
    return offerUndo(texts.viewRemoved(view.name));
  };

  const entry = (id: string, label: string): MenuEntry => ({
    id,
    label,
    checked: id === viewId,
    run: () => openView(id, definitionOf(id, views) ?? DEFAULT_DEFINITION),
  });
  const byName = [...views].sort((a, b) => a.name.localeCompare(b.name));
  const own: MenuEntry[] =
    saved === undefined
      ? []
      : [
          { id: 'rename', label: texts.renameView, run: () => setAsking('rename') },
          { id: 'remove', label: texts.removeView, danger: true, run: () => void remove(saved) },
        ];
  const changes: MenuEntry[] = !isChanged
    ? []
    : [
        ...(saved === undefined
          ? []
          : [
              {
                id: 'keep',
                label: texts.saveChanges(saved.name),
                run: () => void change(saved, { definition }),
              },
            ]),
        { id: 'reset', label: texts.resetView, run: () => openView(viewId, origin) },
      ];
  const groups: MenuGroup[] = [
    { id: 'built-in', title: texts.builtIn, entries: BUILT_IN_VIEWS.map((v) => entry(v.id, texts[v.label])) },
    ...(views.length === 0
      ? []
      : [{ id: 'saved', title: texts.saved, entries: byName.map((view) => entry(view.id, view.name)) }]),
    {
      id: 'change',
      entries: [...changes, { id: 'save', label: texts.saveView, run: () => setAsking('save') }, ...own],
    },
  ];
  return (
    <>
      <MenuButton variant="quiet" className="acc-view" menuLabel={texts.views} groups={groups}>
        <span className="acc-view-name">{name}</span>
        {isChanged && <span className="acc-soft">{texts.viewChanged}</span>}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </MenuButton>
      {asking === 'save' && (
        <NameDialog
          title={texts.saveViewTitle}
          confirm={texts.saveButton}
          start=""
          onClose={() => setAsking(undefined)}
          onName={(given) => void save(given)}
        />
      )}
      {asking === 'rename' && saved !== undefined && (
        <NameDialog
          title={texts.renameViewTitle}
          confirm={texts.renameButton}
          start={saved.name}
          onClose={() => setAsking(undefined)}
          onName={(given) => void change(saved, { name: given })}
        />
      )}
    </>
  );
}
