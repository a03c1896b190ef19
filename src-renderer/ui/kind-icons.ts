/** The icons that a kind of activity can have, by the name that is stored. */
import {
  CalendarDays,
  CircleDot,
  Coffee,
  Factory,
  Gift,
  GraduationCap,
  Handshake,
  Lock,
  type LucideIcon,
  Mail,
  MapPin,
  Megaphone,
  MessageCircle,
  Phone,
  Presentation,
  SquareCheckBig,
  Star,
  StickyNote,
  UsersRound,
  Video,
  Wrench,
} from 'lucide-react';

export const KIND_ICON_CHOICES = {
  users: UsersRound,
  phone: Phone,
  mail: Mail,
  'map-pin': MapPin,
  presentation: Presentation,
  'graduation-cap': GraduationCap,
  'sticky-note': StickyNote,
  lock: Lock,
  megaphone: Megaphone,
  'square-check': SquareCheckBig,
  'circle-dot': CircleDot,
  coffee: Coffee,
  handshake: Handshake,
  video: Video,
  message: MessageCircle,
  factory: Factory,
  wrench: Wrench,
  star: Star,
  gift: Gift,
  calendar: CalendarDays,
} as const satisfies Record<string, LucideIcon>;

export type KindIconName = keyof typeof KIND_ICON_CHOICES;

export const KIND_ICON_NAMES = Object.keys(KIND_ICON_CHOICES) as readonly KindIconName[];

function isIconName(name: string): name is KindIconName {
  return Object.hasOwn(KIND_ICON_CHOICES, name);
}

export function kindIcon(name: string): LucideIcon {
  return isIconName(name) ? KIND_ICON_CHOICES[name] : CircleDot;
}
