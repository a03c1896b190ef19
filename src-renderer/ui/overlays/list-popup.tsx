/** The open list of a select; loaded on first use (see `select.tsx`). */
import { Check } from 'lucide-react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components/ListBox';
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
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
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
          ))}
        </ListBox>
      </Popover>
    </InLocale>
  );
}
