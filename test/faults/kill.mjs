/** Kills browser and server at random instants while people type and files come in, damages the database, and checks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build as bundle } from 'vite';
import { build, install, root, say } from '../../scripts/build.mjs';
import { DAMAGES } from './damage.mjs';
import { createLedger } from './ledger.mjs';
import { freePort, startBrowser, startServer } from './machine.mjs';

const ROUNDS = Number(process.env.KIZUNA_FAULT_ROUNDS ?? 100);
/** So many damages as rounds, at most all of them. */
const DAMAGE_ROUNDS = Math.min(DAMAGES.length, ROUNDS);
const PAGE = '/__faults/';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };
const PATIENCE_MS = 120_000;
const ACCOUNTS = 300;
const EVENTS = 20_000;

const temporary = mkdtempSync(join(tmpdir(), 'kizuna-faults-'));
const dataDir = join(temporary, 'data');
const profile = join(temporary, 'profile');
const pageDir = join(temporary, 'page');
const ledger = createLedger();
const problems = [];

async function buildPage() {
  await bundle({
    root: join(root, 'test', 'faults', 'page'),
    base: PAGE,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: pageDir, emptyOutDir: true, target: 'esnext', minify: false },
  });
}

/** The page of the test lives on the app's own origin, where the app's database is. */
async function serve(context, origin) {
  await context.route(`${origin}${PAGE}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(PAGE.length) || 'index.html';
    const body = await readFile(join(pageDir, path)).catch(() => undefined);
    if (body === undefined) return route.fulfill({ status: 404 });
    await route.fulfill({ body, contentType: TYPES[extname(path)] ?? 'application/octet-stream' });
  });
}

async function start(port) {
  const server = await startServer(port, dataDir);
  try {
    const { context, kill } = await startBrowser(profile);
    const origin = `http://127.0.0.1:${port}`;
    await serve(context, origin);
    const page = await context.newPage();
    await page.exposeFunction('faultsSaved', (entry) => ledger.note(entry));
    page.on('pageerror', (error) => say(`  page: ${error.message}`));
    await page.goto(`${origin}${PAGE}#secret=${server.secret}`);
    await page.waitForFunction(() => window.faults !== undefined);
    return { server, page, killBrowser: kill };
  } catch (error) {
    await server.kill();
    throw error;
  }
}

/** Both die, in any order, a moment apart or at once. */
async function kill({ server, killBrowser }) {
  const both = [() => server.kill(), killBrowser];
  if (Math.random() < 0.5) both.reverse();
  const gap = Math.random() < 0.5 ? 0 : Math.random() * 300;
  const first = both[0]();
  await pause(gap);
  await Promise.all([first, both[1]()]);
}

function csv() {
  const lines = ['account_id,account_name,timestamp,feature,usage_count'];
  for (let i = 0; i < EVENTS; i++) {
    const account = i % ACCOUNTS;
    const at = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString();
    lines.push(`A-${account},Account ${account},${at},feature ${i % 7},${1 + (i % 9)}`);
  }
  return lines.join('\n');
}

function accountsCsv() {
  const lines = ['account_id,account_name,industry,country'];
  for (let i = 0; i < ACCOUNTS; i++) lines.push(`A-${i},Account ${i},Retail,Japan`);
  return lines.join('\n');
}

function importBoth(page) {
  return page.evaluate(
    async ([accounts, usage]) => {
      await window.faults.importFile('accounts.csv', accounts, 'faults');
      await window.faults.importFile('usage.csv', usage, 'faults-usage');
    },
    [accountsCsv(), csv()],
  );
}

/** What hangs is a fault as well, and must not hang the test. */
async function answer(work, what) {
  const late = pause(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`${what}: no answer within ${PATIENCE_MS} ms`);
  });
  return Promise.race([work, late]);
}

const open = ({ page }, where) =>
  answer(
    page.evaluate(() => window.faults.open()),
    `${where}: open`,
  );

