/** The marks and blocks that hands on a mouse look for, each with its key: one tab stop, arrows inside. */
import {
  Bold,
  Heading2,
  ImagePlus,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Quote,
  Table,
} from 'lucide-react';
import type { Command } from 'prosemirror-state';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '../button.tsx';
import { Toolbar } from '../tabs.tsx';
import {
  bulletList,
  emphasis,
  heading,
  insertTable,
  orderedList,
  quote,
  strong,
  taskList,
} from './commands.ts';

interface Entry {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly act: () => void;
}

interface FormatBarProps {
  readonly run: (command: Command) => void;
  /** Asks for the files; undefined where pictures are not taken. */
  readonly onPicture: (() => void) | undefined;
}

export function FormatBar({ run, onPicture }: FormatBarProps) {
  const { marks, blocks, format } = useText('editor');
  const entries: readonly Entry[] = [
    { label: marks.strong, icon: Bold, keys: 'mod+b', act: () => run(strong) },
    { label: marks.emphasis, icon: Italic, keys: 'mod+i', act: () => run(emphasis) },
    { label: blocks.heading(2), icon: Heading2, keys: 'mod+alt+2', act: () => run(heading(2)) },
    { label: blocks.task, icon: ListChecks, keys: 'mod+shift+9', act: () => run(taskList) },
    { label: blocks.bullets, icon: List, keys: 'mod+shift+8', act: () => run(bulletList) },
    { label: blocks.numbers, icon: ListOrdered, keys: 'mod+shift+7', act: () => run(orderedList) },
    { label: blocks.table, icon: Table, act: () => run(insertTable) },
    { label: blocks.quote, icon: Quote, act: () => run(quote) },
    ...(onPicture === undefined ? [] : [{ label: blocks.picture, icon: ImagePlus, act: onPicture }]),
  ];
  return (
    <div className="kz-format-bar">
      <Toolbar label={format}>
        {entries.map(({ label, icon, keys, act }, i) => (
          <IconButton
            key={label}
            label={label}
            icon={icon}
            size="small"
            {...(keys === undefined ? {} : { keys })}
            tabIndex={i === 0 ? 0 : -1}
            // The caret stays where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={act}
          />
        ))}
      </Toolbar>
    </div>
  );
}
