/** Contradiction rules of the user's own: all of them with how often they speak, and the form to make one. */
import { Pencil, Plus, Scale, Trash2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import {
  type OwnRuleFields,
  readOwnRules,
  removeOwnRule,
  saveOwnRule,
  switchOwnRule,
} from '#renderer/data/today/own-rules.ts';
import { useFindings } from '#renderer/data/today/use-findings.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import { sideName, sideValue } from '#renderer/i18n/fact-words.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Switch } from '#renderer/ui/choice.tsx';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import { systemClock } from '#shared/base/clock.ts';
import type { Result } from '#shared/base/result.ts';
import { kindOfSide, movingMeasures, reachOf, readyRule } from '#shared/domain/contradictions/own-rules.ts';
import type { OwnRule, RuleSide } from '#shared/model/alert.ts';
import './contradictions.css';
import { ReachLine } from './reach-line.tsx';
import { RuleForm } from './rule-form.tsx';

function useActions() {
  const { store } = useData();
  const texts = useText('contradictions');
  const { refused } = useText('ui');
  const told = (done: Result<unknown, WriteError>, said: string) =>
    tell(done, said, (error) => refusalText(refused, error));
  return {
    save: async (fields: OwnRuleFields, id?: string) =>
      told(await saveOwnRule(store, fields, id), texts.saved(fields.name)),
    remove: async ({ id, name }: OwnRule) => told(await removeOwnRule(store, id), texts.removed(name)),
    turn: async ({ id, name }: OwnRule, off: boolean) =>
      told(await switchOwnRule(store, id, off), off ? texts.switchedOff(name) : texts.switchedOn(name)),
  };
}

/** How a rule stands with the accounts as they are. */
function useTryOut() {
  const { book } = useData();
  const { customFields } = useSyncExternalStore(book.subscribe, book.get);
  const { cases, rules, today } = useFindings();
  const known = new Set(movingMeasures(rules));
  const custom = new Set(customFields.keys());
  const tryOut = (fields: OwnRuleFields) => {
    const ready = readyRule({ ...fields, id: '', createdAt: 0, updatedAt: 0 }, custom);
    const moment = { now: systemClock.now(), today };
    // What 30 days ago was is read for the rules that are stored.
    const canTell = movingMeasures([ready]).every((measure) => known.has(measure));
    return { troubles: ready.troubles, reach: canTell ? reachOf(ready, cases.values(), moment) : undefined };
  };
  return { custom: [...custom].sort(), tryOut };
}

interface RuleRowProps {
  readonly rule: OwnRule;
  readonly tryOut: ReturnType<typeof useTryOut>['tryOut'];
  readonly actions: ReturnType<typeof useActions>;
  readonly onEdit: () => void;
}

function RuleRow({ rule, tryOut, actions, onEdit }: RuleRowProps) {
  const texts = useText('contradictions');
  const health = useText('healthWords');
  const fields = useText('fields');
  const { format } = useLocale();
  const name = (of: string) => sideName(of, { health, fields });
  const say = ({ of, test, value }: RuleSide) =>
    texts.sideText(
      name(of),
      test,
      sideValue(of, value, { health, fields, format }),
      kindOfSide(of) === 'date',
    );
  const { troubles, reach } = tryOut({ ...rule, off: false });
  return (
    <li className="kz-con-rule">
      <Switch checked={!rule.off} onChange={(on) => void actions.turn(rule, !on)}>
        <VisuallyHidden>{texts.ruleOn(rule.name)}</VisuallyHidden>
      </Switch>
      <div>
        <strong>{rule.name}</strong>
        <p>{texts.ruleText(say(rule.a), say(rule.b))}</p>
        {troubles.map((trouble) => (
          <p key={`${trouble.type} ${trouble.of}`} className="kz-con-trouble">
            {texts.troubles[trouble.type](name(trouble.of))}
          </p>
        ))}
        {troubles.length === 0 && <ReachLine reach={reach} />}
      </div>
      <div className="kz-con-rule-acts">
        <IconButton icon={Pencil} size="small" label={texts.editRule(rule.name)} onClick={onEdit} />
        <IconButton
          icon={Trash2}
          size="small"
          label={texts.removeRule(rule.name)}
          onClick={() => void actions.remove(rule)}
        />
      </div>
    </li>
  );
}

export function OwnRulesPage() {
  const texts = useText('contradictions');
  const { db } = useData();
  const live = useLive(() => readOwnRules(db), [db]);
  const actions = useActions();
  const { custom, tryOut } = useTryOut();
  /** The id of the rule that is edited; '' = a new one. */
  const [editing, setEditing] = useState<string>();
  useCrumb(texts.rulesTitle);
  if (live.state !== 'ready') return <Skeleton />;
  const rules = live.value;
  const form = (rule: OwnRule | undefined) => (
    <RuleForm
      key={rule?.id ?? ''}
      rule={rule}
      custom={custom}
      tryOut={tryOut}
      onCancel={() => setEditing(undefined)}
      onSave={(fields) => {
        void actions.save(fields, rule?.id).then((saved) => saved && setEditing(undefined));
      }}
    />
  );
  const add = (
    <Button variant="primary" icon={Plus} onClick={() => setEditing('')}>
      {texts.addRule}
    </Button>
  );
  return (
    <div className="kz-con-page kz-scroll">
      <div className="kz-con-page-head">
        <p>{texts.rulesIntro}</p>
        {rules.length > 0 && editing === undefined && add}
      </div>
      {editing === '' && form(undefined)}
      {rules.length === 0 && editing === undefined && (
        <EmptyState icon={Scale} title={texts.rulesEmpty} actions={add}>
          {texts.risesHint}
        </EmptyState>
      )}
      <ul className="kz-con-rules">
        {rules.map((rule) =>
          rule.id === editing ? (
            <li key={rule.id}>{form(rule)}</li>
          ) : (
            <RuleRow
              key={rule.id}
              rule={rule}
              tryOut={tryOut}
              actions={actions}
              onEdit={() => setEditing(rule.id)}
            />
          ),
        )}
      </ul>
    </div>
  );
}
