/** What a person does to a plan: stored, told in a toast that takes it back, refused in plain words. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import {
  addMilestone,
  addObjective,
  editObjective,
  logValue,
  type MeasurementInput,
  type ObjectiveInput,
  type PlanError,
  raiseObjective,
  removeMilestone,
  removeObjective,
  removeValue,
  setState,
  tickMilestone,
} from '#renderer/data/plans.ts';
import type { Store } from '#renderer/data/store.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import type { Milestone, Objective } from '#shared/model/objective.ts';

/** What a form can say beside a field; undefined = it was stored. */
export type Refused = Exclude<PlanError, { type: 'read-only' | 'no-such-record' | 'store-failed' }>;

/** What the dialog is about: a new objective, one that is changed, or one whose target is raised. */
export type Asked =
  | { readonly type: 'add' }
  | { readonly type: 'edit'; readonly objective: Objective }
  | { readonly type: 'raise'; readonly objective: Objective };

function refusal({ texts, refused }: Parts, error: PlanError): string {
  switch (error.type) {
    case 'required':
      return texts.required;
    case 'wrong-way':
      return texts.wrongWay;
    case 'due-before-start':
      return texts.dueBeforeStart;
    default:
      return refusalText(refused, error, texts.gone);
  }
}

function isOfForm(error: PlanError): error is Refused {
  return error.type === 'required' || error.type === 'wrong-way' || error.type === 'due-before-start';
}

type Done =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: PlanError };

interface Parts {
  readonly store: Store;
  readonly account: string;
  readonly texts: Texts['plans'];
  readonly refused: Texts['ui']['refused'];
  readonly format: Formats;
}

function createChanges(parts: Parts) {
  const { store, account, texts, format } = parts;
  const { did } = texts;
  const settle = (done: Done, message: string) => tell(done, message, (error) => refusal(parts, error));
  const written = (objective: Objective, value: number) => texts.figure(format.number(value), objective.unit);
  return {
    /** Where it was refused for what stands in the form: why. */
    async save(asked: Asked, input: ObjectiveInput, today: string): Promise<Refused | 'stored' | 'failed'> {
      const title = input.title.trim();
      const done: Done =
        asked.type === 'add'
          ? await addObjective(store, account, input)
          : asked.type === 'edit'
            ? await editObjective(store, asked.objective.id, input)
            : await raiseObjective(store, asked.objective.id, input, today);
      if (!done.ok && isOfForm(done.error)) return done.error;
      const said = { add: did.added, edit: did.edited, raise: did.raised }[asked.type];
      return settle(done, said(title)) ? 'stored' : 'failed';
    },
    async log(objective: Objective, input: MeasurementInput): Promise<boolean> {
      const message = did.logged(written(objective, input.value), objective.title);
      return settle(await logValue(store, objective.id, input), message);
    },
    async unlog(objective: Objective, { id, value }: { readonly id: string; readonly value: number }) {
      return settle(await removeValue(store, objective.id, id), did.valueRemoved(written(objective, value)));
    },
    async addMilestone(objective: Objective, title: string, due: string | undefined): Promise<boolean> {
      return settle(await addMilestone(store, objective.id, title, due), did.milestoneAdded(title.trim()));
    },
    async tick(objective: Objective, { id, title }: Milestone, on: string | undefined): Promise<boolean> {
      const said = on === undefined ? did.milestoneOpen : did.milestoneDone;
      return settle(await tickMilestone(store, objective.id, id, on), said(title));
    },
    async removeMilestone(objective: Objective, { id, title }: Milestone): Promise<boolean> {
      return settle(await removeMilestone(store, objective.id, id), did.milestoneRemoved(title));
    },
    async setState({ id, title }: Objective, state: 'met' | 'dropped' | 'open', today: string) {
      return settle(await setState(store, id, state, today), did[state](title));
    },
    async remove({ id, title }: Objective): Promise<boolean> {
      return settle(await removeObjective(store, id), did.removed(title));
    },
  };
}

export type PlanChanges = ReturnType<typeof createChanges>;

export function usePlanChanges(account: string): PlanChanges {
  const { store } = useData();
  const texts = useText('plans');
  const { refused } = useText('ui');
  const { format } = useLocale();
  return useMemo(
    () => createChanges({ store, account, texts, refused, format }),
    [store, account, texts, refused, format],
  );
}
