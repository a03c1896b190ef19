/** Every intent that the code writes has a name in both languages: a missing one fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations as english } from './en/operations.ts';
import { operations as japanese } from './ja/operations.ts';

const ROOT = join(import.meta.dirname, '..');

/** Intents made of a noun's name, as in `${noun}.edit`. */
const NOUNS = ['account', 'contact', 'subscription', 'opportunity', 'activity'];

/** These hand on an operation's own intent. */
const PASSING = new Set(['data/write-with-outbox.ts', 'data/undo-redo.ts']);

const CALL = /\b(?:write|decideAndWrite)(?:<\w+>)?\(\s*([^()]*?)(?:,|\))/g;
const INTENT = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

function sources(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^(data|features|app)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
}

/** What the first argument of a writing call can be: each literal in it, and what a constant stands for. */
function intentsOf(argument: string, text: string): string[] {
  const literals = [...argument.matchAll(/'([^']*)'/g)].map(([, literal = '']) => literal);
  const templates = [...argument.matchAll(/`\$\{\w+\}(\.\w+)`/g)].flatMap(([, rest = '']) =>
    NOUNS.map((noun) => noun + rest),
  );
  const named = /^[A-Z][A-Z_]+$/.test(argument)
    ? [...text.matchAll(new RegExp(`\\b${argument} = '([^']*)'`, 'g'))].map(([, literal = '']) => literal)
    : [];
  return [...literals, ...templates, ...named].filter((intent) => INTENT.test(intent));
}

function usedIntents(): Set<string> {
  const files = sources().filter((path) => !PASSING.has(path));
  const texts = files.map((path) => readFileSync(join(ROOT, path), 'utf8'));
  const everything = texts.join('\n');
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(CALL)].flatMap(([, argument = '']) => intentsOf(argument.trim(), everything)),
    ),
  );
}

describe('names of operations', () => {
  const used = usedIntents();

  it('finds the intents in the code', () => {
    expect([...used]).toEqual(
      expect.arrayContaining(['draft.type', 'note.finish', 'task.done', 'account.edit']),
    );
  });

  it.each([
    ['English', english],
    ['Japanese', japanese],
  ])('names each of them in %s', (_language, { names }) => {
    expect([...used].filter((intent) => !Object.hasOwn(names, intent))).toEqual([]);
  });

  it('names in Japanese what it names in English', () => {
    expect(Object.keys(japanese.names)).toEqual(Object.keys(english.names));
  });
});
