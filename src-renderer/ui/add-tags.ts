/** What a line of tags means: commas of both scripts part them, each stands once. */

/** Adds what was typed; commas of both scripts part it; what is there already is not doubled. */
export function addTags(tags: readonly string[], typed: string): readonly string[] {
  const added = typed
    .split(/[,、，]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return [...new Set([...tags, ...added])];
}
