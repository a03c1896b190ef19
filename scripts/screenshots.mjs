/** Takes the pictures of docs/screenshots over the built browser shell, with the sample company. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { build, fail, install, root, say } from './build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';

const USAGE = `Usage: node scripts/screenshots.mjs [--all] [--out DIR]
  --all      every screen in both languages and both schemes (default: the few of the README)
  --out DIR  where to put them (default: docs/screenshots)`;

/** The pictures that are kept: each language and each scheme at least once. */
const KEPT = [
  'today-en-light',
  'health-ja-light',
  'accounts-en-light',
  'accounts-ja-dark',
  'account-en-dark',
  'account-ja-light',
  'import-en-light',
  'first-run-ja-light',
];

const VARIANTS = ['en', 'ja'].flatMap((language) =>
  ['light', 'dark'].map((scheme) => ({ language, scheme })),
);
const SAMPLE_MS = 90_000;

function options(args) {
  const out = args.indexOf('--out');
  const known = args.every(
    (arg, i) => arg === '--all' || arg === '--out' || (i > 0 && args[i - 1] === '--out'),
  );
  if (!known || (out !== -1 && args[out + 1] === undefined)) fail(USAGE, 2);
  return {
    all: args.includes('--all'),
    folder: resolve(out === -1 ? join(root, 'docs', 'screenshots') : args[out + 1]),
  };
}

function startShell(dataDir) {
  const program = join(root, 'out', 'main', 'browser.js');
  const child = spawn(process.execPath, [program, '--no-open', '--port', '0', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, failed) => {
    let said = '';
    child.on('exit', (code) => failed(new Error(`the shell ended with ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
      const link = /http:\/\/\S+/.exec(said)?.[0];
      if (link !== undefined && said.includes('\n')) done({ child, link });
    });
  });
}

/** Waits until nothing moves: lazily loaded parts, charts, fonts. */
async function settle(page) {
  // No hover in a picture.
  await page.mouse.move(1279, 799);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
}

/** Every screen: its name and the way to it. Found by class and position, because the words differ by language. */
const SCREENS = [
  { name: 'first-run', go: async (page) => page.waitForSelector('.acc-first') },
  {
    name: 'accounts',
    go: async (page) => {
      await page.locator('.acc-first button').first().click();
      await page.locator('[role=grid] a').first().waitFor({ timeout: SAMPLE_MS });
      await page.waitForTimeout(4_000);
    },
  },
  {
    name: 'account',
    go: async (page) => {
      await page.locator('[role=grid] a').first().click();
      await page.locator('[role=tab]').first().waitFor();
    },
  },
  ...[1, 2, 3, 4, 5, 6, 7].map((tab) => ({
    name: `account-tab-${tab}`,
    go: async (page) => {
      await page.locator('[role=tab]').nth(tab).click();
    },
  })),
  {
    name: 'health',
    go: async (page) => {
      await page.locator('[role=tab]').nth(2).click();
      await page.locator('.kz-health-big').waitFor();
      await page.waitForTimeout(2_000);
    },
  },
  {
    name: 'today',
    go: async (page, origin) => {
      await page.goto(`${origin}/#/today`);
      await page.waitForTimeout(5_000);
    },
  },
  {
    name: 'portfolio',
    go: async (page, origin) => {
      await page.goto(`${origin}/#/portfolio`);
      await page.waitForTimeout(3_000);
    },
  },
  { name: 'sources', go: async (page, origin) => page.goto(`${origin}/#/sources`) },
  {
    name: 'import-files',
    go: async (page, origin) => {
      await page.goto(`${origin}/#/sources/import`);
      const folder = join(root, 'resources', 'sample-company');
      const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(files.map((name) => join(folder, name)));
      await page.locator('.kz-import-foot .kz-button-primary:enabled').waitFor({ timeout: SAMPLE_MS });
    },
  },
  {
    name: 'import',
    go: async (page) => {
      await page.locator('.kz-import-foot .kz-button-primary').click();
    },
  },
  { name: 'settings', go: async (page, origin) => page.goto(`${origin}/#/settings`) },
];

async function takeVariant(browser, { language, scheme }, wants, folder) {
  const temporary = mkdtempSync(join(tmpdir(), 'kizuna-shots-'));
  const { child, link } = await startShell(join(temporary, 'data'));
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(link);
    await page.locator('.kz-rail').waitFor();
    const { origin } = new URL(link);
    for (const { name, go } of SCREENS) {
      await go(page, origin);
      const picture = `${name}-${language}-${scheme}`;
      if (!wants(picture)) continue;
      await settle(page);
      await page.screenshot({ path: join(folder, `${picture}.png`) });
      say(picture);
    }
  } finally {
    await context.close();
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const { all, folder } = options(process.argv.slice(2));
install();
build();
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_FLAGS] });
try {
  for (const variant of VARIANTS) {
    await takeVariant(browser, variant, (picture) => all || KEPT.includes(picture), folder);
  }
} finally {
  await browser.close();
}
