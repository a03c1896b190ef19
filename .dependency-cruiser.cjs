/**
 * The walls of the house, checked by `npm run walls`. Each wall says why it stands; the reason is part of the error.
 * Parsed with swc, because TypeScript 7 has no JavaScript API for dependency-cruiser to use; type imports count too.
 * scripts/checks/walls.mjs proves on a small fixture tree that each wall can fail.
 */
const TEST = '\\.test\\.tsx?$';
const source = (path) => ({ path, pathNot: TEST });

/** A room and all that it may look into; tests are free to look anywhere. */
function room(name, path, mayUse, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: source(`^${path}/`),
    to: { path: '^src-', pathNot: [path, ...mayUse].map((folder) => `^${folder}/`) },
  };
}

/** A package that only one room may import. */
function onlyIn(name, packages, home, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: '^src-', pathNot: [TEST, ...home] },
    to: { path: `(^|/)node_modules/(${packages.join('|')})/|^(${packages.join('|')})$` },
  };
}

const SHARED = ['src-shared'];
const renderer = (...folders) => folders.map((folder) => `src-renderer/${folder}`);

/** base ← model ← domain | sync | import ← ipc */
const sharedRooms = [
  room(
    'shared-base',
    'src-shared/base',
    [],
    'base is the ground: what lies below everything can need nothing above it.',
  ),
  room(
    'shared-model',
    'src-shared/model',
    ['src-shared/base'],
    'A noun knows no rule: model stands on base alone, so that every rule can use every noun.',
  ),
  room(
    'shared-domain',
    'src-shared/domain',
    ['src-shared/base', 'src-shared/model'],
    'Rules about customers know neither sync nor import nor wire: they must hold wherever the data came from.',
  ),
  room(
    'shared-sync',
    'src-shared/sync',
    ['src-shared/base', 'src-shared/model'],
    'The merge decides by fields alone; a business rule in it would make two laptops disagree.',
  ),
  room(
    'shared-import',
    'src-shared/import',
    ['src-shared/base', 'src-shared/model'],
    'Recognising a file is guessing about text; it knows the nouns and nothing that is done with them.',
  ),
  room(
    'shared-ipc',
    'src-shared/ipc',
    ['src-shared/base', 'src-shared/model', 'src-shared/domain', 'src-shared/sync', 'src-shared/import'],
    'The contract describes what the rooms of shared say to each other over the wire, so it stands above them all and beside no shell.',
  ),
];

