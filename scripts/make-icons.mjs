/** Draws the pictures of the app's icon from resources/icons/icon.svg, with the Chromium that the tests use. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { root, say } from './build.mjs';
import { CHROMIUM_FLAGS, systemChromium } from './chromium.mjs';

const icons = join(root, 'resources/icons');
const publicFolder = join(root, 'src-renderer/public');
const svg = readFileSync(join(icons, 'icon.svg'), 'utf8');

/** Packages: electron-builder makes the forms of macOS and Windows from the largest. */
const PACKAGE_SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
/** What a browser asks for when the app is put on the desktop. */
const WEB_SIZES = [192, 512];

const executablePath = systemChromium();
const browser = await chromium.launch({
  args: [...CHROMIUM_FLAGS],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const page = await browser.newPage();

async function draw(size, path) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  );
  await page.screenshot({ path, omitBackground: true });
}

mkdirSync(publicFolder, { recursive: true });
for (const size of PACKAGE_SIZES) await draw(size, join(icons, `${size}x${size}.png`));
for (const size of WEB_SIZES) await draw(size, join(publicFolder, `icon-${size}.png`));
copyFileSync(join(icons, 'icon.svg'), join(publicFolder, 'icon.svg'));
await browser.close();
say(`Icons drawn: ${PACKAGE_SIZES.length + WEB_SIZES.length} pictures.`);
