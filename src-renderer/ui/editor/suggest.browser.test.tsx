/** The editor's menus: people, tags and commands while one writes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { becomes, clearStage, element, open, option, setStage, type } from '#test/fakes/editor-stage.tsx';

beforeEach(setStage);
afterEach(clearStage);

describe('menus', () => {
  it('offers people after @ and takes one by keyboard', async () => {
    await open();
    await type('ask @');
    await expect.element(option('Ken Sato')).toBeVisible();
    await type('{ArrowDown}');
    await expect.element(option('Ken Sato')).toHaveAttribute('aria-selected', 'true');
    await type('{Enter}about it');
    await becomes('ask [@Ken Sato](kizuna-person:Ken%20Sato) about it');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  });

  it('leaves mail addresses, fractions and unknown names alone', async () => {
    await open();
    await type('mia@example.com 3/15 @nobody');
    await becomes('mia@example.com 3/15 @nobody');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await type('{Enter}x');
    await becomes('mia@example.com 3/15 @nobody\n\nx');
  });

  it('offers tags without taking Enter from who writes a new one', async () => {
    await open();
    await type('#r');
    await expect.element(option('#risk')).toBeVisible();
    await type('{Enter}#Q');
    await expect.element(option('#QBR')).toBeVisible();
    await type('{Tab}ok');
    await becomes('#r\n\n#QBR ok');
    expect([...element.querySelectorAll('.kz-tag-text')].map((tag) => tag.textContent)).toEqual([
      '#r',
      '#QBR',
    ]);
  });

  it('closes on Escape and stays closed for that word', async () => {
    await open();
    await type('@ta');
    await type('{Backspace}{Backspace}');
    await expect.element(page.getByRole('listbox')).toBeVisible();
    await type('{Escape}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await type('K{Enter}x');
    await becomes('@K\n\nx');
  });

  it('runs commands of the screen', async () => {
    const run = vi.fn();
    await open('', { slashCommands: [{ id: 'park', label: 'Parking lot', run }] });
    await type('/park{Enter}');
    await expect.poll(() => run.mock.calls.length).toBe(1);
    expect(element.querySelector('[role=textbox]')?.textContent).toBe('');
  });
});
