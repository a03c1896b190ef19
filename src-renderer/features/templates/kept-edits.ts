/** Templates that are being edited and are not saved yet, in localStorage: a window that closes or dies loses nothing. */
import type { TemplateView } from '#renderer/data/templates.ts';

const STORAGE_KEY = 'kizuna.template-edits';

export type TemplateDraft = Pick<TemplateView, 'name' | 'language' | 'kind' | 'body'>;

function readEdit(stored: unknown): TemplateDraft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { name, language, kind, body } = stored as Record<string, unknown>;
  if (typeof name !== 'string' || typeof kind !== 'string' || typeof body !== 'string') return undefined;
  return language === 'en' || language === 'ja' ? { name, language, kind, body } : undefined;
}

/** By the template's id. What is damaged, or of a Kizuna that stored it otherwise, is left out. */
export function parseEdits(text: string | null): Map<string, TemplateDraft> {
  const edits = new Map<string, TemplateDraft>();
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return edits;
    for (const [id, each] of Object.entries(stored)) {
      const edit = readEdit(each);
      if (edit !== undefined) edits.set(id, edit);
    }
  } catch {
    // Damaged: nothing is being edited then.
  }
  return edits;
}

function keptEdits(): Map<string, TemplateDraft> {
  try {
    return parseEdits(globalThis.localStorage?.getItem(STORAGE_KEY) ?? null);
  } catch {
    // Storage that is switched off is no reason not to edit.
    return new Map();
  }
}

export function keptEdit(id: string): TemplateDraft | undefined {
  return keptEdits().get(id);
}

/** Undefined: nothing of this template waits any more. */
export function keepEdit(id: string, edit: TemplateDraft | undefined): void {
  const edits = keptEdits();
  if (edit === undefined && !edits.has(id)) return;
  if (edit === undefined) edits.delete(id);
  else edits.set(id, edit);
  try {
    if (edits.size === 0) globalThis.localStorage?.removeItem(STORAGE_KEY);
    else globalThis.localStorage?.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries(edits)));
  } catch {
    // The edit then lasts until the form is left, which saves it.
  }
}
