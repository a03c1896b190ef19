/** Ids: random ones for what a person creates, stable ones for what a source can give again. */
import { hashText } from './hash.ts';

/** Randomness as an argument. Each call returns a new id, unique in practice (122 random bits). */
export type NewId = () => string;

/**
 * The id of a record that came from a source: the same source row always gets the same id, so that edits in the
 * journal find their record again after the database was rebuilt and the file imported once more.
 */
export function stableId(noun: string, sourceId: string, key: string): string {
  return `${noun.slice(0, 2)}_${hashText([noun, sourceId, key])}`;
}
