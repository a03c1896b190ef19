/** Hands a file over to main: in slices, so that neither side ever holds more than one of them in memory. */
import type { FileTicket } from '#shared/ipc/contract.ts';
import { BridgeError } from './bridge-error.ts';
import { isFailure } from './replies.ts';

/** Electron gives a request body that is a file to main as one buffer; this is how large it may get. */
export const SLICE_BYTES = 16 * 1024 * 1024;

async function failureOf(answer: Response): Promise<BridgeError> {
  const told: unknown = await answer.json().catch(() => undefined);
  return new BridgeError(isFailure(told) ? told : { code: 'io', detail: `status ${answer.status}` });
}

/** Main is of the same version and has checked its answers; another one would be a bug. */
function isTicket(answer: unknown): answer is FileTicket {
  return typeof answer === 'object' && answer !== null && 'ticket' in answer && 'receivedAt' in answer;
}

function uploadOf(answer: unknown): string {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'upload' in answer &&
    typeof answer.upload === 'string'
  )
    return answer.upload;
  throw new Error('main did not say which upload goes on');
}

function toBridgeError(error: unknown): unknown {
  if (error instanceof BridgeError) return error;
  if (error instanceof DOMException && error.name === 'AbortError') {
    return new BridgeError({ code: 'cancelled', detail: 'cancelled by the caller' });
  }
  // A file that was moved or changed after it was chosen, or a server that went away: the browser says no more.
  return new BridgeError({ code: 'io', detail: error instanceof Error ? error.message : String(error) });
}

export async function uploadFile(
  file: File,
  onProgress: (sentBytes: number) => void = () => {},
  signal?: AbortSignal,
): Promise<FileTicket> {
  let upload = '';
  const put = async (at: number): Promise<Response> => {
    const query = new URLSearchParams({ name: file.name });
    if (file.size > SLICE_BYTES) {
      query.set('size', String(file.size));
      query.set('at', String(at));
      if (upload !== '') query.set('upload', upload);
    }
    const body = file.slice(at, at + SLICE_BYTES, 'application/octet-stream');
    const answer = await fetch(`/files?${query}`, {
      method: 'PUT',
      body,
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) throw await failureOf(answer);
    return answer;
  };

  try {
    let at = 0;
    for (;;) {
      const answer = await put(at);
      at = Math.min(at + SLICE_BYTES, file.size);
      onProgress(at);
      const told: unknown = await answer.json();
      if (answer.status === 201 && isTicket(told)) return told;
      upload = uploadOf(told);
    }
  } catch (error) {
    if (upload !== '') fetch(`/files/${upload}`, { method: 'DELETE' }).catch(() => {});
    throw toBridgeError(error);
  }
}

/** Where `fetch` reads the bytes of a ticket, from an offset if one is given. */
export function fileUrl(ticket: string, from = 0): string {
  const path = `/files/${encodeURIComponent(ticket)}`;
  return from === 0 ? path : `${path}?from=${from}`;
}
