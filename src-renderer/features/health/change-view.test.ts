/** What changed, as the panel says it: since when, by which cause, in figures that sum. */
import { describe, expect, it } from 'vitest';
import { cardKey } from '#shared/domain/health/explain-change.ts';
import { scoreAccount } from '#shared/domain/health/score.ts';
import type { HealthSnapshot, Scorecard, Signals } from '#shared/model/health.ts';
import { aSignal, NOW, plainCard } from '#test/factories/health.ts';
import { changeView, type Earlier } from './change-view.ts';

const card = plainCard({ nps: 50, csat: 50 });
const on = (day: string, signals: Signals, by: Scorecard = card): HealthSnapshot => ({
  ...scoreAccount(by, signals, { account: 'a', day, now: NOW }),
  reconstructed: false,
});
const earlier = (history: readonly HealthSnapshot[], cards: readonly Scorecard[] = [card]): Earlier => ({
  history,
  ago: new Map(history.slice(-1).map((each) => [30, each])),
  cards: new Map(cards.map((each) => [cardKey({ scorecard: each.id, version: each.version }), each])),
});
const score = on('2026-11-20', { nps: aSignal(60), csat: aSignal(40) });

describe('changeView', () => {
  it('"last" passes over the days on which it stood as it does today, and today itself', () => {
    const view = changeView(
      score,
      'last',
      earlier([
        on('2026-11-01', { nps: aSignal(20), csat: aSignal(40) }),
        on('2026-11-10', { nps: aSignal(50), csat: aSignal(40) }),
        on('2026-11-15', { nps: aSignal(60), csat: aSignal(40) }),
        on('2026-11-20', { nps: aSignal(1), csat: aSignal(1) }),
      ]),
    );
    if (view.type !== 'change') throw new Error(view.type);
    expect(view.before.day).toBe('2026-11-10');
    expect(view.shown.parts).toMatchObject([{ measure: 'nps', cause: 'value', points: 5 }]);
  });

  it('where it never was another it says so of the oldest day; where there is none, that too', () => {
    const same = { nps: aSignal(60), csat: aSignal(40) };
    const view = changeView(score, 'last', earlier([on('2026-11-01', same), on('2026-11-10', same)]));
    expect(view).toMatchObject({ type: 'change', before: { day: '2026-11-01' }, shown: { parts: [] } });
    expect(changeView(score, 'last', earlier([])).type).toBe('nothing-earlier');
    expect(changeView(score, 30, earlier([])).type).toBe('nothing-earlier');
  });

  it('tells a new curve from a new value where both cards are known, and not where one is not', () => {
    const [group] = card.groups;
    if (group === undefined) throw new Error('no group');
    const young: Scorecard = {
      ...card,
      version: 2,
      groups: [
        {
          ...group,
          measures: group.measures.map((rule) => ({
            ...rule,
            curve: {
              type: 'line',
              points: [
                [0, 0],
                [200, 100],
              ],
            },
          })),
        },
      ],
    };
    const now = on('2026-11-20', { nps: aSignal(60), csat: aSignal(40) }, young);
    const before = on('2026-10-20', { nps: aSignal(80), csat: aSignal(40) });
    const causes = (cards: readonly Scorecard[]) => {
      const view = changeView(now, 30, earlier([before], cards));
      return view.type === 'change'
        ? view.shown.parts.map(({ measure, cause }) => `${measure} ${cause}`)
        : [];
    };
    expect(causes([card, young]).sort()).toEqual(['csat curve', 'nps curve', 'nps value']);
    expect(causes([young]).sort()).toEqual(['csat curve', 'nps value']);
  });

  it('below the floor there is nothing that could have changed', () => {
    const bare = on('2026-11-20', {});
    expect(changeView(bare, 7, earlier([])).type).toBe('no-score');
    const view = changeView(score, 30, earlier([on('2026-10-20', {})]));
    expect(view.type).toBe('nothing-earlier');
  });
});
