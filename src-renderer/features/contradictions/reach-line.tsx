/** How often a rule would speak, in a line. */
import { useText } from '#renderer/i18n/locale.ts';
import type { RuleReach } from '#shared/domain/contradictions/own-rules.ts';

interface ReachLineProps {
  /** Undefined: it asks for what is only read once it is stored. */
  readonly reach: RuleReach | undefined;
}

export function ReachLine({ reach }: ReachLineProps) {
  const texts = useText('contradictions');
  if (reach === undefined) return <p className="kz-con-faint">{texts.reachSaved}</p>;
  return (
    <p className="kz-con-faint">{reach.data === 0 ? texts.noData : texts.reach(reach.hits, reach.data)}</p>
  );
}
