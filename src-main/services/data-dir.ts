/** Where the data folder lies when nobody says otherwise: each platform's own convention. */
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export function defaultDataDir(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (platform === 'win32') {
    // Local, not roaming: a data folder of hundreds of megabytes must not follow the user through the network.
    return win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'Kizuna');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Kizuna');
  const xdg = env.XDG_DATA_HOME;
  // The XDG specification says that a relative path there is to be ignored.
  return posix.join(xdg?.startsWith('/') ? xdg : posix.join(home, '.local', 'share'), 'kizuna');
}
