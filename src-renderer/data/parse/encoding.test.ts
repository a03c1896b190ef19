import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding as EncodingName } from '#shared/model/import-plan.ts';
import { decodeStream, detectEncoding } from './encoding.ts';

const JAPANESE =
  '会社名,部署名,役職,氏名\r\n株式会社アクメ,営業部,部長,佐藤 花子\r\nさくら商事,ＤＸ推進室,課長,鈴木 一郎\r\n';
const WESTERN = 'Nom,Ville\r\nAndré Müller,Orléans\r\nJosé Peña,Málaga centro\r\nÅsa Öberg,Gävle\r\n';

const utf16 = (text: string, big: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
};
const japanese = (text: string, to: 'SJIS' | 'EUCJP') =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' }));
const western = (text: string) => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));

const guess = (...pieces: Uint8Array[]) => detectEncoding(pieces)[0]?.encoding;

describe('detectEncoding', () => {
  it.each<[EncodingName, Uint8Array, string]>([
    ['utf-8', new TextEncoder().encode(JAPANESE), JAPANESE],
    ['utf-8', new TextEncoder().encode(`\ufeff${JAPANESE}`), JAPANESE],
    ['utf-8', new TextEncoder().encode('plain,ascii\n1,2\n'), 'plain,ascii\n1,2\n'],
    ['utf-16le', utf16(`\ufeff${JAPANESE}`, false), JAPANESE],
    ['utf-16be', utf16(`\ufeff${JAPANESE}`, true), JAPANESE],
    ['utf-16le', utf16(JAPANESE, false), JAPANESE],
    ['utf-16be', utf16(WESTERN, true), WESTERN],
    ['shift_jis', japanese(JAPANESE, 'SJIS'), JAPANESE],
    ['euc-jp', japanese(JAPANESE, 'EUCJP'), JAPANESE],
    ['windows-1252', western(WESTERN), WESTERN],
  ])('%s', (encoding, bytes, text) => {
    expect(guess(bytes)).toBe(encoding);
    expect(decodeStream(encoding).decode(bytes)).toBe(text);
  });
  it('reads the signs that only code page 932 has', () => {
    expect(decodeStream('shift_jis').decode(Uint8Array.from([0x87, 0x8a, 0x87, 0x40, 0xfb, 0xfc]))).toBe(
      '㈱①髙',
    );
  });
  it('is not misled by a sample cut in the middle of a character', () => {
    const pad = 'a,b\n'.repeat(10);
    for (const [encoding, bytes] of [
      ['utf-8', new TextEncoder().encode(pad + JAPANESE.repeat(3))],
      ['shift_jis', japanese(pad + JAPANESE.repeat(3), 'SJIS')],
      ['euc-jp', japanese(pad + JAPANESE.repeat(3), 'EUCJP')],
    ] as const) {
      for (let cut = bytes.length - 12; cut < bytes.length; cut++)
        expect(guess(bytes.subarray(0, cut))).toBe(encoding);
      for (let from = 150; from < 162; from++)
        expect(guess(bytes.subarray(0, 149), bytes.subarray(from))).toBe(encoding);
    }
  });
  it('sees Japanese that begins only far down the file', () => {
    const ascii = new TextEncoder().encode('id,name\n'.repeat(50));
    expect(guess(ascii, japanese(JAPANESE, 'SJIS'))).toBe('shift_jis');
    expect(guess(ascii, western(WESTERN))).toBe('windows-1252');
  });
  it('sees through a damaged byte', () => {
    for (const [encoding, bytes] of [
      ['utf-8', new TextEncoder().encode(JAPANESE.repeat(3))],
      ['shift_jis', japanese(JAPANESE.repeat(3), 'SJIS')],
      ['euc-jp', japanese(JAPANESE.repeat(3), 'EUCJP')],
    ] as const) {
      const damaged = new Uint8Array([...bytes.subarray(0, bytes.length - 1), 0xff, 0x0a]);
      expect(guess(damaged)).toBe(encoding);
    }
  });
  it('ranks at least one encoding for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => detectEncoding([bytes]).length > 0));
  });
  it('decodes alike wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.constantFrom('shift_jis' as const, 'euc-jp' as const), fc.nat(), (encoding, at) => {
        const bytes = japanese(JAPANESE, encoding === 'shift_jis' ? 'SJIS' : 'EUCJP');
        const decoder = decodeStream(encoding);
        const cut = at % bytes.length;
        const text =
          decoder.decode(bytes.subarray(0, cut), { stream: true }) + decoder.decode(bytes.subarray(cut));
        expect(text).toBe(JAPANESE);
      }),
    );
  });
});
