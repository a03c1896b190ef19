/** Playbooks out into files and back. */
import { saveFile } from '#renderer/ui/save-file.ts';
import { fileNameOf } from '#shared/base/file-name.ts';
import {
  type PlaybookContent,
  readPlaybookFile,
  writePlaybookFile,
} from '#shared/domain/playbooks/playbook-file.ts';
import type { Playbook } from '#shared/model/playbook.ts';

export function savePlaybookFile(playbook: Playbook): void {
  const name = fileNameOf(playbook.name, 'json', 'playbook');
  saveFile(name, [writePlaybookFile(playbook)], 'application/json');
}

export interface ReadPlaybooks {
  readonly playbooks: readonly PlaybookContent[];
  /** Names of files that are no playbooks. */
  readonly refused: readonly string[];
}

/** Far above any playbook; larger files are not even read. */
const MOST_BYTES = 1_000_000;

export async function readPlaybookFiles(files: readonly File[]): Promise<ReadPlaybooks> {
  const playbooks: PlaybookContent[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const read = file.size > MOST_BYTES ? undefined : readPlaybookFile(await file.text());
    if (read === undefined) refused.push(file.name);
    else playbooks.push(read);
  }
  return { playbooks, refused };
}
