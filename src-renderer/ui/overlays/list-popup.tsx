/** The open list of a select; loaded on first use (see `select.tsx`). */
import { Check } from 'lucide-react';
import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { SelectOption } from '../select.tsx';
import type { PopupParts } from '../trigger.tsx';
import { InLocale } from './in-locale.tsx';
import './overlay.css';

interface ListPopupProps extends PopupParts {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly selected: string | undefined;
  readonly onSelect: (value: string) => void;
}

interface Section {
  readonly group: string | undefined;
  readonly members: SelectOption[];
}

/** Neighbours of one group stand under one heading. */
function sectionsOf(options: readonly SelectOption[]): readonly Section[] {
  const sections: Section[] = [];
  for (const option of options) {
    const last = sections.at(-1);
    if (last !== undefined && last.group === option.group) last.members.push(option);
    else sections.push({ group: option.group, members: [option] });
  }
  return sections;
}

function Option({ option }: { readonly option: SelectOption }) {
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      className="kz-option"
      isDisabled={option.disabled ?? false}
    >
      {({ isSelected }) => (
        <>
          <span>{isSelected && <Check size={14} aria-hidden />}</span>
          <Text slot="label">{option.label}</Text>
          {option.hint !== undefined && (
            <Text slot="description" className="kz-option-hint">
              {option.hint}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  );
}

export function ListPopup({ label, options, selected, onSelect, triggerRef, onClose }: ListPopupProps) {
  return (
    <InLocale>
      <Popover
        className="kz-popover"
        aria-label={label}
        isOpen
        triggerRef={triggerRef}
        trigger="Select"
        placement="bottom start"
        offset={4}
        onOpenChange={onClose}
      >
        <ListBox
          className="kz-list kz-scroll"
          aria-label={label}
          autoFocus={selected === undefined ? 'first' : true}
          selectionMode="single"
          selectedKeys={selected === undefined ? [] : [selected]}
          onSelectionChange={(keys) => {
            // Choosing what is chosen already empties the selection: nothing changes, the list closes.
            const key = keys === 'all' ? undefined : [...keys][0];
            if (key !== undefined) onSelect(String(key));
            onClose();
          }}
        >
          {sectionsOf(options).map(({ group, members }) =>
            group === undefined ? (
              members.map((option) => <Option key={option.value} option={option} />)
            ) : (
              <ListBoxSection key={group} id={`group ${group}`}>
                <Header className="kz-list-heading">{group}</Header>
                {members.map((option) => (
                  <Option key={option.value} option={option} />
                ))}
              </ListBoxSection>
            ),
          )}
        </ListBox>
      </Popover>
    </InLocale>
  );
}
