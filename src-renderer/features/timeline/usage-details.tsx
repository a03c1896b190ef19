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
  const shown = (value: number | undefined) => (value === undefined ? '' : format.number(value));
  const [first] = events;
  return (
    <>
      <table className="kz-tl-usage">
        <thead>
          <tr>
            <th scope="col">{texts.feature}</th>
            <th scope="col">{texts.uses}</th>
            <th scope="col">{texts.activeUsers}</th>
            <th scope="col">{texts.errors}</th>
          </tr>
        </thead>
        <tbody>
          {events.slice(0, MOST).map((event) => (
            <tr key={`${event.keyHi}:${event.keyLo}`}>
              <th scope="row">{nameOf(event)}</th>
              <td>{shown(figure(event, 'count'))}</td>
              <td>{shown(figure(event, 'activeUsers'))}</td>
              <td>{shown(figure(event, 'errors'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {events.length > MOST && <p className="kz-tl-origin">{texts.usageRows(events.length)}</p>}
      {first !== undefined && <OriginLine event={first} />}
    </>
  );
}
