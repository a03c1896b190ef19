/** A tree with one break of each wall: a rule that finds nothing there protects nothing. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Wall → [the file that breaks it, what it imports]. */
const BREAKS = {
  'no-circular': ['src-shared/base/one.ts', './two.ts'],
  'shared-base': ['src-shared/base/low.ts', '#shared/model/noun.ts'],
  'shared-model': ['src-shared/model/knows-rule.ts', '#shared/domain/rule.ts'],
  'shared-domain': ['src-shared/domain/knows-import.ts', '#shared/import/guess.ts'],
  'shared-sync': ['src-shared/sync/knows-rule.ts', '#shared/domain/rule.ts'],
  'shared-import': ['src-shared/import/knows-sync.ts', '#shared/sync/merge.ts'],
  'shared-ipc': ['src-shared/ipc/knows-page.ts', '#renderer/data/store.ts'],
  'shared-is-pure': ['src-shared/model/knows-react.ts', 'react'],
  'main-not-renderer': ['src-main/services/knows-page.ts', '#renderer/data/store.ts'],
  'main-services-not-shells': ['src-main/services/knows-shell.ts', '../shells/electron/ipc.ts'],
  'main-journal-alone': ['src-main/journal/knows-service.ts', '../services/log.ts'],
  'shells-apart': ['src-main/shells/browser/knows-other.ts', '../electron/ipc.ts'],
  'electron-in-its-shell': ['src-main/services/knows-electron.ts', 'electron'],
  'renderer-not-node': ['src-renderer/app/knows-node.ts', 'node:fs'],
  'renderer-not-main': ['src-renderer/app/knows-main.ts', '#main/services/log.ts'],
  'renderer-ui-state': ['src-renderer/ui-state/knows-data.ts', '#renderer/data/store.ts'],
  'renderer-i18n': ['src-renderer/i18n/knows-kit.ts', '#renderer/ui/button.tsx'],
  'renderer-ui': ['src-renderer/ui/knows-data.ts', '#renderer/data/store.ts'],
  'renderer-platform': ['src-renderer/platform/knows-data.ts', '#renderer/data/store.ts'],
  'renderer-data': ['src-renderer/data/knows-words.ts', '#renderer/i18n/words.ts'],
  'renderer-sync': ['src-renderer/sync/knows-kit.ts', '#renderer/ui/button.tsx'],
  'renderer-features': ['src-renderer/features/notes/knows-app.ts', '#renderer/app/frame.tsx'],
  'features-apart': ['src-renderer/features/notes/knows-plans.ts', '../plans/plan.ts'],
  'dexie-in-data': ['src-renderer/features/plans/knows-dexie.ts', 'dexie'],
  'parsers-in-data': ['src-renderer/features/plans/knows-parser.ts', 'papaparse'],
  'kit-in-ui': ['src-renderer/features/plans/knows-kit.ts', 'react-aria-components/Menu'],
  'socket-in-shell': ['src-main/services/knows-socket.ts', 'ws'],
  'no-test-in-code': ['src-renderer/data/knows-fake.ts', '#test/fakes/fake.ts'],
  'no-dev-package-in-code': ['src-renderer/app/knows-vite.ts', 'vite'],
  'no-unknown-import': ['src-renderer/app/knows-nothing.ts', './gone.ts'],
  'no-undeclared-package': ['src-renderer/app/knows-guest.ts', 'semver'],
};

/** What the breaks point at. */
const TARGETS = {
  'src-shared/base/two.ts': "import { one } from './one.ts';\n",
  'src-shared/model/noun.ts': '',
  'src-shared/domain/rule.ts': '',
  'src-shared/import/guess.ts': '',
  'src-shared/sync/merge.ts': '',
  'src-main/services/log.ts': '',
  'src-main/shells/electron/ipc.ts': '',
  'src-renderer/data/store.ts': '',
  'src-renderer/i18n/words.ts': '',
  'src-renderer/ui/button.tsx': 'const button = <button type="button" />;\n',
  'src-renderer/app/frame.tsx': '',
  'src-renderer/features/plans/plan.ts': '',
  'test/fakes/fake.ts': '',
};

function write(tree, path, text) {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Type imports must be caught as well, so every break is one; only a circle may be closed by a type. */
function plantTree(tree) {
  cpSync(join(root, 'package.json'), join(tree, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(TARGETS)) {
    write(tree, path, `${text}export const here = 1;\nexport type Here = number;\n`);
  }
  for (const [rule, [path, wanted]] of Object.entries(BREAKS)) {
    const what = rule === 'no-circular' ? '{ here }' : 'type { Here }';
    write(tree, path, `import ${what} from '${wanted}';\nexport const one = 1;\n`);
  }
}

/** The names of walls that did not see their break, or that have none. */
export function proveWalls(ruleSet, checker) {
  const tree = mkdtempSync(join(tmpdir(), 'kizuna-walls-'));
  try {
    plantTree(tree);
    const done = spawnSync(process.execPath, [checker, '--tree', tree], { encoding: 'utf8' });
    if (done.status !== 0) return [`the checker failed on the proving tree:\n${done.stderr}`];
    const seen = JSON.parse(done.stdout).map(({ rule, from }) => `${rule.name} ${from}`);
    return ruleSet.forbidden.flatMap(({ name }) => {
      const breach = BREAKS[name];
      if (breach === undefined) return [`${name} has no break in scripts/checks/prove-walls.mjs`];
      return seen.includes(`${name} ${breach[0]}`) ? [] : [`${name} did not see ${breach.join(' → ')}`];
    });
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}
