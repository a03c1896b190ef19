/** Usage of a day or week opened: what was used, how often, by how many. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { usageOf } from './group-line.ts';
import { OriginLine } from './origin-line.tsx';
import type { TimelineGroup } from './timeline-rules.ts';

/** The reader of a timeline needs the head of a long list, the Usage tab has the rest. */
const MOST = 50;

export function UsageDetails({ group }: { readonly group: TimelineGroup }) {
  const texts = useText('timeline');
  const { format } = useLocale();
  const { features } = usageOf(group);
  const columns = [
    { field: 'uses', label: texts.uses },
    { field: 'activeUsers', label: texts.activeUsers },
    { field: 'errors', label: texts.errors },
  ] as const;
  const filled = columns.filter(({ field }) => features.some((feature) => feature[field] !== undefined));
  const [first] = group.members;
  return (
    <>
      <table className="kz-tl-usage">
        <thead>
          <tr>
            <th scope="col">{texts.feature}</th>
            {filled.map(({ field, label }) => (
              <th key={field} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.slice(0, MOST).map((feature) => (
            <tr key={feature.name}>
              <th scope="row">{feature.name === '' ? texts.noFeature : feature.name}</th>
              {filled.map(({ field }) => (
                <td key={field}>{feature[field] === undefined ? '' : format.number(feature[field])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {features.length > MOST && <p className="kz-tl-origin">{texts.usageRows(features.length)}</p>}
      {first?.type === 'event' && <OriginLine event={first.event} />}
    </>
  );
}
