/** Weekly product use per customer and feature; the shape of the curve tells the customer's story. */
import { ago, isoOf, mondayOf, REFERENCE_DAY, WINDOW_START } from './calendar.mjs';
import { streamFor } from './random.mjs';
import { travels } from './trade.mjs';

/** feature: [share of the active users, events per user and week]. The dashboard is the office's, the rest the floor's. */
const FEATURES = {
  receiving: [0.42, 38],
  picking: [0.66, 74],
  stocktake: [0.3, 17],
  'work-orders': [0.5, 26],
  checklists: [0.38, 21],
  dashboard: [0.16, 9],
};

export function featuresOf(account) {
  const list = travels(account)
    ? ['work-orders', 'checklists', 'dashboard', 'stocktake', 'receiving']
    : ['picking', 'receiving', 'stocktake', 'dashboard', 'checklists'];
  return list.slice(0, { Starter: 3, Standard: 4, Enterprise: 5 }[account.plan]);
}

/** Share of the seats that is active, by weeks since the start and days before the reference day. */
function level(account, weeks, daysAgo) {
  const ramp = Math.min(1, 0.15 + weeks / 16);
  switch (account.shape) {
    case 'growing':
      return ramp * (0.5 + 0.3 * (1 - daysAgo / 800));
    case 'slow':
      return ramp * (0.44 - 0.05 * (1 - daysAgo / 800));
    case 'falling':
      return ramp * (daysAgo > 210 ? 0.6 : 0.28 + 0.32 * (daysAgo / 210));
    case 'sinking':
      return ramp * (daysAgo > 98 ? 0.66 : 0.22 + 0.44 * (daysAgo / 98));
    case 'rising-fast':
      return ramp * (daysAgo > 190 ? 0.48 : 0.48 + 0.36 * (1 - daysAgo / 190));
    case 'flat':
      return ramp * 0.37;
    case 'stalled':
      return 0.03 + 0.02 * Math.min(1, weeks / 10);
    case 'ramp':
      return Math.min(0.82, 0.2 + weeks * 0.075);
    case 'troubled':
      return ramp * (daysAgo > 45 ? 0.68 : 0.52);
    case 'seasonal':
      return ramp * (0.52 + 0.16 * Math.sin((daysAgo / 365) * 2 * Math.PI));
    case 'returned':
      return account.leftDay !== undefined && REFERENCE_DAY - daysAgo < account.leftDay ? ramp * 0.4 : 0.62;
    case 'admins-only':
      return ramp * 0.14;
    default:
      return ramp * 0.62;
  }
}

function isAway(account, day) {
  if (account.endDay !== undefined && day >= account.endDay) return true;
  return account.leftDay !== undefined && day >= account.leftDay && day < account.backDay;
}

function noise(account, random) {
  return 1 + random.bell() * (account.shape === 'flat' ? 0.025 : 0.1);
}

function weekRows(account, monday, random) {
  const weeks = (monday - account.startDay) / 7;
  const active = account.usageSeats * level(account, weeks, REFERENCE_DAY - monday) * noise(account, random);
  const rows = [];
  for (const [index, feature] of featuresOf(account).entries()) {
    let [share, perUser] = FEATURES[feature];
    // Further features are taken up later: people start with one thing.
    if (account.story !== 'healthy-large' && weeks < index * 5) share *= 0.25;
    if (account.shape === 'admins-only') share = feature === 'dashboard' ? 0.85 : share * 0.22;
    const users = Math.round(active * share * (1.1 + random.bell() * 0.08));
    if (users <= 0) continue;
    const count = Math.max(users, Math.round(users * perUser * noise(account, random)));
    const errors = random.chance(account.story === 'escalation' && REFERENCE_DAY - monday < 45 ? 0.9 : 0.12);
    const bad = account.story === 'escalation' ? 14 : 3;
    rows.push({
      account,
      week: isoOf(monday),
      feature,
      count,
      users,
      errors: errors ? random.int(1, bad) : 0,
    });
  }
  return rows;
}

export function buildUsage(seed, accounts) {
  const all = [];
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'usage');
    account.usageSeats = Math.max(account.currentSeats, account.seats);
    const from = mondayOf(Math.max(account.startDay + 7, WINDOW_START + 7));
    for (let monday = from; monday <= ago(5); monday += 7) {
      if (!isAway(account, monday)) all.push(...weekRows(account, monday, random));
    }
  }
  for (const [index, row] of all.entries()) row.id = `U${100001 + index}`;
  return all;
}
