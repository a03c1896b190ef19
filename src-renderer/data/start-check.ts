/** Compares the database with what main remembers of it, before anything is read from it: the decision is pure. */
import type { Manifest } from '#shared/model/manifest.ts';
import type { Identity } from './identity.ts';
import type { RestoreCause } from './restore-report.ts';

/** How the database was found. */
export type Found =
  /** `dataLoss`: Chromium says itself that it threw a damaged one away. */
  | { readonly type: 'absent'; readonly dataLoss: boolean }
  | { readonly type: 'unreadable'; readonly detail: string }
  /** Written by a newer version of the schema. */
  | { readonly type: 'newer'; readonly schemaVersion: number }
  /** Opened; without an identity it is new or its making did not come to the end. */
  | { readonly type: 'open'; readonly identity: Identity | undefined };

export interface StartFacts {
  readonly found: Found;
  readonly manifest: Manifest | null;
  readonly journalSeq: number;
  /** Asked only when there is no database and no manifest. */
  readonly snapshots: number;
  /** The newest schema that this version can read. */
  readonly schemaVersion: number;
}

export type StartDecision =
  | { readonly type: 'first-run' }
  | { readonly type: 'fine' }
  /** The journal holds operations that the database does not. */
  | { readonly type: 'replay'; readonly afterSeq: number }
  /** The database is good and main has forgotten it: snapshot and manifest are made anew. */
  | { readonly type: 'adopt' }
  | { readonly type: 'rebuild'; readonly cause: RestoreCause }
  | { readonly type: 'read-only'; readonly schemaVersion: number }
  /** There is nothing to show, and only a newer version can bring it back. */
  | { readonly type: 'refuse'; readonly schemaVersion: number };

function withoutDatabase(facts: StartFacts, cause: RestoreCause): StartDecision {
  const { manifest, journalSeq, snapshots, schemaVersion } = facts;
  if (manifest === null && journalSeq === 0 && snapshots === 0 && cause === 'missing')
    return { type: 'first-run' };
  if (manifest !== null && manifest.schemaVersion > schemaVersion) {
    return { type: 'refuse', schemaVersion: manifest.schemaVersion };
  }
  return { type: 'rebuild', cause };
}

function withDatabase(identity: Identity, facts: StartFacts): StartDecision {
  const { manifest, journalSeq, schemaVersion } = facts;
  if (identity.schemaVersion > schemaVersion)
    return { type: 'read-only', schemaVersion: identity.schemaVersion };
  if (manifest !== null) {
    const same = manifest.databaseId === identity.databaseId && manifest.generation === identity.generation;
    if (!same) return { type: 'rebuild', cause: 'other-database' };
  }
  if (journalSeq < identity.lastSeq) return { type: 'adopt' };
  if (journalSeq > identity.lastSeq) return { type: 'replay', afterSeq: identity.lastSeq };
  return manifest === null ? { type: 'adopt' } : { type: 'fine' };
}

export function decideStart(facts: StartFacts): StartDecision {
  const { found } = facts;
  switch (found.type) {
    case 'newer':
      return { type: 'read-only', schemaVersion: found.schemaVersion };
    case 'unreadable':
      return withoutDatabase(facts, 'unreadable');
    case 'absent':
      return withoutDatabase(facts, found.dataLoss ? 'unreadable' : 'missing');
    case 'open':
      return found.identity === undefined
        ? withoutDatabase(facts, 'missing')
        : withDatabase(found.identity, facts);
  }
}
