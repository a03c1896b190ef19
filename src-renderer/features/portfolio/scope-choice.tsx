/** Whose figures a page looks at: everybody's, or a segment's. */
import { useText } from '#renderer/i18n/locale.ts';
import { Select } from '#renderer/ui/select.tsx';
import { changePortfolio } from '#renderer/ui-state/portfolio-view.ts';
import type { PortfolioParts } from './portfolio-parts.ts';

const EVERYONE = '';

export function ScopeChoice({ scope, scopes, everyone }: PortfolioParts & { readonly everyone: string }) {
  const texts = useText('portfolio');
  const { count } = useText('segments');
  return (
    <Select
      label={texts.scope}
      value={scope.id ?? EVERYONE}
      options={[
        { value: EVERYONE, label: everyone },
        ...scopes.map(({ id, name, total }) => ({ value: id, label: name, hint: count(total.count) })),
      ]}
      onChange={(id) => changePortfolio({ segment: id === EVERYONE ? undefined : id })}
    />
  );
}
