/** Signals from usage: how many are active, how often, how widely, and which way it goes. */
import type { Signal } from '../../model/health.ts';
import { type ColumnName, median, sum, type WeekView } from './week-view.ts';

/** Below these a count is chance: no signal. */
export const USAGE_FLOORS = {
  /** Users ever seen, where no licences are known. */
  tracked: 3,
  /** Median of the weeks before, for a trend of active users. */
  activeUsers: 3,
  /** The same for a trend of uses. */
  uses: 5,
  /** Weeks of the eight before in which there must have been something. */
  weeks: 6,
  /** Of six times four weeks before, where single weeks are too thin. */
  blocks: 5,
  /** Median distance from the median before, as a share of it: where it is more, ups and downs are no trend. */
  spread: 0.35,
} as const;

const YEAR = 52;

interface Trend {
  readonly change: number;
  readonly recent: number;
  readonly before: number;
}

/** How a trend is read: so many places against so many before, each of so many weeks. */
interface Reading {
  readonly recent: number;
  readonly before: number;
  readonly weeks: number;
  /** Places before that must not be empty. */
  readonly filled: number;
}

const BY_WEEK: Reading = { recent: 4, before: 8, weeks: 1, filled: USAGE_FLOORS.weeks };
const BY_FOUR_WEEKS: Reading = { recent: 3, before: 6, weeks: 4, filled: USAGE_FLOORS.blocks };

function readTrend(
  view: WeekView,
  name: ColumnName,
  end: number,
  floor: number,
  reading: Reading,
): Trend | undefined {
  const { recent, before, weeks, filled } = reading;
  const begin = end - (recent + before) * weeks + 1;
  const first = view.firstOf(name);
  if (first === undefined || first > begin) return undefined;
  const places = Array.from({ length: recent + before }, (_, place) =>
    sum(view.run(name, begin + place * weeks, begin + (place + 1) * weeks - 1)),
  );
  const old = places.slice(0, before);
  const base = median(old);
  if (base < floor || old.filter((value) => value > 0).length < filled) return undefined;
  const spread = median(old.map((value) => Math.abs(value - base))) / base;
  if (spread > USAGE_FLOORS.spread) return undefined;
  const young = places.slice(before);
  // Where most of the places are empty the median is nothing, though there was some use: then means are compared.
  const rare = median(young) === 0 && sum(young) > 0;
  const usual = rare ? sum(old) / old.length : base;
  const newest = rare ? sum(young) / young.length : median(young);
  return { change: newest / usual - 1, recent: newest, before: usual };
}

/** Falls smaller than this make no season. */
const SEASONAL = 0.05;

/** A fall that the same weeks of the year before had too is the season's: only what goes beyond it is left. */
function withoutSeason(trend: Trend, yearBefore: Trend | undefined): number {
  if (yearBefore === undefined || trend.change >= 0 || yearBefore.change > -SEASONAL) return trend.change;
  const expected = 1 + yearBefore.change;
  return expected <= 0 ? 0 : Math.min(0, (1 + trend.change) / expected - 1);
}

function trendOf(
  view: WeekView,
  name: 'active28' | 'uses',
  floor: number,
  readings: readonly Reading[],
): Signal | undefined {
  const full = view.lastFull('usage');
  if (full === undefined) return undefined;
  for (const reading of readings) {
    const trend = readTrend(view, name, full.week, floor, reading);
    if (trend === undefined) continue;
    // A thin history is too thin to know a season by.
    const yearBefore =
      reading === BY_WEEK ? readTrend(view, name, full.week - YEAR, floor, reading) : undefined;
    const value = withoutSeason(trend, yearBefore);
    return {
      value,
      at: full.at,
      source: 'usage',
      n: trend.recent,
      of: trend.before,
      ...(reading === BY_WEEK ? {} : { span: 'four-weeks' }),
      ...(value === trend.change ? {} : { season: true }),
    };
  }
  return undefined;
}

export function activeTrend(view: WeekView): Signal | undefined {
  return trendOf(view, 'active28', USAGE_FLOORS.activeUsers, [BY_WEEK]);
}

export function usageTrend(view: WeekView): Signal | undefined {
  return trendOf(view, 'uses', USAGE_FLOORS.uses, [BY_WEEK, BY_FOUR_WEEKS]);
}

/** Whom the account's use is counted by. */
export interface Users {
  readonly count: number;
  readonly per: 'licensed' | 'tracked';
}

/** Where a source counts users without naming them, as many as ever were active at a time stand for those it tracks. */
export function usersOf(view: WeekView, licences: number | undefined, named: number): Users | undefined {
  if (licences !== undefined && licences > 0) return { count: licences, per: 'licensed' };
  const full = view.lastFull('usage');
  const most = full === undefined ? 0 : Math.max(0, ...view.until('active28', full.week));
  const tracked = Math.max(named, most);
  return tracked >= USAGE_FLOORS.tracked ? { count: tracked, per: 'tracked' } : undefined;
}

/** The account has begun to use it by the end of the week that is looked at. */
function begun(view: WeekView, name: ColumnName): { week: number; at: number } | undefined {
  const full = view.lastFull('usage');
  const first = view.firstOf(name);
  return full === undefined || first === undefined || first > full.week ? undefined : full;
}

/**
 * `named` = users that rows ever named. A number of users that rows state is that of a day or a week: over four weeks
 * at least as many were active, perhaps more.
 */
export function activeRate(view: WeekView, users: Users | undefined, named: number): Signal | undefined {
  const full = begun(view, 'active28');
  if (full === undefined || users === undefined) return undefined;
  const n = view.at('active28', full.week);
  const { count: of, per } = users;
  const rate: Signal = { value: Math.min(1, n / of), at: full.at, source: 'usage', n, of, per };
  return n > 0 && (named === 0 || n > named) ? { ...rate, atLeast: true } : rate;
}

export function loginFrequency(view: WeekView, users: Users | undefined): Signal | undefined {
  const full = begun(view, 'uses');
  if (full === undefined || users === undefined) return undefined;
  const weeks = view.run('uses', full.week - 3, full.week);
  // A median of weeks that are mostly empty would hide what little there is.
  const thin = weeks.filter((value) => value > 0).length < 3;
  const n = thin ? sum(weeks) / weeks.length : median(weeks);
  const { count: of, per } = users;
  return { value: Math.max(0, n / of), at: full.at, source: 'usage', n, of, per };
}

export function featureBreadth(view: WeekView, bookFeatures: number): Signal | undefined {
  const full = begun(view, 'features28');
  if (full === undefined || !(bookFeatures >= 2)) return undefined;
  const n = view.at('features28', full.week);
  const of = Math.max(bookFeatures, n);
  return { value: n / of, at: full.at, source: 'usage', n, of };
}
