/** The templates. */
import type { BuiltInTemplate } from './built-in-templates.ts';

export const JAPANESE_TEMPLATES: readonly BuiltInTemplate[] = [];
