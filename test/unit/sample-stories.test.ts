/** The stories that the sample company tells are facts of its tables. */
import { describe, expect, it } from 'vitest';
import { isTouch } from '#shared/model/activity.ts';
import {
  accounts,
  activities,
  built,
  churnEvents,
  contacts,
  daysAgo,
  opportunities,
  type Row,
  subscriptions,
  surveys,
  tickets,
  usage,
} from '#test/factories/sample-company.ts';

/** Everything about one story's customer, found through STORIES.md as a reader would. */
function story(key: string) {
  const id = new RegExp(`\`${key}\` · .*\\((A-\\d+),`).exec(built.get('STORIES.md')!)?.[1];
  const own = (rows: readonly Row[]) => rows.filter((row) => row['Account ID'] === id);
  const weeks = new Map<string, number>();
  for (const row of own(usage)) {
    weeks.set(row['Week Starting']!, (weeks.get(row['Week Starting']!) ?? 0) + Number(row.Events));
  }
  const mean = (from: number, to: number) => {
    const values = [...weeks]
      .filter(([week]) => daysAgo(week) <= from && daysAgo(week) >= to)
      .map(([, n]) => n);
    return values.reduce((sum, n) => sum + n, 0) / Math.max(1, values.length);
  };
  const touches = own(activities).filter((row) => isTouch(row['Activity Type']!));
  return {
    account: own(accounts)[0]!,
    contacts: own(contacts),
    subscriptions: own(subscriptions),
    opportunities: own(opportunities),
    activities: own(activities),
    touches,
    lastTouch: Math.min(...touches.map((row) => daysAgo(row['Date/Time']!))),
    tickets: own(tickets),
    nps: own(surveys).filter((row) => row['Survey Type'] === 'nps'),
    churn: own(churnEvents),
    use: mean,
  };
}

