/** `npm test`: every proof in order, the fast ones first; the short ones beside each other; stops where one fails and says which. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, install, root, say } from './build.mjs';
import { countPlaywright, countVitest, ONE_FAILED, ONE_PASSED, sum } from './checks/count-results.mjs';
import { ensureChromium } from './chromium.mjs';

const USAGE = `Usage: npm test -- [--only STEP | --from STEP] [-- arguments for the tool of that one step]
Steps in order: `;
const STEP_LIMIT_MS = 20 * 60_000;
const FAULT_ROUNDS = process.env.KIZUNA_FAULT_ROUNDS ?? '6';

/** A log is read without a terminal: no colours then, whatever the environment asks for. */
const isTerminal = process.stdout.isTTY === true;
const COLOURS = isTerminal ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };

const tool = (path) => join(root, 'node_modules', ...path.split('/'));
const results = mkdtempSync(join(tmpdir(), 'kizuna-test-'));
process.on('exit', () => rmSync(results, { recursive: true, force: true }));

const vitest = (name, ...more) => {
  const file = join(results, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    commands: [[tool('vitest/vitest.mjs'), 'run', '--project', name, ...more, ...reporters]],
    count: () => countVitest(file),
  };
};

/** Two of them at once take two thirds of the time of one: a page leaves half of a core idle. */
function inHalves(name, path) {
  const one = vitest(name);
  const halves = [[path], ['--exclude', `${path}/**`]].map((which, i) => {
    const file = join(results, `${name}-${i}.json`);
    const [command] = one.commands;
    const plain = command.filter((arg) => !arg.startsWith('--outputFile'));
    return { commands: [[...plain, ...which, `--outputFile.json=${file}`]], count: () => countVitest(file) };
  });
  return { ...one, halves };
}

const e2eResults = join(results, 'e2e.json');

/** Each step: the commands that Node runs, and where the number of its tests stands. A step without one counts as 1. */
const STEPS = [
  {
    name: 'lint',
    commands: [
      [
        tool('@biomejs/biome/bin/biome'),
        'ci',
        `--colors=${isTerminal ? 'force' : 'off'}`,
        '--error-on-warnings',
        '--diagnostic-level=warn',
        '.',
      ],
    ],
    isShort: true,
  },
  {
    name: 'types',
    commands: ['src-shared', 'src-main', 'src-renderer', 'test'].map((project) => [
      tool('typescript/bin/tsc'),
      '-p',
      project,
    ]),
    isShort: true,
  },
  { name: 'walls', commands: [[join(root, 'scripts', 'checks', 'walls.mjs')]], isShort: true },
  { name: 'unused', commands: [[tool('knip/bin/knip.js'), '--no-progress']], isShort: true },
  // By itself one core is left idle, which on a small machine is half of it.
  vitest('unit', '--maxWorkers=100%'),
  { name: 'build', commands: [[join(root, 'scripts', 'build.mjs')]] },
  { ...inHalves('browser', 'src-renderer/features'), chromium: true },
  {
    name: 'e2e',
    commands: [[tool('@playwright/test/cli.js'), 'test', '--reporter=list,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eResults },
    count: () => countPlaywright(e2eResults),
    chromium: true,
  },
  {
    name: 'faults',
    commands: [[join(root, 'test', 'faults', 'kill.mjs')]],
    env: { KIZUNA_FAULT_ROUNDS: FAULT_ROUNDS },
    chromium: true,
  },
];

function chosenSteps(args) {
  const names = STEPS.map(({ name }) => name);
  const usage = USAGE + names.join(' ');
  const cut = args.indexOf('--');
  const own = cut === -1 ? args : args.slice(0, cut);
  const extra = cut === -1 ? [] : args.slice(cut + 1);
  if (own.length === 0) return { steps: STEPS, extra: [] };
  const [flag, name, ...rest] = own.flatMap((arg) => arg.split(/=(.*)/s, 2).filter((part) => part !== ''));
  const at = names.indexOf(name);
  if (rest.length > 0 || at === -1 || (flag !== '--only' && flag !== '--from')) fail(usage, 2);
  return flag === '--only' ? { steps: [STEPS[at]], extra } : { steps: STEPS.slice(at), extra: [] };
}

/** `heard`: pieces of what it prints are gathered there; otherwise they are shown at once. */
function run(args, env, heard) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: heard === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...COLOURS, ...env },
      timeout: STEP_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => heard.push(piece));
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** `undefined` counts: the tool ended without saying how many tests it had. */
async function runStep({ commands, env = {}, count }, extra, heard) {
  for (const command of commands) {
    if (await run([...command, ...extra], env, heard)) continue;
    const counted = count?.();
    return { ok: false, counts: counted === undefined || counted.failed === 0 ? ONE_FAILED : counted };
  }
  const counts = count === undefined ? ONE_PASSED : count();
  return counts === undefined ? { ok: false, counts: ONE_FAILED } : { ok: true, counts };
}

/** Both at once; the second is told as a whole after the first. */
async function runHalves({ halves, env }) {
  const heard = halves.map((_, i) => (i === 0 ? undefined : []));
  const ends = await Promise.all(halves.map((half, i) => runStep({ ...half, env }, [], heard[i])));
  for (const pieces of heard) if (pieces !== undefined) say(Buffer.concat(pieces).toString().trimEnd());
  return { ok: ends.every(({ ok }) => ok), counts: sum(ends.map(({ counts }) => counts)) };
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function main() {
  const { steps, extra } = chosenSteps(process.argv.slice(2));
  install();
  if (steps.some(({ chromium }) => chromium)) say(`Chromium: ${ensureChromium()}`);
  const started = performance.now();
  const done = [];
  const failed = [];
  const timed = async (step, heard) => {
    const since = performance.now();
    const isWhole = step.halves === undefined || extra.length > 0;
    const end = isWhole ? await runStep(step, extra, heard) : await runHalves(step);
    return { name: step.name, ...end, took: seconds(since) };
  };
  const finish = (outcome) => {
    done.push(outcome);
    if (!outcome.ok) failed.push(outcome.name);
  };
  // The short ones at once, each told as a whole; then the long ones one by one.
  const short = steps.filter(({ isShort }) => isShort);
  const outcomes = short.map(async (step) => {
    const heard = [];
    return { heard, outcome: await timed(step, heard) };
  });
  for (const [i, step] of short.entries()) {
    const { heard, outcome } = await outcomes[i];
    say(`\n== ${step.name}\n${Buffer.concat(heard).toString().trimEnd()}`);
    finish(outcome);
  }
  for (const step of steps.slice(short.length)) {
    if (failed.length > 0) break;
    say(`\n== ${step.name}`);
    finish(await timed(step));
  }
  say('');
  for (const { name, ok, counts, took } of done) {
    say(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${took.padStart(8)}  ${counts.passed} passed`);
  }
  const left = steps.slice(done.length).map(({ name }) => name);
  if (failed.length > 0)
    say(`Failed at ${failed.join(', ')}${left.length > 0 ? `; not run: ${left.join(', ')}` : ''}.`);
  const total = sum(done.map(({ counts }) => counts));
  say(`In ${seconds(started)}.`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

if (!existsSync(join(root, 'package.json'))) fail('Run this in the checkout.');
await main();
