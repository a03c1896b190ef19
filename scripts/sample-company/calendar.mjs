/** Days as whole numbers around the fixed reference day; the loader shifts everything from there to today. */

export const REFERENCE_DATE = '2026-11-21';
/** The history that the files hold: 24 months before the reference day. */
export const WINDOW_DAYS = 730;

const DAY_MS = 86_400_000;

export function dayOf(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

export function isoOf(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export const REFERENCE_DAY = dayOf(REFERENCE_DATE);
export const WINDOW_START = REFERENCE_DAY - WINDOW_DAYS;

/** The day so many days before the reference day; negative looks ahead. */
export function ago(days) {
  return REFERENCE_DAY - days;
}

export function addMonths(day, months) {
  const date = new Date(day * DAY_MS);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), last));
  return Math.round(target.getTime() / DAY_MS);
}

/** Contracts start on the first of a month. */
export function firstOfMonth(day) {
  return dayOf(`${isoOf(day).slice(0, 7)}-01`);
}

/** 0 = Monday. */
export function weekday(day) {
  return (((day + 3) % 7) + 7) % 7;
}

export function mondayOf(day) {
  return day - weekday(day);
}

/** People meet on working days: a weekend moves to the Friday before. */
export function workday(day) {
  const w = weekday(day);
  return w > 4 ? day - (w - 4) : day;
}

/** A moment as UTC text. `minutes` counts from midnight in the account's own zone. */
export function instant(day, minutes, zoneHours) {
  return new Date(day * DAY_MS + (minutes - zoneHours * 60) * 60_000).toISOString().replace('.000Z', 'Z');
}
