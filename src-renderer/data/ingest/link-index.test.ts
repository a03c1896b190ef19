import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmedKey, LinkIndex } from './link-index.ts';
import { UnlinkedLog } from './unlinked-log.ts';

const SCOPE = 'crm';

function indexOf(confirmed: Readonly<Record<string, string>> = {}): LinkIndex {
  const links = new LinkIndex(confirmed);
  links.add('account', SCOPE, {
    id: 'aoba',
    externalId: '0015g00000AbCdE',
    name: 'Aoba Logistics K.K.',
    domain: 'https://www.aoba.example/',
  });
  links.add('account', SCOPE, { id: 'birch', externalId: '9002', name: 'Birch & Company' });
  links.add('account', SCOPE, { id: 'cedar', externalId: 'zcrm_4150868000001', name: 'Cedar' });
  links.add('contact', SCOPE, {
    id: 'sato',
    account: 'aoba',
    externalId: 'C-1',
    name: 'Sato Misaki',
    email: 'sato@aoba.example',
  });
  return links;
}

describe('a cell finds its record', () => {
  const links = indexOf();

  it('by domain, however the address is written', () => {
    for (const text of ['aoba.example', 'WWW.Aoba.Example', 'http://aoba.example/about'])
      expect(links.find('account', 'domain', SCOPE, text)).toBe('aoba');
    expect(links.find('account', 'domain', SCOPE, 'oba.example')).toBeUndefined();
  });

  it('by the e-mail address of somebody there', () => {
    expect(links.find('contact', 'email', SCOPE, 'SATO@aoba.example')).toBe('sato');
    expect(links.find('account', 'email', SCOPE, 'anybody@aoba.example')).toBe('aoba');
    expect(links.find('contact', 'email', SCOPE, 'anybody@aoba.example')).toBeUndefined();
    expect(links.accountByEmail('anybody@aoba.example')).toBe('aoba');
    expect(links.accountByEmail('anybody@elsewhere.example')).toBeUndefined();
    expect(links.accountByEmail('no address')).toBeUndefined();
  });

  it('by a reference with its mark', () => {
    expect(links.find('account', 'reference', SCOPE, '@9002')).toBe('birch');
  });

  it('by ids of 15 and 18 characters, whichever the file has', () => {
    expect(links.find('account', 'externalId', SCOPE, '0015g00000AbCdEQAX')).toBe('aoba');
    const long = new LinkIndex({});
    long.add('account', SCOPE, { id: 'long', externalId: '0015g00000AbCdEQAX' });
    expect(long.find('account', 'externalId', SCOPE, '0015g00000AbCdE')).toBe('long');
    // Another case is another id.
    expect(long.find('account', 'externalId', SCOPE, '0015g00000abcde')).toBeUndefined();
  });

  it('by the first known of several ids in one cell', () => {
    expect(links.find('account', 'externalId', SCOPE, '1;9002;9999')).toBe('birch');
    expect(links.find('account', 'externalId', SCOPE, '9999;8888')).toBeUndefined();
  });

  it('by an id with and without the mark of its tool', () => {
    expect(links.find('account', 'externalId', SCOPE, '4150868000001')).toBe('cedar');
    const bare = new LinkIndex({});
    bare.add('account', SCOPE, { id: 'bare', externalId: '4150868000001000' });
    expect(bare.find('account', 'externalId', SCOPE, 'zcrm_4150868000001000')).toBe('bare');
    const marked = new LinkIndex({});
    marked.add('account', SCOPE, { id: 'marked', externalId: 'zcrm_4150868000001000' });
    expect(marked.find('account', 'externalId', SCOPE, '4150868000001000')).toBe('marked');
  });

  it('by the name of a person as well', () => {
    expect(links.find('contact', 'name', SCOPE, 'sato  misaki')).toBe('sato');
  });

  it('not where two share a key, and not among the ids of another source', () => {
    const two = new LinkIndex({});
    two.add('account', 'a', { id: 'x', externalId: '1', name: 'Twin' });
    two.add('account', 'b', { id: 'y', externalId: '1', name: 'Twin' });
    expect(two.find('account', 'name', 'a', 'Twin')).toBeUndefined();
    expect(two.find('account', 'externalId', 'a', '1')).toBe('x');
    expect(two.find('account', 'externalId', 'b', '1')).toBe('y');
    expect(two.find('account', 'externalId', 'c', '1')).toBeUndefined();
  });

  it('by what a person confirmed, before anything else', () => {
    const tied = indexOf({ [confirmedKey('contact', 'M. Sato')]: 'sato' });
    const id = tied.find('contact', 'name', SCOPE, 'M. Sato');
    expect(id).toBe('sato');
    expect(tied.accountOf(id ?? '')).toBe('aoba');
    expect(tied.find('account', 'name', SCOPE, 'M. Sato')).toBeUndefined();
  });

  it('whatever the text is, without throwing, and never an id that was not added', () => {
    const ids = new Set(['aoba', 'birch', 'cedar', 'sato', undefined]);
    const by = fc.constantFrom('externalId', 'domain', 'email', 'name', 'reference' as const);
    fc.assert(fc.property(by, fc.string(), (way, text) => ids.has(links.find('account', way, SCOPE, text))));
  });
});

describe('what stays unlinked', () => {
  it('is offered records of the kind that it should name', () => {
    const log = new UnlinkedLog();
    log.add('tickets', 'contact', 'satoo@aoba.example');
    log.add('tickets', 'contact', 'Sato Misakki');
    log.add('tickets', 'account', 'Aoba Logistic');
    const near = new Map(log.report(indexOf(), false).unlinked.map((value) => [value.value, value.near[0]]));
    expect(near.get('satoo@aoba.example')).toMatchObject({
      id: 'sato',
      name: 'Sato Misaki · sato@aoba.example',
    });
    expect(near.get('Sato Misakki')).toMatchObject({ id: 'sato', name: 'Sato Misaki' });
    expect(near.get('Aoba Logistic')).toMatchObject({ id: 'aoba' });
  });
});
