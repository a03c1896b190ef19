/** The form of a rule: a name, "A rises while B is below …", and what to make of it; how often it would speak is shown. */
import { useState } from 'react';
import type { OwnRuleFields } from '#renderer/data/today/own-rules.ts';
import { sideName, sideValue } from '#renderer/i18n/fact-words.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import {
  isMeasure,
  kindOfSide,
  type RuleReach,
  type SideTrouble,
} from '#shared/domain/contradictions/own-rules.ts';
import type { OwnRule, RuleSide } from '#shared/model/alert.ts';
import { ReachLine } from './reach-line.tsx';
import { choicesOf, movedTo, needsValue, readSideValue, sideOptions, testsFor } from './rule-sides.ts';

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

function Value({ side, onChange }: Pick<SideProps, 'side' | 'onChange'>) {
  const texts = useText('contradictions');
  const health = useText('healthWords');
  const fields = useText('fields');
  const { format } = useLocale();
  const { of, value } = side;
  const text = value === undefined || value === null ? '' : String(value);
  const choices = choicesOf(of, value, fields);
  if (choices !== undefined)
    return (
      <Select
        label={texts.value}
        value={text === '' ? undefined : text}
        options={choices}
        placeholder={texts.choose}
        onChange={(chosen) => onChange({ ...side, value: chosen })}
      />
    );
  const kind = kindOfSide(of);
  if (kind === 'date')
    return (
      <DateField
        label={texts.value}
        value={text === '' ? undefined : text}
        onChange={(day) => onChange(day === undefined ? { of, test: side.test } : { ...side, value: day })}
      />
    );
  const read = readSideValue(of, text);
  const isSaid = typeof read === 'number' && (isMeasure(of) || kind === 'percent');
  const hint = isSaid ? texts.readsAs(sideValue(of, read, { health, fields, format })) : undefined;
  const shown = kind === 'money' ? texts.ownCurrency : hint;
  return (
    <TextField
      label={texts.value}
      value={text}
      {...(shown === undefined ? {} : { hint: shown })}
      onChange={(typed) => onChange({ ...side, value: typed })}
    />
  );
}

function Side({ label, side, custom, onChange }: SideProps) {
  const texts = useText('contradictions');
  const health = useText('healthWords');
  const fields = useText('fields');
  const words = kindOfSide(side.of) === 'date' ? { ...texts.tests, ...texts.dayTests } : texts.tests;
  return (
    <fieldset className="kz-con-side">
      <legend>{label}</legend>
      <ComboBox
        label={texts.of}
        value={side.of}
        options={sideOptions(custom, { texts, health, fields })}
        onChange={(of) => onChange(movedTo(side, of))}
      />
      <Select
        label={texts.test}
        value={side.test}
        options={testsFor(side.of).map((value) => ({ value, label: words[value] }))}
        onChange={(test) => onChange({ ...side, test })}
      />
      {needsValue(side.test) && <Value side={side} onChange={onChange} />}
    </fieldset>
  );
}

/** A value that the test does not ask for is not kept; what reads as a number is one. */
function tidy(side: RuleSide): RuleSide {
  const { of, test, value } = side;
  if (!needsValue(test) || value === undefined || value === null || value === '') return { of, test };
  return { of, test, value: readSideValue(of, String(value)) };
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
