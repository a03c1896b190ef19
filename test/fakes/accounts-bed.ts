/** The accounts screen with a few accounts, and what a test reads off it. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountRow } from '#renderer/data/book.ts';
import { accountRow } from '#test/factories/account-row.ts';
import { type AccountsStage, type StageParts, stageAccounts } from './accounts-stage.tsx';

const row = (id: string, name: string, minor: number, parts: Partial<AccountRow['account']> = {}) =>
  accountRow(id, { account: { name, ...parts }, arr: [{ minor, currency: 'JPY' }] });

export const FEW = [
  row('a', '青葉物流', 5_000, { nameKana: 'アオバ', owner: '佐藤', stage: 'operation', tags: ['vip'] }),
  row('b', 'Blue Heron', 9_000, { owner: 'Mia', stage: 'onboarding' }),
  row('c', '千代田商会', 7_000, { nameKana: 'チヨダ', owner: '佐藤', stage: 'operation' }),
  row('d', 'Delta', 1_000, { domain: 'delta.example' }),
];

export let stage: AccountsStage;

export async function beginAccounts(): Promise<void> {
  await page.viewport(1280, 800);
}

export function endAccounts(): void {
  stage.end();
}

/** The screen as it comes, with accounts or without. */
export async function show(rows: readonly AccountRow[], parts: StageParts = {}): Promise<void> {
  stage = await stageAccounts(rows, parts);
}

/** Once its first rows are there. */
export async function open(rows: readonly AccountRow[] = FEW, language: 'en' | 'ja' = 'en'): Promise<void> {
  await show(rows, { language });
  await expect.poll(() => stage.element.querySelector('.acc-row .acc-name, .acc-group-label')).not.toBeNull();
}

export const shownNames = () =>
  [...stage.element.querySelectorAll<HTMLElement>('.acc-row')]
    .sort((a, b) => Number(a.dataset.line) - Number(b.dataset.line))
    .map((e) => e.querySelector('.acc-name, .acc-group-label')?.textContent ?? '');

export const grid = () => stage.element.querySelector<HTMLElement>('[data-grid]')!;