/** app → features → sync → data, platform → shared; beside them ui-state ← i18n ← ui */
const rendererRooms = [
  room(
    'renderer-ui-state',
    'src-renderer/ui-state',
    SHARED,
    'View state is a leaf: a filter or an open panel must not pull in screens or records.',
  ),
  room(
    'renderer-i18n',
    'src-renderer/i18n',
    [...SHARED, ...renderer('ui-state')],
    'Words are a leaf: they know the language that was chosen and nothing that is on the screen.',
  ),
  room(
    'renderer-ui',
    'src-renderer/ui',
    [...SHARED, ...renderer('i18n', 'ui-state')],
    'The kit is a leaf: a button that knew an account could not be used for anything else.',
  ),
  room(
    'renderer-platform',
    'src-renderer/platform',
    SHARED,
    'The bridge knows the shell and nothing of the app, so that a third shell would change this folder alone.',
  ),
  room(
    'renderer-data',
    'src-renderer/data',
    SHARED,
    'The data knows no screen, no words and no shell: it runs in a worker and in tests without them.',
  ),
  room(
    'renderer-sync',
    'src-renderer/sync',
    [...SHARED, ...renderer('data', 'platform')],
    'Sync moves records between data and bridge; a screen that it knew would have to be open for it to work.',
  ),
  room(
    'renderer-features',
    'src-renderer/features',
    [...SHARED, ...renderer('data', 'sync', 'platform', 'ui', 'ui-state', 'i18n')],
    'A feature never knows the frame that shows it: app joins features, not the other way round.',
  ),
];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two files that need each other are one file in two places; nobody can read or load one of them first.',
      severity: 'error',
      from: {},
      // A front door fetches its overlay on first use, and the overlay takes the door's types: that circle is open.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    ...sharedRooms,
    {
      name: 'shared-is-pure',
      comment:
        'shared runs in Node, in a worker and in the page: it needs no package but zod and nothing of the platform.',
      severity: 'error',
      from: source('^src-shared/'),
      to: { pathNot: ['^src-shared/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'main-not-renderer',
      comment:
        'main has no screen and holds no record: whatever it seems to need from the renderer belongs into shared.',
      severity: 'error',
      from: source('^src-main/'),
      to: {
        path: '^src-renderer/|(^|/)node_modules/(react|react-dom|dexie|zustand|wouter|echarts|react-aria-components)/',
      },
    },
    {
      name: 'main-services-not-shells',
      comment:
        'Both shells serve the very same services; one that knew its shell would work in one of them only.',
      severity: 'error',
      from: source('^src-main/(services|journal|connectors)/'),
      to: { path: '^src-main/(shells/|electron\\.ts|browser\\.ts|preload\\.ts)' },
    },
    {
      name: 'main-journal-alone',
      comment:
        'The journal keeps what people wrote: it depends on no service (only on the form of a failure), so that none can break it.',
      severity: 'error',
      from: source('^src-main/journal/'),
      to: { path: '^src-main/', pathNot: '^src-main/(journal/|services/service-error\\.ts$)' },
    },
    {
      name: 'shells-apart',
      comment: 'One shell that used the other could not be left out of a package.',
      severity: 'error',
      from: source('^src-main/shells/(electron|browser)/'),
      to: { path: '^src-main/shells/(electron|browser)/', pathNot: '^src-main/shells/$1/' },
    },
    {
      name: 'electron-in-its-shell',
      comment:
        'Only the Electron shell, its entry and the preload know Electron (and its raw ipcMain and ipcRenderer); everything else runs in the browser shell too.',
      severity: 'error',
      from: {
        path: '^src-',
        pathNot: [TEST, '^src-main/shells/electron/', '^src-main/(electron|preload)\\.ts$'],
      },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'renderer-not-node',
      comment: 'The page is sandboxed: there is no Node in it, and there must be no wish for it.',
      severity: 'error',
      from: source('^src-renderer/'),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-not-main',
      comment: 'The renderer asks main over the contract and never by import.',
      severity: 'error',
      from: source('^src-renderer/'),
      to: { path: '^src-main/' },
    },
    ...rendererRooms,
    {
      name: 'features-apart',
      comment:
        'Features meet in app/screens only: one that imports another can neither be changed nor left out alone.',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/', pathNot: TEST },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    onlyIn(
      'dexie-in-data',
      ['dexie'],
      ['^src-renderer/data/'],
      'The database has two doors, both in data; whoever imports Dexie elsewhere builds a third.',
    ),
    onlyIn(
      'parsers-in-data',
      ['papaparse', 'read-excel-file', 'fflate', 'encoding-japanese', '@streamparser'],
      ['^src-renderer/data/'],
      'Files are parsed in the worker of data, never on the UI thread.',
    ),
    onlyIn(
      'kit-in-ui',
      ['react-aria-components', 'echarts', '@internationalized'],
      ['^src-renderer/ui/'],
      'Screens use our kit; a second look at the library behind it would be a second kit.',
    ),
    onlyIn(
      'socket-in-shell',
      ['ws'],
      ['^src-main/shells/browser/'],
      'Only the browser shell speaks WebSocket; services see calls and streams.',
    ),
    {
      name: 'no-test-in-code',
      comment: 'What ships must not need what proves it.',
      severity: 'error',
      from: source('^(src-|scripts/(start|build|electron-program)\\.mjs$)'),
      to: { path: `^test/|${TEST}|(^|/)node_modules/(vitest|@vitest|fast-check|@playwright|playwright)/` },
    },
    {
      name: 'no-dev-package-in-code',
      comment:
        'A package that ships is a dependency; Electron is the exception, since it is the runtime itself.',
      severity: 'error',
      from: source('^src-'),
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/(electron|@types)/' },
    },
    {
      name: 'no-unknown-import',
      comment:
        'An import that does not resolve, or a package that package.json does not name, breaks on the next machine.',
      severity: 'error',
      from: { path: '^(src-|test/|scripts/)' },
      to: { couldNotResolve: true, pathNot: '^(vite|virtual):' },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that package.json does not name is there by chance only.',
      severity: 'error',
      from: { path: '^(src-|test/|scripts/)' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
