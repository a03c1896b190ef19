import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDomain, foldEmail, foldName, nameIndex, nearNames } from './names.ts';
import { joinName } from './person-name.ts';

describe('foldName', () => {
  it.each<readonly string[]>([
    [
      '株式会社アクメ',
      'アクメ株式会社',
      '(株)アクメ',
      '㈱アクメ',
      'アクメ',
      '（株）アクメ',
      'ｱｸﾒ(株)',
      'カ）アクメ',
      'アクメ（カ',
      '株式会社　アクメ',
    ],
    ['有限会社さくら', 'さくら(有)', '㈲さくら', 'さくら 有限会社'],
    ['合同会社ミライ', '(同)ミライ', 'ミライ合同会社', 'ミライ G.K.'],
    ['一般社団法人 日本協会', '日本協会', '(一社)日本協会', '日本協会（一社）'],
    ['合資会社山田商店', '山田商店', '(資)山田商店'],
    [
      'Acme, Inc.',
      'ACME Inc',
      'Acme',
      'acme incorporated',
      'Ａｃｍｅ　Ｉｎｃ．',
      'The Acme Co., Ltd.',
      'Acme K.K.',
      'Acme, LLC',
      'Acme Corporation',
      'Acme Pty Ltd',
    ],
    ['Müller GmbH & Co. KG', 'Müller GmbH', 'Müller'],
    ['Smith and Sons Ltd', 'Smith & Sons Limited', 'Smith + Sons plc'],
    ['Telefónica S.A.', 'Telefónica SA', 'Telefónica'],
    ['Philips B.V.', 'Philips BV', 'Philips N.V.'],
    ['Siemens AG', 'Siemens A.G.'],
    ['NTT データ', 'ＮＴＴデータ', 'NTTデータ', 'ntt ﾃﾞｰﾀ'],
  ])('%s and its other spellings are one', (...names) => {
    expect(new Set(names.map(foldName)).size).toBe(1);
  });
  it('keeps different companies apart', () => {
    for (const [a, b] of [
      ['Acme', 'Acme Japan'],
      ['Apple', 'Applied'],
      ['株式会社山田', '株式会社山本'],
      ['アクメ東京', 'アクメ大阪'],
      ['AG', 'SA'],
      ['Company_1', 'Company_2'],
    ] as const) {
      expect(foldName(a)).not.toBe(foldName(b));
    }
  });
  it('joins accents and letters that a sign or a space had parted', () => {
    expect(foldName('Ε῍')).toBe(foldName('Ἒ'));
    expect(foldName('e\u0301x')).toBe(foldName('e-\u0301x'));
    expect(foldName('ΟΔΟΣ Α')).toBe(foldName('ΟΔΟΣΑ'));
    expect(foldName(foldName('𝚬῍ '))).toBe(foldName('𝚬῍ '));
  });
  it('never folds a name away', () => {
    for (const name of ['株式会社', 'Inc', 'Co.', '(株)', '!!!', 'K.K.']) expect(foldName(name)).not.toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        if (name.trim() !== '') expect(foldName(name)).not.toBe('');
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });
});

describe('nearNames', () => {
  const names = [
    'Acme Holdings',
    'Acme Japan K.K.',
    'Globex Corporation',
    '株式会社グローバル商事',
    'Initech',
    'Umbrella',
  ];
  const index = nameIndex(names.map((name, i) => ({ id: String(i), name })));
  it('ranks names that are meant alike', () => {
    expect(nearNames('Acme Japn', index)[0]?.name).toBe('Acme Japan K.K.');
    expect(nearNames('グローバル商事㈱', index)[0]).toEqual({
      id: '3',
      name: '株式会社グローバル商事',
      score: 1,
    });
    expect(nearNames('Globx Corp', index)[0]?.name).toBe('Globex Corporation');
    expect(nearNames('Zzyzx', index)).toEqual([]);
  });
  it('is fast over ten thousand names', () => {
    const many = nameIndex(
      Array.from({ length: 10_000 }, (_, i) => ({
        id: String(i),
        name: `Company ${i * 7919} ${'abcdef'[i % 6]} Group`,
      })),
    );
    const start = performance.now();
    for (let i = 0; i < 100; i++) nearNames(`Company ${i * 31} Grup`, many);
    expect((performance.now() - start) / 100).toBeLessThan(50);
  });
});

describe('addresses and people', () => {
  it('folds domains and e-mail addresses', () => {
    expect(foldDomain('https://WWW.Acme.com/jp')).toBe('acme.com');
    expect(foldEmail(' Jane@ACME.com ')).toBe('jane@acme.com');
  });
  it('joins names in the order of their script', () => {
    expect(joinName('太郎', '山田')).toBe('山田 太郎');
    expect(joinName('Jane', 'Doe')).toBe('Jane Doe');
    expect(joinName('', 'Doe')).toBe('Doe');
    expect(joinName(undefined, ' ')).toBeUndefined();
  });
});
