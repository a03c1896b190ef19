/** The kinds as the user has them: their names for kinds, and which of them count as contact. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { kindIcon } from '#renderer/ui/kind-icons.ts';
import { type TouchRule, touchRuleOf } from '#shared/model/activity.ts';
import type { ActivityKindRow } from '#shared/model/note.ts';
import type { KindIcons, KindWords } from './kind-look.ts';

export interface KindBook extends KindWords, KindIcons {
  readonly touches: TouchRule;
}

const NONE: readonly ActivityKindRow[] = [];

export function useKindBook(): KindBook {
  const { db } = useData();
  const texts = useText('timeline');
  const fields = useText('fields');
  const live = useLive(() => db.kinds.toArray(), [db]);
  const rows = live.state === 'ready' && live.value.length > 0 ? live.value : NONE;
  return useMemo(
    () => ({
      texts,
      fields,
      own: new Map(rows.filter(({ name }) => name !== '').map(({ id, name }) => [id, name])),
      icons: new Map(rows.map(({ id, icon }) => [id, kindIcon(icon)])),
      touches: touchRuleOf(rows),
    }),
    [texts, fields, rows],
  );
}
