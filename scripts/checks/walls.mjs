/** `npm run walls`: proves on a small tree that each wall can fail, then checks the walls of the house. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const FOLDERS = ['src-shared', 'src-main', 'src-renderer', 'test', 'scripts'];

/** dependency-cruiser asks swc for TypeScript without JSX whatever the file; its parser is told by the file's name. */
function parseJsxToo() {
  const swc = require('@swc/core');
  const parse = swc.parseFileSync;
  swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: /\.[jt]sx$/.test(file) });
}

async function cruiseTree(baseDir) {
  parseJsxToo();
  const { cruise } = await import('dependency-cruiser');
  const { options, ...ruleSet } = require('../../.dependency-cruiser.cjs');
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const folders = FOLDERS.filter((folder) => existsSync(`${baseDir}/${folder}`));
  const { output } = await cruise(folders, {
    ...cruiseOptions,
    enhancedResolveOptions,
    ruleSet: { ...ruleSet, options },
    validate: true,
    baseDir,
  });
  return { modules: output.modules, violations: output.summary.violations };
}

/** A broken wall once per pair of files, with the reason why it stands. */
function explain(violations, ruleSet) {
  const why = new Map(ruleSet.forbidden.map(({ name, comment }) => [name, comment]));
  return violations.map(({ rule, from, to, cycle }) => {
    const path =
      cycle === undefined ? `${from} → ${to}` : [from, ...cycle.map(({ name }) => name)].join(' → ');
    return `${rule.name}: ${path}\n    ${why.get(rule.name) ?? ''}`;
  });
}

async function main() {
  const { proveWalls } = await import('./prove-walls.mjs');
  if (process.argv.includes('--tree')) {
    const { violations } = await cruiseTree(process.argv.at(-1));
    process.stdout.write(JSON.stringify(violations));
    return 0;
  }
  const ruleSet = require('../../.dependency-cruiser.cjs');
  const unproven = proveWalls(ruleSet, fileURLToPath(import.meta.url));
  for (const line of unproven) console.error(`wall not proven: ${line}`);
  const { modules, violations } = await cruiseTree(root);
  for (const line of explain(violations, ruleSet)) console.error(line);
  console.log(
    `walls: ${ruleSet.forbidden.length} rules, ${ruleSet.forbidden.length - unproven.length} proven; ` +
      `${modules.length} modules, ${violations.length} broken`,
  );
  return unproven.length + violations.length === 0 ? 0 : 1;
}

process.exit(await main());
