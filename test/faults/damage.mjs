/** Ways in which the files of a database go bad: deleted, cut short, overwritten. */
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function leveldb(profile) {
  const folder = join(profile, 'Default', 'IndexedDB');
  const found = readdirSync(folder).find(
    (name) => name.startsWith('http_127.0.0.1_') && name.endsWith('.leveldb'),
  );
  if (found === undefined) throw new Error(`no IndexedDB in ${folder}`);
  return join(folder, found);
}

function files(profile, pattern) {
  const folder = leveldb(profile);
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).size > 0);
}

const DATA = /\.(?:ldb|log)$/;

function drop(profile, pattern) {
  for (const path of files(profile, pattern)) rmSync(path);
}

/** Overwrites `count` bytes in the middle of each file that matches. */
function flip(profile, pattern, count) {
  for (const path of files(profile, pattern)) {
    const bytes = readFileSync(path);
    const from = Math.floor(bytes.length / 3);
    for (let i = from; i < Math.min(bytes.length, from + count); i++) bytes[i] ^= 0xa5;
    writeFileSync(path, bytes);
  }
}

function cut(profile, pattern) {
  for (const path of files(profile, pattern)) truncateSync(path, Math.floor(statSync(path).size / 2));
}

/** `certain`: something is surely lost, so the user must be told; otherwise nothing may be lost in silence. */
export const DAMAGES = [
  {
    name: 'the folder is deleted',
    certain: true,
    apply: (profile) => rmSync(leveldb(profile), { recursive: true }),
  },
  {
    name: 'all data files are deleted',
    certain: true,
    apply: (profile) => drop(profile, DATA),
  },
  {
    name: 'CURRENT is deleted',
    certain: true,
    apply: (profile) => drop(profile, /^CURRENT$/),
  },
  { name: 'CURRENT is overwritten', certain: true, apply: (profile) => flip(profile, /^CURRENT$/, 16) },
  { name: 'MANIFEST is cut in half', certain: false, apply: (profile) => cut(profile, /^MANIFEST/) },
  {
    name: '16 bytes of MANIFEST are flipped',
    certain: false,
    apply: (profile) => flip(profile, /^MANIFEST/, 16),
  },
  { name: 'all data files are cut in half', certain: false, apply: (profile) => cut(profile, DATA) },
  {
    name: '16 bytes of each data file are flipped',
    certain: false,
    apply: (profile) => flip(profile, DATA, 16),
  },
  {
    name: '16 bytes of the log are flipped',
    certain: false,
    apply: (profile) => flip(profile, /\.log$/, 16),
  },
  {
    name: '16 bytes of the tables are flipped',
    certain: false,
    apply: (profile) => flip(profile, /\.ldb$/, 16),
  },
];
