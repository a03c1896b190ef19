/** A new task in one line; what was understood of it is shown while one types. */
import { CornerDownLeft, Plus } from 'lucide-react';
import { type RefObject, useId, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { contactsOf } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { isCancelKey, isCommitKey } from '#renderer/ui/ime.ts';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { foldText } from '#shared/domain/table/fold-text.ts';
import type { TaskAccount } from '#shared/domain/tasks/arrange-tasks.ts';
import { type ReadTaskLine, readTaskLine } from '#shared/domain/tasks/read-task-line.ts';
import { PickList } from './pick-list.tsx';
import type { TaskActions } from './task-actions.ts';
import { dueText, type TaskWords } from './task-words.ts';
import type { OurSide } from './use-tasks.ts';

interface TaskAddProps {
  readonly words: TaskWords;
  readonly actions: TaskActions;
  readonly ourSide: OurSide;
  /** The account that the task is for; undefined lets one choose. */
  readonly account?: string;
  readonly accounts: ReadonlyMap<string, TaskAccount>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onAdded?: (id: string) => void;
  readonly onLeave?: () => void;
}

const MOST = 30;

function findAccounts(accounts: ReadonlyMap<string, TaskAccount>, none: string, text: string) {
  const wanted = foldText(text.trim());
  const found = wanted === '' ? [{ key: 'none', label: none, value: '' }] : [];
  for (const [id, { name }] of accounts) {
    if (wanted === '' || foldText(name).includes(wanted)) found.push({ key: id, label: name, value: id });
    if (found.length === MOST) break;
  }
  return found;
}

function Understood({
  read,
  words,
  id,
}: {
  readonly read: ReadTaskLine;
  readonly words: TaskWords;
  readonly id: string;
}) {
  const { texts } = words;
  const who = read.owner === '' ? texts.nobody : read.owner;
  return (
    <p id={id} className="kz-task-understood" aria-live="polite">
      <span className="kz-task-faint">{texts.understood}</span> <strong>{read.title}</strong>
      {` · ${who}`}
      {read.side === 'theirs' && ` (${texts.sides.theirs})`}
      {` · ${dueText(words, read.due)}`}
    </p>
  );
}

export function TaskAdd(props: TaskAddProps) {
  const { words, actions, ourSide, accounts, input } = props;
  const { texts, today } = words;
  const { db } = useData();
  const noteId = useId();
  const [line, setLine] = useState('');
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const account = props.account ?? chosen;
  const live = useLive(() => (account === '' ? Promise.resolve([]) : contactsOf(db, account)), [db, account]);
  const contacts = live.state === 'ready' ? live.value : [];
  const read = readTaskLine(line, { today, me: ourSide.me, team: ourSide.names, contacts });

  const add = async () => {
    if (read === undefined) {
      setProblem(texts.nothingTyped);
      input.current?.focus();
      return;
    }
    setLine('');
    const id = await actions.add({ ...read, account });
    // What was typed is not lost when it could not be stored.
    if (id === undefined) setLine(line);
    else props.onAdded?.(id);
  };
  return (
    <form
      className="kz-task-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="kz-task-add-line">
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        <input
          ref={input}
          className="kz-input"
          aria-label={texts.addLabel}
          aria-describedby={problem === undefined && read === undefined ? undefined : noteId}
          aria-invalid={problem === undefined ? undefined : true}
          placeholder={texts.addPlaceholder}
          value={line}
          onChange={(event) => {
            setLine(event.target.value);
            setProblem(undefined);
          }}
          onKeyDown={(event) => {
            // The form's own Enter does not know Japanese conversion.
            if (event.key === 'Enter') {
              event.preventDefault();
              if (isCommitKey(event)) void add();
            } else if (isCancelKey(event)) {
              event.preventDefault();
              event.stopPropagation();
              if (line === '') event.currentTarget.blur();
              setLine('');
              props.onLeave?.();
            }
          }}
        />
        {props.account === undefined && (
          <PopoverButton
            variant="quiet"
            className="kz-task-add-account"
            panelLabel={texts.addAccount}
            panel={(close) => (
              <PickList
                label={texts.addAccount}
                placeholder={texts.addAccount}
                listLabel={texts.addAccount}
                find={(text) => findAccounts(accounts, texts.addAccountPlaceholder, text)}
                onPick={(id) => {
                  setChosen(id);
                  close();
                  input.current?.focus();
                }}
              />
            )}
          >
            {chosen === '' ? texts.addAccountPlaceholder : (accounts.get(chosen)?.name ?? texts.goneAccount)}
          </PopoverButton>
        )}
        <Button type="submit" icon={CornerDownLeft}>
          {texts.add}
        </Button>
      </div>
      {problem !== undefined && (
        <p id={noteId} className="kz-field-error" role="alert">
          {problem}
        </p>
      )}
      {problem === undefined && read !== undefined && <Understood read={read} words={words} id={noteId} />}
    </form>
  );
}
