/** Playbooks out into files and back. */
import {
  type PlaybookContent,
  readPlaybookFile,
  writePlaybookFile,
} from '#shared/domain/playbooks/playbook-file.ts';
import type { Playbook } from '#shared/model/playbook.ts';

/** A name for the file that every system takes. */
function fileNameOf(name: string): string {
  const safe = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? 'playbook' : safe}.json`;
}

/** Hands the file to the browser's own download. */
export function savePlaybookFile(playbook: Playbook): void {
  const url = URL.createObjectURL(new Blob([writePlaybookFile(playbook)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(playbook.name);
  link.click();
  URL.revokeObjectURL(url);
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
