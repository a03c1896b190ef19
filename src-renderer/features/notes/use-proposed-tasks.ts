/** The tasks of the note that is being written, found again whenever it changes, typing never waiting for it. */
import { useDeferredValue, useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { FinishExtras } from '#renderer/data/finish-extras.ts';
import { getActivity, type NotePeople, tasksOfActivity } from '#renderer/data/notes.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { type FindTasksOptions, findTasks } from '#shared/domain/notes/find-tasks.ts';
import { type ProposedTask, proposeTasks } from '#shared/domain/notes/propose-tasks.ts';
import type { NoteFields } from './note-fields.ts';

interface Proposing {
  readonly fields: NoteFields;
  readonly people: NotePeople;
  readonly today: string;
  /** The logged note that is being edited. */
  readonly activityId: string | undefined;
}

export interface Proposal {
  /** A moment behind what is typed. */
  readonly shown: readonly ProposedTask[];
  /** For finishing: of the text as it is now. */
  readonly extras: () => FinishExtras;
}

export function useProposedTasks({ fields, people, today, activityId }: Proposing): Proposal {
  const { db } = useData();
  const live = useLive(async () => {
    if (activityId === undefined) return { tasks: [], body: undefined };
    const [tasks, activity] = await Promise.all([
      tasksOfActivity(db, activityId),
      getActivity(db, activityId),
    ]);
    return { tasks, body: activity?.body };
  }, [db, activityId]);
  const earlier = live.state === 'ready' ? live.value : undefined;
  const options = useMemo<FindTasksOptions>(
    () => ({
      today,
      contacts: [...people.contacts, ...fields.newContacts],
      team: [...people.team, ...fields.team],
      me: people.me ?? people.owner,
    }),
    [today, people, fields.newContacts, fields.team],
  );
  const propose = (body: string): ProposedTask[] => {
    const before =
      earlier?.body === undefined
        ? undefined
        : new Set(findTasks(earlier.body, options).map((task) => task.key));
    return proposeTasks(findTasks(body, options), {
      choices: fields.taskChoices,
      existing: earlier?.tasks ?? [],
      ...(before === undefined ? {} : { before }),
    });
  };
  const body = useDeferredValue(fields.body);
  return {
    shown: activityId !== undefined && earlier === undefined ? [] : propose(body),
    extras: () => ({
      tasks: propose(fields.body)
        .filter((task) => task.state === 'new')
        .map(({ title, side, owner, contact, due, key }) => ({
          title,
          side,
          owner,
          line: key,
          ...(contact === undefined ? {} : { contact }),
          ...(due === undefined ? {} : { due }),
        })),
    }),
  };
}
