/** A day of usage opened: what was used, how often, by how many. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { OriginLine } from './entry-details.tsx';

function figure(event: HistoryEvent, field: string): number | undefined {
  const value = event.values[field];
  return typeof value === 'number' ? value : undefined;
}

function nameOf(event: HistoryEvent): string {
  const { feature, user } = event.values;
  return [feature, user].filter((part) => typeof part === 'string').join(' · ');
}

/** A day of machine-made rows can be long; the reader of a timeline needs its head, the Usage tab has the rest. */
const MOST = 200;

export function UsageDetails({ events }: { readonly events: readonly HistoryEvent[] }) {
  const texts = useText('timeline');
  const { format } = useLocale();
  const columns = [
    { field: 'count', label: texts.uses },
    { field: 'activeUsers', label: texts.activeUsers },
    { field: 'errors', label: texts.errors },
  ].filter(({ field }) => events.some((event) => figure(event, field) !== undefined));
  const [first] = events;
  return (
    <>
      <table className="kz-tl-usage">
        <thead>
          <tr>
            <th scope="col">{texts.feature}</th>
            {columns.map(({ field, label }) => (
              <th key={field} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.slice(0, MOST).map((event) => (
            <tr key={`${event.keyHi}:${event.keyLo}`}>
              <th scope="row">{nameOf(event)}</th>
              {columns.map(({ field }) => {
                const value = figure(event, field);
                return <td key={field}>{value === undefined ? '' : format.number(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {events.length > MOST && <p className="kz-tl-origin">{texts.usageRows(events.length)}</p>}
      {first !== undefined && <OriginLine event={first} />}
    </>
  );
}
