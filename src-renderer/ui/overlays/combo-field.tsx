/** The combo box itself; loaded on first use (see `combo-box.tsx`). */
import { ChevronDown } from 'lucide-react';
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components/ComboBox';
import { useText } from '#renderer/i18n/locale.ts';
import { classNames } from '../class-names.ts';
import type { ComboBoxProps } from '../combo-box.tsx';
import { InLocale } from './in-locale.tsx';
import './overlay.css';

/** React Aria leaves Enter alone while an input method is composing, so Japanese conversion is safe here. */
export function ComboField({
  label,
  hideLabel = false,
  hint,
  error,
  value,
  options,
  onChange,
  allowsOther = false,
  placeholder,
  disabled = false,
}: ComboBoxProps) {
  const texts = useText('ui');
  const known = options.some((option) => option.value === value);
  return (
    <InLocale>
      <AriaComboBox
        className="kz-field"
        defaultItems={options.map((option) => ({ ...option, id: option.value }))}
        value={known && value !== undefined ? value : null}
        defaultInputValue={options.find((option) => option.value === value)?.label ?? value ?? ''}
        allowsCustomValue={allowsOther}
        allowsEmptyCollection
        isDisabled={disabled}
        isInvalid={error !== undefined}
        menuTrigger="focus"
        onChange={(key) => {
          if (key !== null) onChange(String(key));
        }}
        onBlur={(event) => {
          if (!allowsOther || !(event.target instanceof HTMLInputElement)) return;
          const typed = event.target.value.trim();
          const match = options.find((option) => option.label === typed);
          // An option that was typed out in full is meant as much as one that was picked.
          const meant = match?.value ?? typed;
          if (meant !== (value ?? '')) onChange(meant);
        }}
      >
        <Label className={classNames('kz-label', hideLabel && 'kz-visually-hidden')}>{label}</Label>
        <div className="kz-combo">
          <Input className="kz-input" placeholder={placeholder ?? ''} />
          <Button className="kz-combo-button" aria-label={texts.openList}>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </Button>
        </div>
        {(error ?? hint) !== undefined && (
          <Text slot="description" className={error === undefined ? 'kz-hint' : 'kz-field-error'}>
            {error ?? hint}
          </Text>
        )}
        <Popover className="kz-popover" offset={4}>
          <ListBox
            className="kz-list kz-scroll"
            renderEmptyState={() => <p className="kz-list-empty">{texts.noOptions}</p>}
          >
            {(option: { readonly id: string; readonly label: string; readonly hint?: string }) => (
              <ListBoxItem id={option.id} textValue={option.label} className="kz-option">
                <span />
                <Text slot="label">{option.label}</Text>
                {option.hint !== undefined && (
                  <Text slot="description" className="kz-option-hint">
                    {option.hint}
                  </Text>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </InLocale>
  );
}
