/** The templates that Kizuna brings, in both languages. */
import { ENGLISH_TEMPLATES } from './templates-en.ts';
import { JAPANESE_TEMPLATES } from './templates-ja.ts';

export interface BuiltInTemplate {
  /** `NAME.LANGUAGE`; a user's own version of it is stored under the same id. */
  readonly id: string;
  readonly name: string;
  readonly language: 'en' | 'ja';
  readonly kind: string;
  readonly body: string;
}

export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [...ENGLISH_TEMPLATES, ...JAPANESE_TEMPLATES];
