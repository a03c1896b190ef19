/** The contract over Electron's IPC: only our own page's main frame is heard, and each message is checked. */
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Dispatch } from '#main/services/dispatch.ts';
import { err } from '#shared/base/result.ts';
import { requestSchema, type WireReply } from '#shared/ipc/wire.ts';
import { IPC_CALL, IPC_STREAM } from '#shared/ipc/wire-names.ts';
import { createStreamPump, type StreamPump } from '../stream-pump.ts';
import { isOurs } from './origin.ts';

/** A frame inside the page, a page that navigated away or a window of somebody else is not our renderer. */
export function isTrustedSender({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}

export function serveIpc(ipcMain: IpcMain, dispatch: Dispatch, onRefused: (what: string) => void): void {
  const pumps = new Map<number, StreamPump>();

  ipcMain.handle(IPC_CALL, async (event, message: unknown) => {
    if (!isTrustedSender(event)) {
      onRefused('call from a foreign frame');
      return err({ code: 'not-allowed', detail: 'not from our page' });
    }
    const request = requestSchema.safeParse(message);
    if (!request.success || request.data.type !== 'call') {
      onRefused('call that does not fit');
      return err({ code: 'bad-input', detail: 'not a call' });
    }
    return dispatch.call(request.data.channel, request.data.input);
  });

  const pumpOf = (contents: WebContents): StreamPump => {
    const known = pumps.get(contents.id);
    if (known !== undefined) return known;
    const send = (reply: WireReply): void => {
      if (!contents.isDestroyed()) contents.send(IPC_STREAM, reply);
    };
    const pump = createStreamPump(dispatch, send);
    const end = (): void => pump.close();
    pumps.set(contents.id, pump);
    // A reload or a crash leaves the contents alive but nobody who reads: the streams of the old page end.
    contents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) end();
    });
    contents.on('render-process-gone', end);
    contents.once('destroyed', () => {
      end();
      pumps.delete(contents.id);
    });
    return pump;
  };

  ipcMain.on(IPC_STREAM, (event, message: unknown) => {
    if (!isTrustedSender(event)) return onRefused('stream from a foreign frame');
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success || parsed.data.type === 'call') return onRefused('stream message that does not fit');
    const request = parsed.data;
    const pump = pumpOf(event.sender);
    if (request.type === 'open') pump.open(request.id, request.channel, request.input);
    else if (request.type === 'next') pump.next(request.id);
    else pump.cancel(request.id);
  });
}
