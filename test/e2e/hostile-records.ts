/** Rows of every table that people write to, with a hostile text in each text, put where the open app will read them. */
import type { Page } from '@playwright/test';
import { STRAIGHT } from '../factories/health.ts';

type Row = Readonly<Record<string, unknown>>;

const NOW = Date.UTC(2026, 10, 20, 9);
const DAY = 86_400_000;

/** One row of each table whose every free text is `text`. */
function rowsOf(text: string, i: number, account: string): Readonly<Record<string, Row>> {
  const stamp = { createdAt: NOW, updatedAt: NOW };
  const id = `hostile-${i}`;
  const step = { id: 's1', title: text, side: 'ours', owner: 'name', name: text, days: 3, from: 'start' };
  const side = { of: 'health', test: 'above', value: 1 };
  const scope = { segments: [text], touchModels: [], stages: [] };
  const measure = { measure: 'nps', weight: 100, curve: STRAIGHT, shelfDays: 90 };
  const card = {
    id,
    name: text,
    version: 1,
    note: text,
    groups: [{ id: 'g', name: text, weight: 100, measures: [measure] }],
    coverageFloor: 0.4,
    bands: { healthy: 70, watch: 40 },
    scope,
    parents: 'own',
    ...stamp,
  };
  const note = {
    subject: text,
    body: `${text}\n\n- [ ] ${text}\n\n| a | b |\n| - | - |\n| ${text} | ${text} |`,
    team: [text],
    tags: [text],
    sentiment: 2,
    sentimentReasons: [text],
    participants: [text],
  };
  return {
    activities: { id, account, kind: id, at: NOW - i * DAY, owner: text, direction: text, ...note, ...stamp },
    versions: { id, activity: 'hostile-0', at: NOW + i, subject: text, body: text, ...stamp },
    bin: { id, table: 'activities', record: { id, account, kind: 'note', at: NOW, ...note }, deletedAt: NOW },
    drafts: {
      id,
      accountId: account,
      noun: 'activity',
      kind: 'note',
      activityAt: NOW,
      ...note,
      newContacts: [{ id: `${id}-c`, name: text, title: text }],
      mail: text,
      parkedLine: text,
      contactLine: text,
      teamLine: text,
      reasonLine: text,
      tagLine: text,
      ...stamp,
    },
    kinds: { id, name: text, icon: 'phone', touch: true, ...stamp },
    templates: {
      id,
      name: text,
      language: 'en',
      kind: 'meeting',
      body: `${text} {{account.name}}`,
      ...stamp,
    },
    tasks: {
      id,
      title: text,
      account,
      side: 'ours',
      owner: text,
      due: '2026-11-01',
      state: 'open',
      ...stamp,
    },
    objectives: {
      id,
      account,
      kind: 'wider',
      title: text,
      why: text,
      unit: text,
      direction: 'up',
      baseline: 1,
      target: 9,
      startsOn: '2026-01-01',
      due: '2026-12-01',
      value: { amount: { minor: 100, currency: 'USD' }, method: text, confirmedBy: text },
      measurements: [{ id: 'm', on: '2026-05-01', value: 4, source: text }],
      milestones: [{ id: 'ms', title: text, due: '2026-06-01' }],
      state: 'open',
      ...stamp,
    },
    playbooks: { id, name: text, purpose: text, steps: [step], proposedFor: [], off: false, ...stamp },
    segments: { id, name: text, rule: { match: 'all', filters: [] }, ...stamp },
    overrides: { id, account, band: 'watch', reason: text, until: '2026-12-31', by: text, ...stamp },
    sentiments: {
      id,
      account,
      value: 2,
      reasons: [text],
      until: '2026-12-31',
      by: text,
      at: NOW + i,
      ...stamp,
    },
    settlements: {
      id,
      account,
      about: 'alert',
      state: 'snoozed',
      reason: text,
      until: '2027-12-31',
      mark: text,
      by: text,
      ...stamp,
    },
    ownRules: {
      id,
      name: text,
      a: side,
      b: { ...side, of: `custom:${text}`, test: 'is', value: text },
      hypothesis: text,
      ask: text,
      nextStep: text,
      off: false,
      ...stamp,
    },
    meetings: {
      id,
      title: text,
      at: Date.now() + 60_000,
      end: Date.now() + 3_600_000,
      place: text,
      attendees: [{ email: `c${i}@example.com`, name: text }],
      ...stamp,
    },
    team: { id, name: text, email: text, me: i === 0, ...stamp },
    views: { id, table: 'accounts', name: text, definition: {}, ...stamp },
    scorecards: card,
    scorecardVersions: { id, scorecard: id, at: NOW, record: card, ...stamp },
  };
}

/** Straight into the database, past every form that could have cleaned a text on its way; how many rows now stand. */
export async function plantHostileRecords(
  page: Page,
  texts: readonly string[],
  account: string,
): Promise<number> {
  const planted = texts.map((text, i) => rowsOf(text, i, account));
  return page.evaluate(async (rows) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('kizuna');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const tables = Object.keys(rows[0] ?? {});
    const tx = db.transaction(tables, 'readwrite');
    let count = 0;
    for (const each of rows) {
      for (const [table, row] of Object.entries(each)) {
        tx.objectStore(table).put(row);
        count++;
      }
    }
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error);
    });
    db.close();
    return count;
  }, planted);
}
