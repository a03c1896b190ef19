/** A book with accounts and usage rows as CSV text, for import tests and benchmarks: wide rows in time order. */
import type { ImportPlan, TablePlan } from '#shared/model/import-plan.ts';

const FEATURES = [
  'dashboard',
  'report-builder',
  'inventory-count',
  'label-print',
  'route-plan',
  'alerts',
  'api',
  'mobile-scan',
];
const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML like Gecko) Chrome/155.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML like Gecko) Version/19.1 Safari/605.1.15',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML like Gecko) Chrome/155.0.0.0 Mobile Safari/537.36',
];
const REFERRERS = [
  'https://mail.vendor.example/weekly-summary/open?campaign=adoption-push&template=b&segment=all',
  'https://app.vendor.example/home/what-is-new/autumn-release?from=banner&variant=2',
  'https://intranet.customer.example/tools/warehouse/links?group=field-operations',
];
const ZONES = ['Asia/Tokyo', 'Europe/Amsterdam', 'America/Chicago', 'Europe/London'];
const SCREENS = ['1920x1080', '1366x768', '412x915', '2560x1440'];
const DEVICES = ['handheld scanner', 'desktop', 'tablet at the packing line', 'phone'];
const SITES = ['東京第一センター', '大阪港', 'Leeds', 'Rotterdam', '福岡', 'Austin TX'];

export const USAGE_HEADER = [
  'event_id',
  'account_id',
  'occurred_at',
  'user_email',
  'feature',
  'count',
  'duration_seconds',
  'errors',
  'site',
  'plan',
  'session_id',
  'page_url',
  'user_agent',
  'ip_hash',
  'release',
  'comment',
  'referrer',
  'time_zone',
  'screen',
  'device',
] as const;

/** A small fast generator of pseudo-random numbers (mulberry32), so that files can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hex(random: () => number, length: number): string {
  let text = '';
  while (text.length < length)
    text += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return text.slice(0, length);
}

function pick<T>(random: () => number, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('empty list');
  return item;
}

export function accountsCsv(accounts: number): string {
  const lines = ['account_id,account_name,owner,segment'];
  for (let i = 0; i < accounts; i++)
    lines.push(`A-${i},Company ${i},csm${i % 12}@vendor.example,${i % 3 === 0 ? 'Enterprise' : 'SMB'}`);
  return `${lines.join('\n')}\n`;
}

export interface UsageOptions {
  readonly accounts: number;
  readonly rows: number;
  readonly seed: number;
  /** Quote every comment cell, as careful exporters do: parsers then leave their fastest path. */
  readonly quoted?: boolean;
  /** Share of rows whose count differs from the same row of the unchanged file. */
  readonly changed?: number;
  /** Rows in random order of time instead of ascending. */
  readonly shuffled?: boolean;
}

const START = Date.UTC(2024, 10, 1);
const SPAN = 730 * 86_400_000;

/** The rows as arrays of cells in USAGE_HEADER's order: about 490 bytes each as CSV. */
export function* usageRows(options: UsageOptions): Generator<string[]> {
  const random = randomFrom(options.seed);
  const change = randomFrom(options.seed + 1);
  for (let i = 0; i < options.rows; i++) {
    const account = Math.floor(random() * options.accounts);
    const step = options.shuffled === true ? Math.floor(random() * options.rows) : i;
    const at = new Date(START + Math.floor(((step / options.rows) * SPAN) / 1000) * 1000)
      .toISOString()
      .slice(0, 19);
    const user = Math.floor(random() * 40);
    const count =
      1 +
      Math.floor(random() * 30) +
      (options.changed !== undefined && change() < options.changed ? 1000 : 0);
    const feature = pick(random, FEATURES);
    yield [
      `evt_${(i + 1).toString().padStart(9, '0')}`,
      `A-${account}`,
      `${at}Z`,
      `user${user}@company${account}.example`,
      feature,
      String(count),
      String(Math.floor(random() * 7200)),
      String(random() < 0.05 ? 1 : 0),
      pick(random, SITES),
      account % 3 === 0 ? 'Enterprise' : 'Standard',
      hex(random, 16),
      `https://app.vendor.example/t/${account}/${feature}/view?tab=${Math.floor(random() * 9)}&range=last_30_days&locale=ja-JP`,
      pick(random, BROWSERS),
      hex(random, 8),
      `2026.${1 + Math.floor(random() * 12)}.${Math.floor(random() * 4)}`,
      pick(random, [
        '',
        '',
        'opened from the weekly summary mail',
        'started by the scheduler',
        'shared with the field team',
      ]),
      pick(random, REFERRERS),
      pick(random, ZONES),
      pick(random, SCREENS),
      pick(random, DEVICES),
    ];
  }
}

export function usageCsv(options: UsageOptions): Blob {
  const parts: string[] = [`${USAGE_HEADER.join(',')}\n`];
  let lines = '';
  for (const row of usageRows(options)) {
    if (options.quoted === true) row[15] = `"${row[15] ?? ''}, noted"`;
    lines += `${row.join(',')}\n`;
    if (lines.length > 4_000_000) {
      parts.push(lines);
      lines = '';
    }
  }
  parts.push(lines);
  return new Blob(parts);
}

const DELIMITED = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 } as const;

function accountsTable(): TablePlan {
  const fields = ['externalId', 'name', 'owner', 'segment'];
  return {
    id: 'accounts',
    fileName: 'accounts.csv',
    part: '',
    noun: 'account',
    format: DELIMITED,
    columns: ['account_id', 'account_name', 'owner', 'segment'].map((header, index) => ({
      index,
      header,
      target: { type: 'field', field: fields[index] ?? '' },
      reading: {},
      confidence: 1,
    })),
  };
}

const USAGE_FIELDS: Readonly<Record<string, string>> = {
  event_id: 'externalId',
  account_id: 'account',
  occurred_at: 'at',
  user_email: 'user',
  feature: 'feature',
  count: 'count',
  duration_seconds: 'durationSeconds',
  errors: 'errors',
};

function usageTable(): TablePlan {
  return {
    id: 'usage',
    fileName: 'usage.csv',
    part: '',
    noun: 'usage',
    format: DELIMITED,
    columns: USAGE_HEADER.map((header, index) => {
      const field = USAGE_FIELDS[header];
      return {
        index,
        header,
        target:
          field === undefined
            ? { type: 'custom', name: header, valueKind: 'text' }
            : { type: 'field', field },
        reading: header === 'occurred_at' ? { dateOrder: 'ymd', zone: 'utc' } : {},
        ...(header === 'account_id' ? { link: { to: 'account', by: 'externalId' } as const } : {}),
        confidence: 1,
      };
    }),
  };
}

/** The plan for `accounts.csv` and `usage.csv` as made here. */
export function usageBookPlan(): ImportPlan {
  return {
    sourceId: 'usage-book',
    sourceName: 'Usage book',
    tables: [accountsTable(), usageTable()],
    confirmedLinks: {},
  };
}
