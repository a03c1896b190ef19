/** The head of a scorecard: name, to whom it applies, limits of the bands, floor, and what parents are made of. */

import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TagInput } from '#renderer/ui/tag-input.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { STAGES, TOUCH_MODELS } from '#shared/model/account.ts';
import type { Scorecard, ScorecardScope } from '#shared/model/health.ts';
import { useCardName } from './card-names.ts';
import type { Draft } from './draft-store.ts';
import { offeredSegments, type SavedSegment } from './saved-segments.ts';
import { useScopeText } from './scope-text.ts';

interface CardSettingsProps {
  readonly draft: Draft;
  readonly isOwn: boolean;
  readonly segments: readonly string[];
  readonly saved: readonly SavedSegment[];
}

interface Choice {
  readonly id: string;
  readonly label: string;
  /** Why it cannot be chosen: it can still be taken out. */
  readonly trouble?: string | undefined;
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly hint?: string | undefined;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Choices({ label, choices, hint, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset className="kz-sc-choices">
      <legend className="kz-label">{label}</legend>
      {choices.map((choice) => (
        <Checkbox
          key={choice.id}
          checked={chosen.includes(choice.id)}
          disabled={choice.trouble !== undefined && !chosen.includes(choice.id)}
          onChange={(on) =>
            onChange(on ? [...chosen, choice.id] : chosen.filter((each) => each !== choice.id))
          }
        >
          <span>
            {choice.label}
            {choice.trouble !== undefined && <span className="kz-hint kz-sc-trouble">{choice.trouble}</span>}
          </span>
        </Checkbox>
      ))}
      {hint !== undefined && <p className="kz-hint">{hint}</p>}
    </fieldset>
  );
}

/** What an imported card names beside the usual stays to be chosen. */
function withOthers(usual: readonly string[], chosen: readonly string[]): readonly string[] {
  return [...usual, ...chosen.filter((each) => !usual.includes(each))];
}

function Scope({ draft, segments, saved }: Pick<CardSettingsProps, 'draft' | 'segments' | 'saved'>) {
  const texts = useText('scorecards');
  const fields = useText('fields');
  const scopeText = useScopeText(saved);
  const { scope } = draft.card;
  const offered = offeredSegments(scope, saved);
  const changeSaved = (chosen: readonly string[]) =>
    draft.change((card) => {
      // Nothing chosen is said by nothing, as cards have it that were saved before.
      const { saved: _, ...others } = card.scope;
      return { ...card, scope: chosen.length === 0 ? others : { ...others, saved: chosen } };
    });
  const change = (patch: Partial<ScorecardScope>) =>
    draft.change((card) => ({ ...card, scope: { ...card.scope, ...patch } }));
  return (
    <details className="kz-sc-details">
      <summary>{texts.scopeOf(scopeText(scope))}</summary>
      <div className="kz-sc-fields">
        <Choices
          label={texts.touchModels}
          choices={withOthers(TOUCH_MODELS, scope.touchModels).map((id) => ({
            id,
            label: choiceLabel(fields, 'touchModel', id),
          }))}
          chosen={scope.touchModels}
          onChange={(touchModels) => change({ touchModels })}
        />
        <Choices
          label={texts.stages}
          choices={withOthers(STAGES, scope.stages).map((id) => ({
            id,
            label: choiceLabel(fields, 'stage', id),
          }))}
          chosen={scope.stages}
          onChange={(stages) => change({ stages })}
        />
        <Choices
          label={texts.savedSegments}
          hint={offered.length === 0 ? texts.noSavedSegments : undefined}
          choices={offered.map(({ id, name, trouble }) => ({
            id,
            label: name || texts.goneSegment,
            trouble: trouble === undefined ? undefined : texts.segmentTrouble[trouble],
          }))}
          chosen={scope.saved ?? []}
          onChange={changeSaved}
        />
        <TagInput
          label={texts.segments}
          hint={texts.scopeHint}
          value={scope.segments}
          suggestions={segments}
          onChange={(chosen) => change({ segments: chosen })}
        />
      </div>
    </details>
  );
}

function Limits({ draft }: Pick<CardSettingsProps, 'draft'>) {
  const texts = useText('scorecards');
  const { bands, coverageFloor, parents } = draft.card;
  const band = (patch: Partial<Scorecard['bands']>) =>
    draft.change((card) => ({ ...card, bands: { ...card.bands, ...patch } }));
  return (
    <details className="kz-sc-details">
      <summary>{texts.settings}</summary>
      <div className="kz-sc-fields">
        <NumberField
          label={texts.healthyFrom}
          value={bands.healthy}
          unreadable={texts.noNumber}
          onChange={(healthy) => healthy !== null && band({ healthy })}
        />
        <NumberField
          label={texts.watchFrom}
          value={bands.watch}
          unreadable={texts.noNumber}
          onChange={(watch) => watch !== null && band({ watch })}
        />
        <NumberField
          label={texts.floor}
          hint={texts.floorHint}
          value={Number((coverageFloor * 100).toFixed(1))}
          unreadable={texts.noNumber}
          onChange={(floor) =>
            floor !== null && draft.change((card) => ({ ...card, coverageFloor: floor / 100 }))
          }
        />
        <Select
          label={texts.parents}
          value={parents}
          options={(['own', 'by-arr', 'worst'] as const).map((rule) => ({
            value: rule,
            label: texts.parentRules[rule],
          }))}
          onChange={(rule) => draft.change((card) => ({ ...card, parents: rule }))}
        />
      </div>
    </details>
  );
}

export function CardSettings({ draft, isOwn, segments, saved }: CardSettingsProps) {
  const texts = useText('scorecards');
  const cardName = useCardName();
  const { card } = draft;
  return (
    <div className="kz-sc-settings">
      <TextField
        label={texts.name}
        value={card.name}
        placeholder={isOwn ? texts.namePlaceholder : cardName({ ...card, name: '' })}
        error={isOwn && card.name.trim() === '' ? texts.nameNeeded : undefined}
        onChange={(name) => draft.change((from) => ({ ...from, name }), 'name')}
      />
      <Scope draft={draft} segments={segments} saved={saved} />
      <Limits draft={draft} />
    </div>
  );
}
