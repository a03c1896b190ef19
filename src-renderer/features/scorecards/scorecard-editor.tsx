/** One scorecard in the editor: its head, its groups, who moves, and what can be done with it. */
import { Copy, Download, History, Plus, Redo2, RotateCcw, Trash2, Undo2, Wand2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { isChanged, isDelivered } from '#renderer/data/health/scorecards.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { Banner } from '#renderer/ui/states.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { checkScorecard } from '#shared/domain/health/check-scorecard.ts';
import { addGroup, fitToData } from '#shared/domain/health/edit-scorecard.ts';
import type { Scorecard } from '#shared/model/health.ts';
import type { BookValues } from './book-values.ts';
import { useCardName, useNames } from './card-names.ts';
import { CardSettings } from './card-settings.tsx';
import { type Draft, isNewCard, useDraft } from './draft-store.ts';
import { GroupSection } from './group-section.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { segmentsOf } from './saved-segments.ts';
import { saveScorecardFile } from './scorecard-files.ts';
import { useScorecardWork } from './use-scorecard-work.ts';
import { VersionsDialog } from './versions-dialog.tsx';

interface ScorecardEditorProps {
  readonly saved: Scorecard;
  readonly cards: readonly Scorecard[];
  readonly values: BookValues;
  readonly onChoose: (id: string) => void;
}

function Problems({ card }: { readonly card: Scorecard }) {
  const texts = useText('scorecards');
  const names = useNames(card);
  const issues = checkScorecard(card);
  if (issues.length === 0) return null;
  return (
    <Banner tone="danger" title={texts.problems}>
      {issues.map((issue) => texts.issue(issue, names)).join(' ')}
    </Banner>
  );
}

/** Segments that the scope asks for and that nobody can belong to: until this is mended, others score those accounts. */
function ScopeTroubles({ card, values }: { readonly card: Scorecard; readonly values: BookValues }) {
  const texts = useText('scorecards');
  const troubled = segmentsOf(card.scope, values.saved).filter(({ trouble }) => trouble !== undefined);
  if (values.state === 'waiting' || troubled.length === 0) return null;
  const said = troubled.map(({ name, trouble }) => texts.scopeTrouble(name, trouble ?? 'gone'));
  return (
    <Banner tone="warning" title={texts.scopeTroubleTitle}>
      {said.join(' ')}
    </Banner>
  );
}

function Groups({ draft, values }: { readonly draft: Draft; readonly values: BookValues }) {
  const texts = useText('scorecards');
  const { store } = useData();
  const [open, setOpen] = useState<string | undefined>(undefined);
  const sum = draft.card.groups.reduce((total, group) => total + group.weight, 0);
  return (
    <div className="kz-sc-groups">
      <div className="kz-sc-groups-head">
        <h2>{texts.weights}</h2>
        <span className="kz-hint">{texts.sum(Number(sum.toFixed(1)))}</span>
        <span className="kz-sc-gap" />
        <Button
          size="small"
          variant="quiet"
          icon={Wand2}
          title={texts.fitHint}
          disabled={values.state !== 'ready'}
          // A judgement waits for no source: it can be given at any time.
          onClick={() =>
            draft.change((card) =>
              fitToData(card, (measure) => measure === 'sentiment' || values.valuesOf(measure).length > 0),
            )
          }
        >
          {texts.fit}
        </Button>
        <IconButton
          icon={Undo2}
          size="small"
          label={texts.undoStep}
          keys="mod+z"
          disabled={!draft.canUndo}
          onClick={draft.undo}
        />
        <IconButton
          icon={Redo2}
          size="small"
          label={texts.redoStep}
          keys="mod+shift+z"
          disabled={!draft.canRedo}
          onClick={draft.redo}
        />
      </div>
      {draft.card.groups.map((group) => (
        <GroupSection
          key={group.id}
          group={group}
          draft={draft}
          values={values}
          open={open}
          onOpen={setOpen}
        />
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={Plus}
        onClick={() => {
          const id = store.newId();
          draft.change((card) => addGroup(card, id, texts.newGroup));
        }}
      >
        {texts.addGroup}
      </Button>
    </div>
  );
}

interface SaveBarProps {
  readonly draft: Draft;
  readonly canSave: boolean;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onSave: () => void;
}

function SaveBar({ draft, canSave, note, onNote, onSave }: SaveBarProps) {
  const texts = useText('scorecards');
  return (
    <div className="kz-sc-save">
      <TextField label={texts.note} value={note} onChange={onNote} />
      <div className="kz-sc-actions">
        <Button variant="primary" disabled={!canSave} onClick={onSave}>
          {texts.save}
        </Button>
        <Button disabled={!draft.changed} onClick={draft.discard}>
          {texts.discard}
        </Button>
      </div>
    </div>
  );
}

interface Doings {
  readonly save: () => void;
  readonly copy: () => void;
  readonly export: () => void;
  readonly versions: () => void;
}

function useEditorCommands(draft: Draft, canSave: boolean, isNew: boolean, doings: Doings): void {
  const texts = useText('scorecards');
  const { commands } = texts;
  useCommands({
    id: 'scorecards',
    title: texts.title,
    commands: [
      ...(canSave
        ? [{ id: 'scorecards.save', label: commands.save, keys: ['mod+s'], run: doings.save }]
        : []),
      ...(draft.changed ? [{ id: 'scorecards.discard', label: commands.discard, run: draft.discard }] : []),
      // Steps of the draft come before what undo would take back in the book.
      ...(draft.canUndo
        ? [{ id: 'scorecards.undo', label: texts.undoStep, keys: ['mod+z'], run: draft.undo }]
        : []),
      ...(draft.canRedo
        ? [
            {
              id: 'scorecards.redo',
              label: texts.redoStep,
              keys: ['mod+shift+z', 'mod+y'],
              run: draft.redo,
            },
          ]
        : []),
      { id: 'scorecards.export', label: commands.export, run: doings.export },
      // What nobody has saved has no versions, and a copy of it would be saved before it is.
      ...(isNew
        ? []
        : [
            { id: 'scorecards.copy', label: commands.copy, run: doings.copy },
            { id: 'scorecards.versions', label: commands.versions, run: doings.versions },
          ]),
    ],
  });
}

interface CardActionsProps extends Doings {
  readonly saved: Scorecard;
  readonly onReset: () => void;
  readonly onRemove: () => void;
}

function CardActions({ saved, onReset, onRemove, ...doings }: CardActionsProps) {
  const texts = useText('scorecards');
  if (isNewCard(saved)) return <Banner title={texts.newCard}>{texts.newCardHint}</Banner>;
  return (
    <div className="kz-sc-actions">
      <Button size="small" icon={History} onClick={doings.versions}>
        {texts.versions}
      </Button>
      <Button size="small" icon={Copy} onClick={doings.copy}>
        {texts.copy}
      </Button>
      <Button size="small" icon={Download} onClick={doings.export}>
        {texts.export}
      </Button>
      {isDelivered(saved.id) ? (
        <Button size="small" icon={RotateCcw} disabled={!isChanged(saved)} onClick={onReset}>
          {texts.reset}
        </Button>
      ) : (
        <Button size="small" icon={Trash2} onClick={onRemove}>
          {texts.remove}
        </Button>
      )}
    </div>
  );
}

export function ScorecardEditor({ saved, cards, values, onChoose }: ScorecardEditorProps) {
  const texts = useText('scorecards');
  const cardName = useCardName();
  const work = useScorecardWork();
  const draft = useDraft(saved);
  const isNew = isNewCard(saved);
  const [note, setNote] = useState(isNew ? saved.note : '');
  const [awaited, setAwaited] = useState(false);
  const [showsVersions, showVersions] = useState(false);
  const { card } = draft;
  const isOwn = !isDelivered(saved.id);
  const isNamed = !isOwn || card.name.trim() !== '';
  const canSave = draft.changed && !awaited && checkScorecard(card).length === 0 && isNamed;
  // The draft of a new card makes way when the saved one is there, so that no other card shows in between.
  const { discard } = draft;
  useEffect(() => {
    if (!awaited || isNew) return;
    setAwaited(false);
    discard();
  }, [awaited, isNew, discard]);
  const doings: Doings = {
    save: () => {
      if (!canSave) return;
      void work.save(card, note).then((ok) => {
        if (!ok) return;
        if (isNew) setAwaited(true);
        else draft.discard();
        setNote('');
      });
    },
    copy: () => void work.copy(card).then((id) => id !== undefined && onChoose(id)),
    export: () => saveScorecardFile(card, cardName(card)),
    versions: () => showVersions(true),
  };
  useEditorCommands(draft, canSave, isNew, doings);
  return (
    <section className="kz-sc-editor" aria-label={texts.editorLabel(cardName(saved))}>
      <div className="kz-sc-main">
        <CardActions
          saved={saved}
          {...doings}
          onReset={() => void work.reset(saved).then((ok) => ok && draft.discard())}
          onRemove={() => void work.remove(saved).then((ok) => ok && draft.discard())}
        />
        <CardSettings draft={draft} isOwn={isOwn} segments={values.segments} saved={values.saved} />
        <ScopeTroubles card={card} values={values} />
        <Problems card={card} />
        <Groups draft={draft} values={values} />
      </div>
      <aside className="kz-sc-aside">
        <PreviewPanel cards={cards} card={card} changed={draft.changed} values={values} />
        <SaveBar draft={draft} canSave={canSave} note={note} onNote={setNote} onSave={doings.save} />
      </aside>
      {showsVersions && (
        <VersionsDialog
          card={saved}
          onClose={() => showVersions(false)}
          onBringBack={(older) => {
            showVersions(false);
            draft.change(() => older);
            toast({ message: texts.broughtBack(older.version) });
          }}
        />
      )}
    </section>
  );
}
