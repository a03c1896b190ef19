/** Reads the real files that lie beside the checkout, through the test server; undefined where they are absent. */
import { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    readSharedData(path: string): Promise<string | null>;
  }
}

export async function readSharedData(path: string): Promise<Blob | undefined> {
  const base64 = await commands.readSharedData(path);
  if (base64 === null) return undefined;
  const response = await fetch(`data:application/octet-stream;base64,${base64}`);
  return response.blob();
}
