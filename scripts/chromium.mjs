/** Which Chromium the browser tests use: the system's where there is one, else Playwright's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fail, root, say } from './build.mjs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** No sandbox, because CI runs as root; nothing that calls home while a test listens for such calls. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

export function systemChromium() {
  return SYSTEM.find((path) => existsSync(path));
}

function playwrightChromium() {
  const { chromium } = createRequire(`${root}/package.json`)('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

function aptInstall() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
  // Japanese screens need a Japanese font, or their pictures and widths are of empty boxes.
  const packages = ['chromium', 'fonts-noto-cjk'];
  return apt('update', '-q') && apt('install', '-q', '-y', '--no-install-recommends', ...packages);
}

/** Makes sure that there is a Chromium, or ends with what to do about it. */
export function ensureChromium() {
  const there = systemChromium() ?? playwrightChromium();
  if (there !== undefined) return there;
  if (isRootOnDebian()) {
    say('Installing Chromium (once)…');
    if (aptInstall()) {
      const installed = systemChromium();
      if (installed !== undefined) return installed;
    }
    return fail('apt-get could not install Chromium; see above.');
  }
  return fail(
    'The browser tests need a Chromium. Install one with the system (Debian: apt-get install chromium),\n' +
      "or Playwright's own: npx playwright install chromium",
  );
}
