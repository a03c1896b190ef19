/** Who on our side knows whom: touches that both took part in with the newest date, and what people say of themselves. */
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { DateText } from '#renderer/ui/figures.tsx';
import type { Acquaintance } from '#shared/domain/people/acquaintances.ts';
import { hasLeft } from '#shared/domain/people/gaps.ts';
import { nameKey } from '#shared/domain/people/person-name.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { People } from './use-people.ts';

interface TableProps {
  readonly people: People;
  readonly shown: readonly Contact[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** More columns than these cannot be read side by side; the rest is named in one. */
const COLUMNS = 6;
const FIRST_ROWS = 300;

export function Knows({ acquaintance }: { readonly acquaintance: Acquaintance }) {
  const texts = useText('people');
  const { meetings, lastAt, said } = acquaintance;
  return (
    <span className="kz-ppl-last">
      {meetings > 0 && <span>{texts.knownMeetings(meetings)}</span>}
      {lastAt !== undefined && <DateText value={isoDateOf(lastAt)} />}
      {said && <span className="kz-ppl-faint">{texts.knownSaid}</span>}
    </span>
  );
}

export function AcquaintanceTable({ people, shown, selected, onSelect }: TableProps) {
  const texts = useText('people');
  const { format } = useLocale();
  const { team, of } = people.known;
  if (team.length === 0) return <p className="kz-ppl-faint">{texts.knownNone}</p>;
  const columns = team.slice(0, COLUMNS);
  const keys = columns.map(nameKey);
  return (
    <section aria-label={texts.knownLabel}>
      <p className="kz-ppl-faint">{texts.knownHint}</p>
      <div className="kz-ppl-scroll">
        <table className="kz-ppl-table">
          <caption className="kz-visually-hidden">{texts.knownLabel}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {team.length > COLUMNS && <th scope="col">{texts.others}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, FIRST_ROWS).map((contact) => {
              const known = of.get(contact.id) ?? [];
              const others = known.filter((each) => !keys.includes(nameKey(each.name)));
              return (
                <tr
                  key={contact.id}
                  data-gone={hasLeft(contact, people.today)}
                  data-selected={contact.id === selected}
                >
                  <th scope="row">
                    <button
                      type="button"
                      className="kz-ppl-name"
                      data-person={contact.id}
                      aria-pressed={contact.id === selected}
                      onClick={() => onSelect(contact.id)}
                    >
                      {contact.name}
                    </button>
                  </th>
                  {columns.map((name, i) => {
                    const acquaintance = known.find((each) => nameKey(each.name) === keys[i]);
                    return (
                      <td key={name}>
                        {acquaintance !== undefined && <Knows acquaintance={acquaintance} />}
                      </td>
                    );
                  })}
                  {team.length > COLUMNS && <td>{format.list(others.map((each) => each.name))}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown.length > FIRST_ROWS && <p className="kz-ppl-faint">{texts.more(shown.length - FIRST_ROWS)}</p>}
    </section>
  );
}
