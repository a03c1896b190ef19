/** Which values name an account that could be made of them, and which ways of writing are one account. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedAccount } from './named-account.ts';

describe('a value that names an account', () => {
  it.each([
    ['name', '株式会社青葉', '株式会社青葉', undefined, undefined],
    ['name', ' Acme, Inc. ', 'Acme, Inc.', undefined, undefined],
    ['externalId', 'C-0042', 'C-0042', 'C-0042', undefined],
    ['domain', 'https://www.Acme.example/about', 'acme.example', undefined, 'acme.example'],
    ['email', 'Mika <mika@Aoba.co.jp>', 'aoba.co.jp', undefined, 'aoba.co.jp'],
    ['email', 'mika@aoba.co.jp', 'aoba.co.jp', undefined, 'aoba.co.jp'],
  ] as const)('by %s: %s', (by, text, name, externalId, domain) => {
    const values = namedAccount(by, text)?.values;
    expect([values?.name, values?.externalId, values?.domain]).toEqual([name, externalId, domain]);
  });

  it.each([
    ['name', ''],
    ['name', 'N/A'],
    ['name', '-'],
    ['name', '***'],
    ['name', '個人'],
    ['name', 'Unknown'],
    ['externalId', '9002;9999'],
    ['externalId', '000000000000000'],
    ['email', 'mika@gmail.com'],
    ['email', 'mika'],
    ['domain', 'localhost'],
    ['reference', '@AccountRef1'],
  ] as const)('by %s: %s names none', (by, text) => {
    expect(namedAccount(by, text)).toBeUndefined();
  });

  it.each([
    ['name', '株式会社青葉', '青葉（株）'],
    ['name', 'ACME Inc.', 'Ａｃｍｅ'],
    ['externalId', '0015g00000XyzAB', '0015g00000XyzABCAA'],
    ['domain', 'www.acme.example', 'mika@ACME.example'],
  ] as const)('by %s: %s and %s are one', (by, one, other) => {
    const [a, b] = [namedAccount(by, one)?.key, namedAccount(by, other)?.key];
    expect(a).toBeDefined();
    expect(b).toBe(a);
  });

  it('has the same key for the values that it gives an account', () => {
    fc.assert(
      fc.property(fc.constantFrom('name', 'externalId', 'domain', 'email'), fc.string(), (by, text) => {
        const named = namedAccount(by, text);
        if (named === undefined) return;
        expect(named.values.name.trim()).not.toBe('');
        const { name, externalId, domain } = named.values;
        const again = by === 'name' ? name : by === 'externalId' ? externalId : domain;
        expect(namedAccount(by === 'email' ? 'domain' : by, again ?? '')?.key).toBe(named.key);
      }),
    );
  });
});
