/** The templates that Kizuna brings, in both languages. */
import type { BuiltInTemplate } from './built-in-template.ts';
import { ENGLISH_TEMPLATES } from './templates-en.ts';
import { JAPANESE_TEMPLATES } from './templates-ja.ts';

export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [...ENGLISH_TEMPLATES, ...JAPANESE_TEMPLATES];
