/** The list of the palette: groups of lines, each saying what it is and where it matched. */
import { CornerDownLeft } from 'lucide-react';
import { useText } from '#renderer/i18n/locale.ts';
import { isCommitKey } from '#renderer/ui/ime.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import type { Snippet } from '#shared/domain/search/snippet.ts';
import type { PaletteGroup, PaletteRow } from './palette-row.ts';

/** The text with what matched in it set off. */
function Marked({ snippet: { text, marks } }: { readonly snippet: Snippet }) {
  let at = 0;
  const parts = marks.flatMap(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

interface ListProps {
  readonly groups: readonly PaletteGroup[];
  readonly active: PaletteRow | undefined;
  readonly idOf: (row: PaletteRow) => string;
  readonly onPoint: (row: PaletteRow) => void;
  readonly onRun: (row: PaletteRow) => void;
}

interface RowProps extends Omit<ListProps, 'groups' | 'active'> {
  readonly row: PaletteRow;
  readonly isActive: boolean;
}

function Row({ row, isActive, idOf, onPoint, onRun }: RowProps) {
  const { label, about = '', field, snippet, keys } = row;
  return (
    <div
      id={idOf(row)}
      role="option"
      tabIndex={-1}
      className="kz-palette-row"
      aria-selected={isActive}
      ref={isActive ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      onPointerMove={() => onPoint(row)}
      onClick={() => onRun(row)}
      onKeyDown={(event) => isCommitKey(event) && onRun(row)}
    >
      <span className="kz-palette-text">
        <span className="kz-palette-line">
          <span className="kz-palette-label">
            <Marked snippet={label} />
          </span>
          {about !== '' && <span className="kz-palette-about">{about}</span>}
        </span>
        {snippet !== undefined && (
          <span className="kz-palette-snippet">
            {field !== undefined && <span className="kz-palette-where">{field}</span>}
            <Marked snippet={snippet} />
          </span>
        )}
      </span>
      {keys !== undefined && <Kbd keys={keys} />}
      {isActive && <CornerDownLeft size={14} aria-hidden />}
    </div>
  );
}

export function PaletteList({ groups, active, ...rest }: ListProps) {
  const texts = useText('search');
  return groups.map((group) => (
    <fieldset key={group.id} className="kz-palette-group" aria-label={group.title}>
      <div className="kz-palette-heading" aria-hidden="true">
        {group.title}
      </div>
      {group.rows.map((row) => (
        <Row key={row.id} row={row} isActive={row === active} {...rest} />
      ))}
      {group.more === true && (
        <div className="kz-palette-more" aria-hidden="true">
          {texts.more}
        </div>
      )}
    </fieldset>
  ));
}
