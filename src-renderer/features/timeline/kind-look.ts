/** Icon and word of each kind of entry; the word always stands beside the icon. */
import {
  Activity,
  ArrowRightLeft,
  BadgeDollarSign,
  CalendarClock,
  CircleDot,
  CircleSlash2,
  FileSignature,
  Flag,
  GraduationCap,
  HeartPulse,
  LifeBuoy,
  Lock,
  type LucideIcon,
  Mail,
  MapPin,
  Megaphone,
  MessageSquareQuote,
  Phone,
  Presentation,
  Scale,
  Siren,
  SquareCheckBig,
  StickyNote,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { FieldTexts } from '#renderer/i18n/en/fields.ts';
import type { timeline } from '#renderer/i18n/en/timeline.ts';
import { type BuiltInKind, isBuiltInKind, type TimelineKind } from '#shared/domain/timeline/kinds.ts';

const KIND_ICONS: Readonly<Record<BuiltInKind, LucideIcon>> = {
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
  next: CalendarClock,
  contract: FileSignature,
  deal: BadgeDollarSign,
  people: UserRound,
  health: HeartPulse,
  stage: ArrowRightLeft,
  plan: Flag,
  finding: Scale,
  escalation: Siren,
};

export interface KindWords {
  readonly texts: typeof timeline;
  readonly fields: FieldTexts;
  /** Names that the user gave to kinds. */
  readonly own: ReadonlyMap<string, string>;
}

export interface KindIcons {
  /** Icons that the user chose for kinds. */
  readonly icons: ReadonlyMap<string, LucideIcon>;
}

export function kindIcon(kind: TimelineKind, { icons }: KindIcons): LucideIcon {
  return icons.get(kind) ?? (isBuiltInKind(kind) ? KIND_ICONS[kind] : CircleDot);
}

/** The word for one entry of the kind. */
export function kindWord(kind: TimelineKind, { texts, fields, own }: KindWords): string {
  const named = own.get(kind);
  if (named !== undefined) return named;
  if (!isBuiltInKind(kind)) return fields.choices.kind.other;
  return kind in texts.kindOne
    ? texts.kindOne[kind as keyof typeof texts.kindOne]
    : fields.choices.kind[kind as keyof typeof fields.choices.kind];
}

/** The word for the kind in the filter. */
export function kindsWord(kind: TimelineKind, words: KindWords): string {
  const { texts, own } = words;
  if (own.has(kind) || !isBuiltInKind(kind) || !(kind in texts.kinds)) return kindWord(kind, words);
  return texts.kinds[kind as keyof typeof texts.kinds];
}
