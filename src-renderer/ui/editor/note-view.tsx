/** A note for reading: its Markdown as React elements, so that nothing in it can ever be markup of ours. */
import {
  createContext,
  createElement,
  Fragment,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import type { Block, Inline, ListItem, Marks } from './markdown/note-text.ts';
import { parseNote } from './markdown/parse-blocks.ts';
import { isSafeHref } from './markdown/targets.ts';
import './note-text.css';

interface ImageReader {
  load(id: string): Promise<string | undefined>;
}

export type Mention = Inline & { readonly type: 'mention' };

/** How somebody who is named is shown; undefined = in plain words. Keep it stable. */
export type ShowMention = (mention: Mention) => ReactNode | undefined;

interface NoteViewProps {
  readonly markdown: string;
  readonly images?: ImageReader | undefined;
  readonly mention?: ShowMention | undefined;
}

const Mentions = createContext<ShowMention | undefined>(undefined);

function MentionView({ mention }: { readonly mention: Mention }) {
  const shown = use(Mentions)?.(mention);
  return shown ?? <span className="kz-mention">@{mention.label}</span>;
}

function NoteImage({ id, alt, images }: { id: string; alt: string; images: ImageReader | undefined }) {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void images?.load(id).then((found) => {
      if (wanted && found !== undefined && /^(?:data:image\/|blob:)/.test(found)) setAddress(found);
    });
    return () => {
      wanted = false;
    };
  }, [id, images]);
  return (
    <span className="kz-note-image">{address === undefined ? alt : <img src={address} alt={alt} />}</span>
  );
}

const BARE_ADDRESS = /https:\/\/[^\s<>"'`\\[\](){}、。，．「」『』（）【】]+/g;
const TAG = /(?<=^|[\s(（「、。])[#＃](?!\p{N}+(?![\p{L}\p{N}_ー-]))[\p{L}\p{N}][\p{L}\p{N}_ー-]*/gu;

/** Parts of a text are known by their place: children of one element instead of a list with keys. */
const inARow = (parts: readonly ReactNode[]) => createElement(Fragment, null, ...parts);

function each<T>(items: readonly T[], show: (item: T) => ReactNode): ReactNode {
  return inARow(items.map(show));
}

function linkTo(href: string, children: ReactNode): ReactNode {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** Splits at what the pattern finds; what it finds is shown by `show`. */
function split(text: string, pattern: RegExp, show: (found: string) => ReactNode): ReactNode[] {
  const out: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) out.push(text.slice(at, match.index));
    out.push(show(match[0]));
    at = match.index + match[0].length;
  }
  out.push(text.slice(at));
  return out;
}

function plainText(text: string): ReactNode {
  const parts = split(text, BARE_ADDRESS, (found) => {
    const address = found.replace(/[.,;:!?)\]]+$/, '');
    if (!isSafeHref(address)) return found;
    return inARow([linkTo(address, address), found.slice(address.length)]);
  });
  const tags = (part: string) =>
    inARow(split(part, TAG, (tag) => <span className="kz-tag-text">{tag}</span>));
  return each(parts, (part) => (typeof part === 'string' ? tags(part) : part));
}

function marked(text: string, marks: Marks): ReactNode {
  let node: ReactNode = marks.code || marks.href !== undefined ? text : plainText(text);
  if (marks.code) node = <code>{node}</code>;
  if (marks.em) node = <em>{node}</em>;
  if (marks.strike) node = <s>{node}</s>;
  if (marks.strong) node = <strong>{node}</strong>;
  return marks.href === undefined ? node : linkTo(marks.href, node);
}

function InlineView({ inline, images }: { inline: Inline; images: ImageReader | undefined }): ReactNode {
  switch (inline.type) {
    case 'text':
      return marked(inline.text, inline.marks);
    case 'break':
      return <br />;
    case 'mention':
      return <MentionView mention={inline} />;
    case 'image':
      return <NoteImage id={inline.id} alt={inline.alt} images={images} />;
  }
}

function Line({ content, images }: { content: readonly Inline[]; images: ImageReader | undefined }) {
  return each(content, (inline) => <InlineView inline={inline} images={images} />);
}

interface HeadingProps {
  readonly level: number;
  readonly content: readonly Inline[];
  readonly images: ImageReader | undefined;
}

interface BlockProps {
  readonly block: Block;
  readonly images: ImageReader | undefined;
}

function Item({ item, images }: { item: ListItem; images: ImageReader | undefined }) {
  const texts = useText('editor');
  const body = <Blocks blocks={item.blocks} images={images} />;
  if (item.checked === undefined) return <li>{body}</li>;
  return (
    <li className="kz-task-item">
      <input type="checkbox" checked={item.checked} disabled readOnly aria-label={texts.task} />
      <div>{body}</div>
    </li>
  );
}

function Table({
  rows,
  images,
}: {
  rows: (Block & { type: 'table' })['rows'];
  images: ImageReader | undefined;
}) {
  const [head = [], ...body] = rows;
  const row = (cells: (typeof rows)[number], Cell: 'th' | 'td') => (
    <tr>
      {each(cells, (cell) => (
        <Cell>
          <Line content={cell} images={images} />
        </Cell>
      ))}
    </tr>
  );
  return (
    <table>
      <thead>{row(head, 'th')}</thead>
      <tbody>{each(body, (cells) => row(cells, 'td'))}</tbody>
    </table>
  );
}

/** Under the headings of the page: the highest that a note uses is the third of the screen, whatever it calls it. */
const RANKS = ['h3', 'h4', 'h5', 'h6'] as const;
const TopLevel = createContext(1);

function Heading({ level, content, images }: HeadingProps) {
  const Rank = RANKS[Math.min(RANKS.length - 1, Math.max(0, level - use(TopLevel)))] ?? 'h6';
  return (
    <Rank className={`kz-note-h${level}`}>
      <Line content={content} images={images} />
    </Rank>
  );
}

function BlockView({ block, images }: BlockProps) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Line content={block.content} images={images} />
        </p>
      );
    case 'heading':
      return <Heading level={block.level} content={block.content} images={images} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} images={images} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'list': {
      const items = each(block.items, (item) => <Item item={item} images={images} />);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table rows={block.rows} images={images} />;
  }
}

function Blocks({ blocks, images }: { blocks: readonly Block[]; images: ImageReader | undefined }) {
  return each(blocks, (block) => <BlockView block={block} images={images} />);
}

export function NoteView({ markdown, images, mention }: NoteViewProps) {
  const blocks = useMemo(() => parseNote(markdown), [markdown]);
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  return (
    <TopLevel value={levels.length === 0 ? 1 : Math.min(...levels)}>
      <Mentions value={mention}>
        <div className="kz-note-text">
          <Blocks blocks={blocks} images={images} />
        </div>
      </Mentions>
    </TopLevel>
  );
}
