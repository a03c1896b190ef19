/** Opens an address or a folder with the system's own program; never through a shell, failing is no error. */
import { spawn } from 'node:child_process';

function command(target: string): readonly [string, readonly string[]] {
  if (process.platform === 'darwin') return ['open', [target]];
  if (process.platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', target]];
  return ['xdg-open', [target]];
}

/** Whether a program took it, as far as one second shows. */
export function systemOpen(target: string): Promise<boolean> {
  return new Promise((resolve) => {
    const [program, args] = command(target);
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const patience = setTimeout(() => resolve(true), 1000);
    child.once('error', () => {
      clearTimeout(patience);
      resolve(false);
    });
    child.once('exit', (code) => {
      clearTimeout(patience);
      resolve(code === 0);
    });
    child.unref();
  });
}
