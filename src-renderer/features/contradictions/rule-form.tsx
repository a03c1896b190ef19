/** The form of a rule: a name, "A rises while B is below …", and what to make of it; how often it would speak is shown. */
import { useState } from 'react';
import type { OwnRuleFields } from '#renderer/data/today/own-rules.ts';
import { sideName } from '#renderer/i18n/fact-words.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import { isMeasure, type RuleReach, type SideTrouble } from '#shared/domain/contradictions/own-rules.ts';
import type { OwnRule, RuleSide } from '#shared/model/alert.ts';
import { ReachLine } from './reach-line.tsx';
import { needsValue, readValue, saidValue, sideOptions, testsFor } from './rule-sides.ts';

interface RuleFormProps {
  /** Undefined makes a new one. */
  readonly rule: OwnRule | undefined;
  readonly custom: readonly string[];
  /** What is wrong with it, and how many accounts it would speak of. */
  readonly tryOut: (fields: OwnRuleFields) => {
    troubles: readonly SideTrouble[];
    reach: RuleReach | undefined;
  };
  readonly onSave: (fields: OwnRuleFields) => void;
  readonly onCancel: () => void;
}

const NEW_RULE: OwnRuleFields = {
  name: '',
  a: { of: 'usage-trend', test: 'rises' },
  b: { of: 'csat', test: 'falls' },
  hypothesis: '',
  ask: '',
  nextStep: '',
  off: false,
};

interface SideProps {
  readonly label: string;
  readonly side: RuleSide;
  readonly custom: readonly string[];
  readonly onChange: (side: RuleSide) => void;
}

function Side({ label, side, custom, onChange }: SideProps) {
  const texts = useText('contradictions');
  const health = useText('healthWords');
  const fields = useText('fields');
  const tests = testsFor(side.of);
  const read = readValue(String(side.value ?? ''));
  const hint = typeof read === 'number' && isMeasure(side.of) ? saidValue(side.of, read, health) : undefined;
  return (
    <fieldset className="kz-con-side">
      <legend>{label}</legend>
      <ComboBox
        label={texts.of}
        value={side.of}
        options={sideOptions(custom, { texts, health, fields })}
        onChange={(of) => {
          const [first = 'above'] = testsFor(of);
          const test = testsFor(of).includes(side.test) ? side.test : first;
          onChange({ ...side, of, test });
        }}
      />
      <Select
        label={texts.test}
        value={side.test}
        options={tests.map((value) => ({ value, label: texts.tests[value] }))}
        onChange={(test) => onChange({ ...side, test })}
      />
      {needsValue(side.test) && (
        <TextField
          label={texts.value}
          value={side.value === undefined || side.value === null ? '' : String(side.value)}
          {...(hint === undefined ? {} : { hint: texts.readsAs(hint) })}
          onChange={(text) => onChange({ ...side, value: text })}
        />
      )}
    </fieldset>
  );
}

/** A value that the test does not ask for is not kept; what reads as a number is one. */
function tidy(side: RuleSide): RuleSide {
  const { of, test, value } = side;
  if (!needsValue(test) || value === undefined || value === null || value === '') return { of, test };
  return { of, test, value: readValue(String(value)) };
}

export function RuleForm({ rule, custom, tryOut, onSave, onCancel }: RuleFormProps) {
  const texts = useText('contradictions');
  const health = useText('healthWords');
  const words = useText('fields');
  const [fields, setFields] = useState<OwnRuleFields>(() => rule ?? NEW_RULE);
  const [tried, setTried] = useState(false);
  const change = (patch: Partial<OwnRuleFields>) => setFields({ ...fields, ...patch });
  const tidied: OwnRuleFields = {
    name: fields.name.trim(),
    a: tidy(fields.a),
    b: tidy(fields.b),
    hypothesis: fields.hypothesis.trim(),
    ask: fields.ask.trim(),
    nextStep: fields.nextStep.trim(),
    off: fields.off,
  };
  const { troubles, reach } = tryOut({ ...tidied, off: false });
  return (
    <form
      className="kz-con-form"
      aria-label={rule === undefined ? texts.addRule : texts.editRule(rule.name)}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (tidied.name !== '' && troubles.length === 0) onSave(tidied);
      }}
    >
      <TextField
        autoFocus
        label={texts.name}
        value={fields.name}
        error={tried && tidied.name === '' ? texts.nameNeeded : undefined}
        onChange={(name) => change({ name })}
      />
      <Side label={texts.sideA} side={fields.a} custom={custom} onChange={(a) => change({ a })} />
      <p className="kz-con-faint">{texts.while}</p>
      <Side label={texts.sideB} side={fields.b} custom={custom} onChange={(b) => change({ b })} />
      <p className="kz-con-faint">{texts.risesHint}</p>
      <div role="status">
        {troubles.map((trouble) => (
          <p key={`${trouble.type} ${trouble.of}`} className="kz-con-trouble">
            {texts.troubles[trouble.type](sideName(trouble.of, { health, fields: words }))}
          </p>
        ))}
        {troubles.length === 0 && <ReachLine reach={reach} />}
      </div>
      <TextArea
        label={texts.hypothesis}
        rows={2}
        value={fields.hypothesis}
        onChange={(hypothesis) => change({ hypothesis })}
      />
      <TextField label={texts.askWhat} value={fields.ask} onChange={(ask) => change({ ask })} />
      <TextField
        label={texts.nextStep}
        value={fields.nextStep}
        onChange={(nextStep) => change({ nextStep })}
      />
      <div className="kz-con-form-acts">
        <Button type="submit" variant="primary">
          {texts.save}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
