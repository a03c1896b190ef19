/** The questions of all templates, which the customer is not shown while nobody has answered them. */
import { useMemo } from 'react';
import { useTemplates } from '#renderer/data/notes.ts';
import { type IsPrompt, promptsOf } from '#shared/domain/notes/template-prompts.ts';

/** Undefined for the moment in which they are read. */
export function usePrompts(): IsPrompt | undefined {
  const live = useTemplates();
  return useMemo(() => {
    if (live.state === 'loading') return undefined;
    return promptsOf(live.state === 'ready' ? live.value.map(({ body }) => body) : []);
  }, [live]);
}
