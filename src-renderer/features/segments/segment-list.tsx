/** The saved segments with counts and revenue: one of them is what the screen looks at. */
import { Ellipsis, Plus, TriangleAlert } from 'lucide-react';
import { removeSegment } from '#renderer/data/segments.ts';
import { useStore } from '#renderer/data/use-store.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconMenuButton } from '#renderer/ui/menu.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import type { SegmentTotal } from '#shared/domain/segments/segment-total.ts';
import { problemText, type RuleTools, ruleText } from './rule-tools.ts';
import { segmentErrorText } from './say-error.ts';
import { SegmentFigures } from './segment-figures.tsx';
import './segments.css';
import type { CountedSegment, Segments } from './use-segments.ts';

interface SegmentListProps {
  readonly segments: Segments;
  readonly everyone: SegmentTotal;
  /** Undefined = all accounts. */
  readonly chosen: string | undefined;
  readonly tools: RuleTools;
  readonly onChoose: (id: string | undefined) => void;
  readonly onNew: () => void;
  readonly onEdit: (segment: CountedSegment) => void;
  readonly onShowInTable: (segment: CountedSegment) => void;
}

interface SegmentLineProps {
  readonly segment: CountedSegment;
  readonly list: SegmentListProps;
}

function SegmentLine({ segment, list }: SegmentLineProps) {
  const texts = useText('segments');
  const ui = useText('ui');
  const store = useStore();
  const { id, name, rule, members, total } = segment;
  const { chosen, tools } = list;
  const remove = async () => {
    const done = await removeSegment(store, id);
    if (done.ok) {
      if (chosen === id) list.onChoose(undefined);
      offerUndo(texts.removed(name));
    } else toast({ message: segmentErrorText(done.error, texts, ui), tone: 'danger' });
  };
  const problems =
    rule === undefined
      ? [texts.unreadable]
      : members.problems.map((problem) => problemText(problem, tools, texts));
  const entries = [
    ...(rule === undefined
      ? []
      : [
          { id: 'edit', label: texts.edit, run: () => list.onEdit(segment) },
          { id: 'table', label: texts.showInTable, run: () => list.onShowInTable(segment) },
        ]),
    { id: 'remove', label: texts.remove, danger: true, run: () => void remove() },
  ];
  return (
    <li className="kz-segment-line">
      <button
        type="button"
        className="kz-segment-choose"
        aria-pressed={chosen === id}
        onClick={() => list.onChoose(chosen === id ? undefined : id)}
      >
        <span className="kz-segment-name">{name}</span>
        <SegmentFigures total={total} />
        {rule !== undefined && <span className="kz-segment-rule">{ruleText(rule, tools, texts)}</span>}
      </button>
      <IconMenuButton
        icon={Ellipsis}
        size="small"
        label={texts.more(name)}
        groups={[{ id: 'segment', entries }]}
      />
      {problems.map((problem) => (
        <p key={problem} className="kz-segment-problem">
          <TriangleAlert size={12} strokeWidth={2} aria-hidden />
          {problem}
        </p>
      ))}
    </li>
  );
}

export function SegmentList(props: SegmentListProps) {
  const { segments, everyone, chosen, onChoose, onNew } = props;
  const texts = useText('segments');
  return (
    <section className="kz-segments" aria-label={texts.title}>
      <div className="kz-segments-head">
        <h2>{texts.title}</h2>
        <Button size="small" icon={Plus} onClick={onNew}>
          {texts.add}
        </Button>
      </div>
      <ul>
        <li className="kz-segment-line">
          <button
            type="button"
            className="kz-segment-choose"
            aria-pressed={chosen === undefined}
            onClick={() => onChoose(undefined)}
          >
            <span className="kz-segment-name">{texts.everyone}</span>
            <SegmentFigures total={everyone} />
          </button>
        </li>
        {segments.list.map((segment) => (
          <SegmentLine key={segment.id} segment={segment} list={props} />
        ))}
      </ul>
      {segments.state === 'ready' && segments.list.length === 0 && (
        <p className="kz-segment-faint">{texts.none}</p>
      )}
      {segments.state === 'failed' && (
        <p className="kz-segment-problem" role="alert">
          {texts.readFailed}
        </p>
      )}
    </section>
  );
}
