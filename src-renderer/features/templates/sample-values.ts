/** What the variables say in the preview of a template: a made-up account. */
import type { FieldTexts } from '#renderer/i18n/en/fields.ts';
import type { templates } from '#renderer/i18n/en/templates.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { type Formats, isoDateOf } from '#renderer/i18n/format.ts';
import type { TemplateValues } from '#shared/domain/notes/render-template.ts';

const DAY = 86_400_000;
const RENEWAL_DAYS = 41;
const TOUCH_DAYS = 12;

export function sampleValues(
  sample: (typeof templates)['sample'],
  format: Formats,
  fields: FieldTexts,
  now: number,
): TemplateValues {
  return {
    'account.name': sample.account,
    'account.stage': choiceLabel(fields, 'stage', 'operation'),
    'account.segment': sample.segment,
    'account.domain': 'aoba.example',
    owner: sample.owner,
    arr: format.money({ minor: 18_200_000, currency: 'JPY' }),
    'renewal.date': format.date(isoDateOf(now + RENEWAL_DAYS * DAY)),
    'renewal.daysLeft': String(RENEWAL_DAYS),
    lastTouch: format.date(isoDateOf(now - TOUCH_DAYS * DAY)),
    'lastTouch.daysAgo': String(TOUCH_DAYS),
    openTickets: '3',
    date: format.date(isoDateOf(now)),
    time: format.time(now),
    attendees: format.list(sample.attendees),
    me: sample.owner,
  };
}
