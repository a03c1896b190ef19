/** The icon of each kind of entry; its word always stands beside it. */
import {
  Activity,
  CircleDot,
  CircleSlash2,
  GraduationCap,
  LifeBuoy,
  Lock,
  type LucideIcon,
  Mail,
  MapPin,
  Megaphone,
  MessageSquareQuote,
  Phone,
  Presentation,
  SquareCheckBig,
  StickyNote,
  UsersRound,
} from 'lucide-react';
import type { FieldTexts } from '#renderer/i18n/en/fields.ts';
import type { timeline } from '#renderer/i18n/en/timeline.ts';
import type { TimelineKind } from './timeline-kinds.ts';

export const KIND_ICONS: Readonly<Record<TimelineKind, LucideIcon>> = {
  meeting: UsersRound,
  call: Phone,
  email: Mail,
  visit: MapPin,
  qbr: Presentation,
  training: GraduationCap,
  note: StickyNote,
  'internal-note': Lock,
  update: Megaphone,
  task: SquareCheckBig,
  other: CircleDot,
  ticket: LifeBuoy,
  usage: Activity,
  survey: MessageSquareQuote,
  churn: CircleSlash2,
};

interface KindWords {
  readonly texts: typeof timeline;
  readonly fields: FieldTexts;
}

/** The word for one entry of the kind. */
export function kindWord(kind: TimelineKind, { texts, fields }: KindWords): string {
  switch (kind) {
    case 'ticket':
    case 'usage':
    case 'survey':
    case 'churn':
      return texts.kindOne[kind];
    default:
      return fields.choices.kind[kind];
  }
}

/** The word for the kind in the filter. */
export function kindsWord(kind: TimelineKind, words: KindWords): string {
  switch (kind) {
    case 'ticket':
    case 'usage':
    case 'survey':
    case 'churn':
      return words.texts.kinds[kind];
    default:
      return kindWord(kind, words);
  }
}
