import { expect, it } from 'vitest';
import { splitHash } from './hash-location.ts';

it.each([
  ['', '/', ''],
  ['#/accounts', '/accounts', ''],
  ['#accounts/1?tab=people', '/accounts/1', 'tab=people'],
  ['#/accounts/1?entry=a%2Fb&q=what?', '/accounts/1', 'entry=a%2Fb&q=what?'],
])('%s is path %s and query %s', (hash, path, query) => {
  expect(splitHash(hash)).toEqual([path, query]);
});
