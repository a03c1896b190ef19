/** The chosen accounts as a table: what the picture says, for the keyboard, for screen readers and for acting on them. */
import { useState } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { HealthSign } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { Money, RelativeDay } from '#renderer/ui/figures.tsx';
import type { RowHealth } from '#shared/domain/summary/account-row.ts';

/** Rows that are drawn at first, and added with each press of the button. */
const STEP = 50;

interface AccountListProps {
  readonly rows: readonly AccountRow[];
  readonly indexes: readonly number[];
  readonly chosen: ReadonlySet<string>;
  readonly today: string;
  readonly onChosen: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
}

function HealthCell({ health }: { readonly health: RowHealth | undefined }) {
  const { bands, pair } = useText('healthWords');
  if (health === undefined) return null;
  const { value, coverage, band } = health;
  return (
    <HealthSign band={band}>
      <span>{bands[band]}</span>
      {value !== undefined && <span className="kz-portfolio-faint">{pair(value, coverage)}</span>}
    </HealthSign>
  );
}

export function AccountList({ rows, indexes, chosen, today, onChosen, onOpen }: AccountListProps) {
  const texts = useText('portfolio');
  const fields = useText('fields').labels.account;
  const [shown, setShown] = useState(STEP);
  const list = indexes.flatMap((index) => rows[index] ?? []);
  const all = list.length > 0 && list.every(({ account }) => chosen.has(account.id));
  const some = list.some(({ account }) => chosen.has(account.id));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChosen(next);
  };
  return (
    <>
      <table className="kz-portfolio-table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                label={texts.chooseAll}
                checked={all}
                indeterminate={some && !all}
                onChange={(isOn) =>
                  onChosen(isOn ? new Set(list.map(({ account }) => account.id)) : new Set())
                }
              />
            </th>
            <th scope="col">{fields.name}</th>
            <th scope="col" className="kz-portfolio-right">
              {fields.arr}
            </th>
            <th scope="col">{texts.health}</th>
            <th scope="col">{fields.renewalDate}</th>
            <th scope="col">{fields.owner}</th>
          </tr>
        </thead>
        <tbody>
          {list.slice(0, shown).map(({ account, arr, health, renewalDate }) => (
            <tr key={account.id} data-chosen={chosen.has(account.id) || undefined}>
              <td>
                <Checkbox
                  label={texts.choose(account.name)}
                  checked={chosen.has(account.id)}
                  onChange={(isOn) => toggle(account.id, isOn)}
                />
              </td>
              <th scope="row">
                <button type="button" className="kz-portfolio-name" onClick={() => onOpen(account.id)}>
                  {account.name}
                </button>
              </th>
              <td className="kz-portfolio-right">
                {arr.map((money) => (
                  <span key={money.currency}>
                    <Money value={money} />
                  </span>
                ))}
              </td>
              <td>
                <HealthCell health={health} />
              </td>
              <td>{renewalDate !== undefined && <RelativeDay value={renewalDate} today={today} />}</td>
              <td>{account.owner}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {texts.showMore(Math.min(STEP, list.length - shown), list.length - shown)}
        </Button>
      )}
    </>
  );
}