function report(where, seen) {
  if (seen.state !== 'ready' && seen.state !== 'restored') {
    problems.push(`${where}: ${seen.state}: ${seen.detail}`);
    return;
  }
  for (const wrong of ledger.check(seen)) problems.push(`${where}: ${wrong}`);
  ledger.accept(seen);
}

async function killRound(round, port) {
  const machine = await start(port);
  const seen = await open(machine, `round ${round}`);
  report(`round ${round}`, seen);
  await machine.page.evaluate((n) => window.faults.work(n), round);
  // It dies with the browser; nobody waits for it.
  if (round % 2 === 1) importBoth(machine.page).catch(() => undefined);
  await pause(100 + Math.random() * 2_000);
  await kill(machine);
  return seen;
}

async function damageRound(damage, round, port) {
  const before = await start(port);
  const opened = await open(before, `before "${damage.name}"`);
  report(`before "${damage.name}"`, opened);
  await before.page.evaluate((n) => window.faults.work(n), round);
  await pause(800);
  await kill(before);
  damage.apply(profile);
  const machine = await start(port);
  let seen = await open(machine, `"${damage.name}"`);
  const first = `${seen.state}${seen.cause ? ` (${seen.cause})` : ''}`;
  if (seen.state === 'damaged') seen = await machine.page.evaluate(() => window.faults.restore());
  if (damage.certain && seen.state !== 'restored')
    problems.push(`"${damage.name}" was not told: ${seen.detail}`);
  report(`"${damage.name}"`, seen);
  say(`  ${damage.name}: ${first}`);
  await kill(machine);
}

/** The whole files twice over what the crashes left: complete, and nothing twice. Answers what the store looks like. */
async function importAtEnd(port) {
  const machine = await start(port);
  try {
    let seen = await open(machine, 'at the end');
    if (seen.state === 'damaged') seen = await machine.page.evaluate(() => window.faults.restore());
    report('at the end', seen);
    for (const time of ['first', 'second']) await answer(importBoth(machine.page), `${time} import`);
    return await answer(
      machine.page.evaluate(() => window.faults.look()),
      'after the last import',
    );
  } finally {
    await kill(machine);
  }
}

/** Flipped bytes may lie where nothing reads until the store tidies itself up: then the user is told in the midst of it. */
const LATE_DAMAGES = 3;

async function finalImport(port) {
  let seen = await importAtEnd(port);
  for (let late = 0; seen.state === 'damaged' && late < LATE_DAMAGES; late++) {
    say(`  noticed while importing, restored, imported again: ${seen.detail}`);
    seen = await importAtEnd(port);
  }
  report('after the last import', seen);
  if (seen.accounts !== ACCOUNTS + 1) problems.push(`${seen.accounts} accounts instead of ${ACCOUNTS + 1}`);
  if (seen.events !== EVENTS) problems.push(`${seen.events} events instead of ${EVENTS}`);
}

async function main() {
  install();
  build();
  await buildPage();
  const port = await freePort();
  const states = new Map();
  for (let round = 0; round < ROUNDS && problems.length < 20; round++) {
    const { state, cause } = await killRound(round, port);
    const name = cause === undefined ? state : `${state} (${cause})`;
    states.set(name, (states.get(name) ?? 0) + 1);
    if (round % 10 === 9) say(`  ${round + 1} kills, ${ledger.size} activities saved`);
  }
  say(`${ROUNDS} kills: ${[...states].map(([name, count]) => `${count} × ${name}`).join(', ')}`);
  for (const [i, damage] of DAMAGES.slice(0, DAMAGE_ROUNDS).entries())
    await damageRound(damage, ROUNDS + i, port);
  await finalImport(port);
  say(`${ledger.size} activities saved and found again, each once`);
}

try {
  await main();
} catch (error) {
  problems.push(error.stack);
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
for (const problem of problems) say(`FAULT ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
