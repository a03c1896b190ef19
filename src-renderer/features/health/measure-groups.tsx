/** What a score is made of: groups as bars, each measure with its points, raw value, source, date and what would change it. */

import type { MeasureWords } from '#renderer/i18n/en/health-measures.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { HelpfulStep } from '#shared/domain/health/health-terms.ts';
import { whatWouldHelp } from '#shared/domain/health/what-would-help.ts';
import { wholeShares } from '#shared/domain/health/whole-shares.ts';
import type { HealthScore, MeasureScore, Scorecard } from '#shared/model/health.ts';
import { groupName, groupsOf } from './group-scores.ts';
import { JudgementReasons } from './judgement-reasons.tsx';

interface MeasureGroupsProps {
  readonly score: HealthScore;
  readonly card: Scorecard | undefined;
}

const COLUMNS = ['name', 'now', 'points', 'weight', 'data', 'helps'] as const;

/** A share of 100 as a bar; the figure stands beside it. */
function Bar({ value }: { readonly value: number }) {
  return (
    <span className="kz-health-bar" aria-hidden="true">
      <span style={{ width: `${value}%` }} />
    </span>
  );
}

interface MeasureRowProps {
  /** Whose measure it is: a parent's may be that of the account below it with the lowest score. */
  readonly accountId: string;
  readonly each: MeasureScore;
  /** Whole percent of the score. */
  readonly weight: number;
  readonly step: HelpfulStep | undefined;
}

/** A parent's measure has points from the accounts that it is made of, and no raw value of its own. */
function nowOf(
  { signal, points }: MeasureScore,
  { raw }: Pick<MeasureWords, 'raw'>,
  blended: string,
  missing: string,
): string {
  if (signal !== undefined) return raw(signal);
  return points === undefined ? missing : blended;
}

function MeasureRow({ accountId, each, weight, step }: MeasureRowProps) {
  const texts = useText('health');
  const words = useText('healthWords');
  const { format } = useLocale();
  const measure = words.measures[each.measure];
  const { signal, points, state } = each;
  const isJudged = each.measure === 'sentiment' && signal?.about === undefined;
  const source = signal === undefined ? '' : isJudged ? words.judged : words.sources[signal.source];
  const day = signal === undefined ? '' : format.date(isoDateOf(signal.at));
  return (
    <tr data-state={state}>
      <th scope="row" title={measure.about}>
        {measure.name}
      </th>
      <td>
        {nowOf(each, measure, texts.blended, words.states.missing)}
        {each.measure === 'sentiment' && signal !== undefined && (
          <JudgementReasons accountId={accountId} signal={signal} />
        )}
      </td>
      <td className="kz-health-points">
        {points === undefined ? (
          <span className="kz-health-faint">{words.states[state]}</span>
        ) : (
          <span title={texts.pointsOf(String(Math.round(points)))}>
            <Bar value={points} />
            <span className="kz-figure">{Math.round(points)}</span>
          </span>
        )}
      </td>
      <td className="kz-figure kz-health-right">{format.percent(weight)}</td>
      <td className="kz-health-faint">{signal !== undefined && texts.ofData(source, day)}</td>
      <td>{step !== undefined && words.step(step)}</td>
    </tr>
  );
}

export function MeasureGroups({ score, card }: MeasureGroupsProps) {
  const texts = useText('health');
  const words = useText('healthWords');
  const { format } = useLocale();
  const steps = card === undefined ? [] : whatWouldHelp(card, score);
  const shares = wholeShares(score);
  const [only, ...others] = score.from ?? [];
  const whose = only === undefined || others.length > 0 ? score.account : only;
  return (
    <section className="kz-health-section" aria-label={texts.groups}>
      <h3>{texts.groups}</h3>
      {groupsOf(score).map((group) => (
        <div key={group.id} className="kz-health-group">
          <div className="kz-health-group-head">
            <h4>{groupName(group.id, card, words.groups)}</h4>
            <Bar value={group.points ?? 0} />
            <strong className="kz-figure">
              {group.points === undefined ? words.states.missing : Math.round(group.points)}
            </strong>
            <span className="kz-health-faint">
              {texts.groupWeight(format.percent(shares.groups.get(group.id) ?? 0))}
            </span>
          </div>
          <table className="kz-health-table">
            <colgroup>
              {COLUMNS.map((column) => (
                <col key={column} className={`kz-health-col-${column}`} />
              ))}
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{texts.measure}</th>
                <th scope="col">{texts.now}</th>
                <th scope="col">{texts.points}</th>
                <th scope="col" className="kz-health-right">
                  {texts.share}
                </th>
                <th scope="col">{texts.data}</th>
                <th scope="col">{texts.helps}</th>
              </tr>
            </thead>
            <tbody>
              {group.measures.map((each) => (
                <MeasureRow
                  key={each.measure}
                  accountId={whose}
                  each={each}
                  weight={shares.measures.get(each) ?? 0}
                  step={steps.find((step) => step.measure === each.measure)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}
