import { describe, expect, it } from 'vitest';
import { decideStart, type Found, type StartFacts } from './start-check.ts';

const identity = { databaseId: 'd', generation: 2, schemaVersion: 1, lastSeq: 10, lastOrder: 10 };
const manifest = { databaseId: 'd', generation: 2, schemaVersion: 1, lastSeq: 10, counts: {}, writtenAt: 1 };
const open: Found = { type: 'open', identity };
const absent: Found = { type: 'absent', dataLoss: false };

function decide(facts: Partial<StartFacts>) {
  return decideStart({ found: open, manifest, journalSeq: 10, snapshots: 0, schemaVersion: 1, ...facts });
}

describe('decideStart', () => {
  it('starts for the first time when neither side has anything', () => {
    const nothing = { found: absent, manifest: null, journalSeq: 0 };
    expect(decide(nothing)).toEqual({ type: 'first-run' });
    expect(decide({ ...nothing, found: { type: 'open', identity: undefined } })).toEqual({
      type: 'first-run',
    });
  });
  it('goes on when both sides agree', () => {
    expect(decide({})).toEqual({ type: 'fine' });
  });
  it('catches up with a journal that is ahead', () => {
    expect(decide({ journalSeq: 12 })).toEqual({ type: 'replay', afterSeq: 10 });
    expect(decide({ journalSeq: 12, manifest: null })).toEqual({ type: 'replay', afterSeq: 10 });
  });
  it('rebuilds what is missing, thrown away, unreadable, half made, or another database', () => {
    expect(decide({ found: absent })).toEqual({ type: 'rebuild', cause: 'missing' });
    expect(decide({ found: absent, manifest: null })).toEqual({ type: 'rebuild', cause: 'missing' });
    expect(decide({ found: absent, manifest: null, journalSeq: 0, snapshots: 1 })).toEqual({
      type: 'rebuild',
      cause: 'missing',
    });
    expect(decide({ found: { type: 'absent', dataLoss: true } })).toEqual({
      type: 'rebuild',
      cause: 'unreadable',
    });
    expect(decide({ found: { type: 'unreadable', detail: '' } })).toEqual({
      type: 'rebuild',
      cause: 'unreadable',
    });
    expect(decide({ found: { type: 'open', identity: undefined } })).toEqual({
      type: 'rebuild',
      cause: 'missing',
    });
    for (const other of [{ databaseId: 'e' }, { generation: 3 }]) {
      const decision = decide({ manifest: { ...manifest, ...other } });
      expect(decision).toEqual({ type: 'rebuild', cause: 'other-database' });
    }
  });
  it('keeps a good database whose main has forgotten it', () => {
    expect(decide({ manifest: null })).toEqual({ type: 'adopt' });
    expect(decide({ journalSeq: 3 })).toEqual({ type: 'adopt' });
  });
  it('shows what a newer version wrote, and changes nothing', () => {
    const newer = { ...identity, schemaVersion: 2 };
    expect(decide({ found: { type: 'newer', schemaVersion: 2 } })).toEqual({
      type: 'read-only',
      schemaVersion: 2,
    });
    expect(decide({ found: { type: 'open', identity: newer } })).toEqual({
      type: 'read-only',
      schemaVersion: 2,
    });
    const gone = decide({ found: absent, manifest: { ...manifest, schemaVersion: 2 } });
    expect(gone).toEqual({ type: 'refuse', schemaVersion: 2 });
  });
});
