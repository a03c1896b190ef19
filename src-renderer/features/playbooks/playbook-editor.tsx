/** One playbook, edited where it stands: each change is saved at once and taken back by undo. */
import { Copy, Download, ListChecks, RotateCcw, Trash2 } from 'lucide-react';
import type { PlaybookView } from '#renderer/data/playbooks.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Switch } from '#renderer/ui/choice.tsx';
import '#renderer/ui/chip.css';
import { InlineEdit } from '#renderer/ui/inline-edit.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { PROPOSAL_CONTRADICTIONS } from '#shared/domain/playbooks/propose.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import type { Segment } from '#shared/model/segment.ts';
import { alertChoices, reasonName } from './play-words.ts';
import { savePlaybookFile } from './playbook-files.ts';
import { StepRows } from './step-rows.tsx';
import type { PlaybookActions } from './use-playbooks.ts';

interface PlaybookEditorProps {
  readonly view: PlaybookView;
  readonly segments: readonly Pick<Segment, 'id' | 'name'>[];
  readonly actions: PlaybookActions;
  readonly newId: () => string;
  readonly onCopy: () => void;
  readonly onStartMany: () => void;
}

interface ChipsProps {
  readonly legend: string;
  readonly choices: readonly { readonly name: string; readonly reasons: readonly string[] }[];
  readonly chosen: readonly string[];
  readonly onToggle: (reasons: readonly string[], wanted: boolean) => void;
}

function Chips({ legend, choices, chosen, onToggle }: ChipsProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="kz-chips">
        {choices.map(({ name, reasons }) => {
          const isOn = reasons.every((reason) => chosen.includes(reason));
          return (
            <button
              key={name}
              type="button"
              className="kz-chip"
              aria-pressed={isOn}
              onClick={() => onToggle(reasons, !isOn)}
            >
              {name}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

interface PartProps extends Pick<PlaybookEditorProps, 'segments'> {
  readonly playbook: Playbook;
  /** Worked out from what it is by then: of two quick changes none is lost. */
  readonly onChange: (patch: (now: Playbook) => Partial<Playbook>) => void;
}

function Proposals({ playbook, onChange }: PartProps) {
  const texts = useText('playbooks');
  const alerts = useText('alerts');
  const contradictions = useText('contradictions');
  const words = { playbooks: texts, alerts, contradictions };
  const parts = {
    chosen: playbook.proposedFor,
    onToggle: (reasons: readonly string[], wanted: boolean) =>
      onChange(({ proposedFor }) => {
        const others = proposedFor.filter((reason) => !reasons.includes(reason));
        return { proposedFor: wanted ? [...others, ...reasons] : others };
      }),
  };
  return (
    <section className="kz-play-settings" aria-label={texts.proposedTitle}>
      <div>
        <h3>{texts.proposedTitle}</h3>
        <p className="kz-play-faint">{texts.proposedHint}</p>
      </div>
      <Chips {...parts} legend={texts.proposedAlerts} choices={alertChoices(words)} />
      <Chips
        {...parts}
        legend={texts.proposedContradictions}
        choices={PROPOSAL_CONTRADICTIONS.map((reason) => ({
          name: reasonName(reason, words),
          reasons: [reason],
        }))}
      />
    </section>
  );
}

/** No segment is called so: "" stands for all accounts. */
const EVERYONE = '';

function Reach({ playbook, segments, onChange }: PartProps) {
  const texts = useText('playbooks');
  const { segment } = playbook;
  const isGone = segment !== undefined && !segments.some(({ id }) => id === segment);
  return (
    <section className="kz-play-settings" aria-label={texts.segment}>
      <div className="kz-play-segment">
        <Select
          label={texts.segment}
          value={segment ?? EVERYONE}
          error={isGone ? texts.segmentGone : undefined}
          options={[
            { value: EVERYONE, label: texts.everyone },
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
            ...(isGone ? [{ value: segment, label: texts.goneSegment }] : []),
          ]}
          onChange={(value) => onChange(() => ({ segment: value }))}
        />
      </div>
      <Switch checked={!playbook.off} onChange={(on) => onChange(() => ({ off: !on }))}>
        {texts.offered}
      </Switch>
    </section>
  );
}

/** The empty text stands for "of no segment". */
function patched(playbook: Playbook, patch: Partial<Playbook>): Playbook {
  const { segment, ...rest } = { ...playbook, ...patch };
  return segment === undefined || segment === EVERYONE ? rest : { ...rest, segment };
}

export function PlaybookEditor(props: PlaybookEditorProps) {
  const { view, segments, actions, newId, onCopy, onStartMany } = props;
  const { playbook, builtIn, changed } = view;
  const texts = useText('playbooks');
  const change = (patch: (now: Playbook) => Partial<Playbook>) =>
    void actions.change(playbook, (now) => patched(now, patch(now)));
  const parts = { playbook, segments, onChange: change };
  return (
    <section className="kz-play-form" aria-label={playbook.name}>
      <div className="kz-play-head">
        <h2>
          <InlineEdit
            label={texts.name}
            value={playbook.name}
            check={(name) => (name === '' ? texts.nameNeeded : undefined)}
            onSave={(name) => change(() => ({ name }))}
          />
        </h2>
        <div>
          <InlineEdit
            label={texts.purpose}
            value={playbook.purpose}
            onSave={(purpose) => change(() => ({ purpose }))}
          />
        </div>
      </div>
      <div className="kz-play-bar">
        <Button icon={ListChecks} disabled={playbook.steps.length === 0} onClick={onStartMany}>
          {texts.startForSegment}
        </Button>
        <Button variant="quiet" icon={Copy} onClick={onCopy}>
          {texts.copy}
        </Button>
        <Button variant="quiet" icon={Download} onClick={() => savePlaybookFile(playbook)}>
          {texts.export}
        </Button>
        {changed && (
          <Button variant="quiet" icon={RotateCcw} onClick={() => void actions.reset(playbook)}>
            {texts.reset}
          </Button>
        )}
        {!builtIn && (
          <Button variant="quiet" icon={Trash2} onClick={() => void actions.remove(playbook)}>
            {texts.remove}
          </Button>
        )}
      </div>
      <StepRows
        steps={playbook.steps}
        newId={newId}
        onChange={(edit) => change(({ steps }) => ({ steps: edit(steps) }))}
      />
      <Proposals {...parts} />
      <Reach {...parts} />
    </section>
  );
}
