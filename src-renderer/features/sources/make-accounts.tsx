/** The choice to make accounts of what only other tables name: none is made unasked. */
import { useText } from '#renderer/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { sendFlow } from './flow-store.ts';

export interface MakeAccountsProps {
  readonly on: boolean;
  readonly count: number;
}

export function MakeAccounts({ on, count }: MakeAccountsProps) {
  const texts = useText('sources');
  const choose = (next: boolean) => sendFlow({ type: 'make-accounts-set', on: next });
  useCommands({
    id: 'make-accounts',
    title: texts.linksTitle,
    commands: [
      {
        id: 'sources.make-accounts',
        label: on ? texts.makeNoAccounts : texts.makeAccounts(count),
        run: () => choose(!on),
      },
    ],
  });
  return (
    <div className="kz-make-accounts">
      <h3>{texts.namedOnly(count)}</h3>
      <Checkbox checked={on} onChange={choose}>
        {texts.makeAccounts(count)}
      </Checkbox>
      <p className="kz-hint">{texts.makeAccountsHint}</p>
    </div>
  );
}