describe('the stories', () => {
  it('a champion left three weeks ago and touches stopped', () => {
    const { contacts: people, lastTouch, nps } = story('champion-left');
    const champion = people.find((row) => row.Role === 'champion')!;
    expect(daysAgo(champion['Left Date']!)).toBe(21);
    expect(lastTouch).toBeGreaterThanOrEqual(21);
    expect(Number(nps.at(-1)!.Score)).toBeGreaterThanOrEqual(9);
  });
  it('usage is up while NPS falls', () => {
    const one = story('usage-up-nps-down');
    expect(one.use(28, 0)).toBeGreaterThan(one.use(200, 170) * 1.4);
    expect(Number(one.nps.at(-1)!.Score)).toBeLessThanOrEqual(6);
    expect(Number(one.nps[0]!.Score)).toBeGreaterThanOrEqual(9);
  });
  it('a quiet account: no touch for 120 days, use flat', () => {
    const one = story('quiet-account');
    expect(one.lastTouch).toBeGreaterThanOrEqual(120);
    expect(Math.abs(one.use(28, 0) / one.use(200, 170) - 1)).toBeLessThan(0.05);
  });
  it('a renewal in 20 days without an executive', () => {
    const one = story('renewal-no-executive');
    expect(daysAgo(one.account['Renewal Date']!)).toBe(-20);
    expect(one.contacts.map((row) => row.Role)).not.toContain('executive-sponsor');
    expect(one.contacts.map((row) => row.Role)).not.toContain('economic-buyer');
    expect(one.opportunities.some((row) => row.Type === 'Renewal' && row.Closed === 'false')).toBe(true);
  });
  it('an early win within six weeks', () => {
    const one = story('early-win');
    const start = daysAgo(one.account['Customer Since']!);
    const win = one.activities.find((row) => row.Subject === '最初の成果の確認')!;
    expect(start - daysAgo(win['Date/Time']!)).toBeLessThanOrEqual(42);
    expect(one.account['Lifecycle Stage']).toBe('onboarding');
  });
  it('an expansion, and a contraction that is no churn', () => {
    const grown = story('expansion');
    expect(
      grown.subscriptions.some((row) => row.Plan === 'Field Inspection' && daysAgo(row['Start Date']!) > 90),
    ).toBe(true);
    expect(grown.opportunities.some((row) => row.Type === 'Expansion' && row.Won === 'true')).toBe(true);
    const shrunk = story('contraction');
    expect(shrunk.subscriptions.some((row) => row.Status === 'Ended' && daysAgo(row['End Date']!) < 90)).toBe(
      true,
    );
    expect(shrunk.subscriptions.some((row) => row.Status === 'Active')).toBe(true);
    expect(shrunk.churn).toEqual([]);
  });
  it('a churn with a reason and its explanation afterwards', () => {
    const one = story('churn');
    expect(one.account.Status).toBe('Churned');
    expect(one.churn).toHaveLength(1);
    expect(one.churn[0]).toMatchObject({ Reason: 'Product gap', Avoidable: 'yes', Reactivation: 'false' });
    expect(one.churn[0]!['Explained Afterwards']).not.toBe('');
    const last = one.subscriptions.at(-1)!;
    expect(last['End Date']).toBe(one.churn[0]!['Event Date']);
    const note = one.activities.find((row) => row.Subject!.includes('事後の説明'))!;
    expect(note['Date/Time']! > last['End Date']!).toBe(true);
  });
  it('a reactivation after a gap', () => {
    const one = story('reactivation');
    expect(one.churn.map((row) => row.Reactivation)).toEqual(['false', 'true']);
    const [, second, third] = one.subscriptions;
    expect(third!['Start Date']! > second!['End Date']!).toBe(true);
    expect(one.account.Status).toBe('Active');
  });
  it('an escalation with open urgent tickets while the renewal is forecast', () => {
    const one = story('escalation');
    const open = one.tickets.filter((row) => row['Closed At'] === '' && row.Priority === 'urgent');
    expect(open.length).toBeGreaterThanOrEqual(3);
    expect(open.every((row) => row.Escalated === 'true')).toBe(true);
    const renewal = one.opportunities.find((row) => row.Type === 'Renewal' && row.Closed === 'false')!;
    expect(Number(renewal['Probability (%)'])).toBeGreaterThanOrEqual(70);
  });
  it('a healthy large account', () => {
    const one = story('healthy-large');
    const seats = Math.max(...accounts.map((row) => Number(row['Licensed Seats'])));
    expect(Number(one.account['Licensed Seats'])).toBe(seats);
    expect(one.use(28, 0)).toBeGreaterThan(one.use(600, 560));
    expect(one.nps.slice(-2).every((row) => Number(row.Score) >= 9)).toBe(true);
    expect(one.lastTouch).toBeLessThan(30);
  });
  it('an onboarding that stalls', () => {
    const one = story('stalled-onboarding');
    expect(one.account['Lifecycle Stage']).toBe('onboarding');
    expect(daysAgo(one.account['Customer Since']!)).toBeGreaterThan(120);
    const users = usage
      .filter((row) => row['Account ID'] === one.account['Account ID'])
      .map((row) => Number(row['Active Users']));
    expect(Math.max(...users)).toBeLessThan(Number(one.account['Licensed Seats']) * 0.1);
  });
  it('support gone quiet while use falls', () => {
    const one = story('support-quiet');
    expect(Math.min(...one.tickets.map((row) => daysAgo(row['Opened At']!)))).toBeGreaterThanOrEqual(90);
    expect(one.tickets.length).toBeGreaterThan(5);
    expect(one.use(28, 0)).toBeLessThan(one.use(180, 110) * 0.6);
  });
  it('the smaller ones: notice given, admins only, a detractor whom nobody called, a parent', () => {
    expect(story('notice-given').subscriptions.some((row) => daysAgo(row['End Date']!) === -40)).toBe(true);
    const floor = story('admins-only');
    const last = usage.filter((row) => row['Account ID'] === floor.account['Account ID']).slice(-5);
    const users = (feature: string) =>
      Number(last.find((row) => row.Feature === feature)?.['Active Users'] ?? 0);
    expect(users('dashboard')).toBeGreaterThan(users('work-orders') * 2);
    const angry = story('detractor-no-follow-up');
    expect(Number(angry.nps.at(-1)!.Score)).toBeLessThanOrEqual(6);
    expect(angry.lastTouch).toBeGreaterThan(daysAgo(angry.nps.at(-1)!['Responded At']!));
    expect(accounts.filter((row) => row['Parent Account ID'] !== '')).toHaveLength(1);
  });
});
