/** The open menu; loaded on first use (see `menu.tsx`). */
import { Check } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, Popover, Separator, Text } from 'react-aria-components/Menu';
import { classNames } from '../class-names.ts';
import { Kbd } from '../kbd.tsx';
import type { MenuEntry, MenuGroup } from '../menu.tsx';
import type { PopupParts } from '../trigger.tsx';
import { InLocale } from './in-locale.tsx';
import './overlay.css';

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const Icon = entry.checked === true ? Check : entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.disabled ?? false}
      className={classNames('kz-option', entry.danger === true && 'kz-option-danger')}
      onAction={entry.run}
    >
      <span>{Icon !== undefined && <Icon size={14} strokeWidth={1.75} aria-hidden />}</span>
      <Text slot="label">{entry.label}</Text>
      {entry.keys !== undefined && <Kbd keys={entry.keys} />}
      {entry.hint !== undefined && (
        <Text slot="description" className="kz-option-hint">
          {entry.hint}
        </Text>
      )}
    </MenuItem>
  );
}

interface MenuPopupProps extends PopupParts {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
}

export function MenuPopup({ label, groups, triggerRef, onClose }: MenuPopupProps) {
  return (
    <InLocale>
      <Popover
        className="kz-popover"
        aria-label={label}
        isOpen
        triggerRef={triggerRef}
        trigger="MenuTrigger"
        placement="bottom start"
        offset={4}
        onOpenChange={onClose}
      >
        <Menu className="kz-list kz-scroll" aria-label={label} autoFocus="first" onClose={onClose}>
          {groups.map((group, index) => (
            <MenuSection key={group.id} aria-label={group.title ?? label}>
              {index > 0 && <Separator className="kz-list-separator" />}
              {group.title !== undefined && <Header className="kz-list-heading">{group.title}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </InLocale>
  );
}
