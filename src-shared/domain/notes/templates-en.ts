/** The templates. */
import type { BuiltInTemplate } from './built-in-templates.ts';

export const ENGLISH_TEMPLATES: readonly BuiltInTemplate[] = [];
