/** The date picker itself, in the locale's order and words; loaded on first use (see `date-field.tsx`). */
import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { CalendarHeading } from 'react-aria-components/Calendar';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Label,
  Popover,
  Text,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { useText } from '#renderer/i18n/locale.ts';
import { classNames } from '../class-names.ts';
import type { DateFieldProps } from '../date-field.tsx';
import './date-picker-field.css';
import { InLocale } from './in-locale.tsx';
import './overlay.css';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function CalendarPanel() {
  const texts = useText('ui');
  return (
    <Calendar className="kz-calendar">
      <div className="kz-calendar-head">
        <Button slot="previous" className="kz-combo-button" aria-label={texts.previousMonth}>
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <CalendarHeading className="kz-calendar-month" />
        <Button slot="next" className="kz-combo-button" aria-label={texts.nextMonth}>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </div>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="kz-calendar-weekday">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className="kz-calendar-day" />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

/**
 * The group would take Enter with Ctrl for a press on itself and stop it: what is no typing in a date goes to the screen
 * instead, from outside of the group. Keys in the calendar are the calendar's.
 */
function passOn(event: ReactKeyboardEvent<HTMLElement>): void {
  const { currentTarget, target, nativeEvent } = event;
  const isTyping = !(event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key));
  if (isTyping || target === currentTarget || !(target instanceof Node) || !currentTarget.contains(target))
    return;
  event.stopPropagation();
  if (!currentTarget.dispatchEvent(new KeyboardEvent(event.type, nativeEvent))) event.preventDefault();
}

export function DatePickerField({
  label,
  hideLabel = false,
  hint,
  error,
  value,
  onChange,
  disabled = false,
  min,
  max,
}: DateFieldProps) {
  const texts = useText('ui');
  return (
    <InLocale>
      <DatePicker
        className="kz-field"
        value={value !== undefined && ISO_DATE.test(value) ? parseDate(value) : null}
        onChange={(date) => onChange(date === null ? undefined : date.toString())}
        isDisabled={disabled}
        isInvalid={error !== undefined}
        {...(min === undefined ? {} : { minValue: parseDate(min) })}
        {...(max === undefined ? {} : { maxValue: parseDate(max) })}
        granularity="day"
        shouldForceLeadingZeros
      >
        <Label className={classNames('kz-label', hideLabel && 'kz-visually-hidden')}>{label}</Label>
        <div role="presentation" onKeyDownCapture={passOn}>
          <Group className="kz-input kz-date">
            <DateInput className="kz-date-input">
              {(segment) => <DateSegment segment={segment} className="kz-date-segment" />}
            </DateInput>
            <Button className="kz-combo-button" aria-label={texts.openCalendar}>
              <CalendarDays size={14} strokeWidth={1.75} aria-hidden />
            </Button>
          </Group>
        </div>
        {(error ?? hint) !== undefined && (
          <Text slot="description" className={error === undefined ? 'kz-hint' : 'kz-field-error'}>
            {error ?? hint}
          </Text>
        )}
        <Popover className="kz-popover" offset={4}>
          <Dialog className="kz-popover-panel">
            <CalendarPanel />
          </Dialog>
        </Popover>
      </DatePicker>
    </InLocale>
  );
}
