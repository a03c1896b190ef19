/** Whose tasks, in which arrangement, with or without the done ones. */
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { formatCount } from '#renderer/i18n/plural.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { Toolbar } from '#renderer/ui/tabs.tsx';
import { changeTasksView, useTasksView } from '#renderer/ui-state/tasks-view.ts';
import { type ScopeCounts, TASK_GROUPINGS, TASK_SCOPES } from '#shared/domain/tasks/arrange-tasks.ts';

interface TasksToolbarProps {
  readonly counts: ScopeCounts;
  /** The ways to other features. */
  readonly links: ReactNode;
}

export function TasksToolbar({ counts, links }: TasksToolbarProps) {
  const texts = useText('tasks');
  const view = useTasksView();
  return (
    <div className="kz-task-bar">
      <Toolbar label={texts.scopeLabel}>
        {TASK_SCOPES.map((scope) => (
          <button
            key={scope}
            type="button"
            className="kz-task-chip"
            aria-pressed={view.scope === scope}
            onClick={() => changeTasksView({ scope })}
          >
            {texts.scopes[scope]} <span className="kz-task-faint">{formatCount(counts[scope])}</span>
          </button>
        ))}
      </Toolbar>
      <span className="kz-task-gap" />
      {links}
      <Toolbar label={texts.groupingLabel}>
        {TASK_GROUPINGS.map((grouping) => (
          <button
            key={grouping}
            type="button"
            className="kz-task-chip"
            aria-pressed={view.grouping === grouping}
            onClick={() => changeTasksView({ grouping })}
          >
            {texts.groupings[grouping]}
          </button>
        ))}
      </Toolbar>
      <Checkbox checked={view.showDone} onChange={(showDone) => changeTasksView({ showDone })}>
        {texts.showDone}
      </Checkbox>
    </div>
  );
}
