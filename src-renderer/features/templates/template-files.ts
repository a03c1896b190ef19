/** Templates out into files and back: names, kinds and languages travel in the head of the Markdown. */
import type { TemplateInput, TemplateView } from '#renderer/data/templates.ts';
import { saveFile } from '#renderer/ui/save-file.ts';
import { fileNameOf } from '#shared/base/file-name.ts';
import { readTemplateFile, writeTemplateFile } from '#shared/domain/notes/template-file.ts';

export function saveTemplateFile(template: TemplateView): void {
  const name = fileNameOf(template.name, 'md', 'template');
  saveFile(name, [writeTemplateFile(template)], 'text/markdown');
}

export interface ReadTemplates {
  readonly templates: readonly TemplateInput[];
  /** Names of files that are no templates. */
  readonly refused: readonly string[];
}

/** Far above any template; larger files are not even read. */
const MOST_BYTES = 1_000_000;

/** `kinds`: ids that exist here; a template of another kind becomes one for a meeting. */
export async function readTemplateFiles(
  files: readonly File[],
  kinds: ReadonlySet<string>,
): Promise<ReadTemplates> {
  const templates: TemplateInput[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const read = file.size > MOST_BYTES ? undefined : readTemplateFile(await file.text(), file.name);
    if (read?.ok === true) {
      const { kind } = read.value;
      templates.push({ ...read.value, kind: kinds.has(kind) ? kind : 'meeting' });
    } else refused.push(file.name);
  }
  return { templates, refused };
}
