/** How long a message stays: one that something failed stays on its screen, and leaves when it was read and one went on. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { speak } from '#test/fakes/app-data.ts';
import { ToastRegion, toast } from './toast.tsx';

const READ_MS = 10_000;
let root: Root;
let element: HTMLElement;
let close: () => void;

const at = (place: string) => root.render(<ToastRegion place={place} />);
const shown = () => page.getByText('It failed').elements().length;
/** What follows from a new place is there. */
const settled = () => new Promise((resolve) => requestAnimationFrame(resolve));

beforeEach(async () => {
  await speak('en');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  element = document.body.appendChild(document.createElement('div'));
  root = createRoot(element);
  at('/accounts');
  close = toast({ message: 'It failed', tone: 'danger' });
  await expect.poll(shown).toBe(1);
});
afterEach(() => {
  close();
  root.unmount();
  element.remove();
  vi.useRealTimers();
});

async function wait(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settled();
}

describe('a message that something failed', () => {
  it('stays on its screen for as long as it takes', async () => {
    await wait(READ_MS * 60);
    expect(shown()).toBe(1);
  });

  it('leaves with its screen once it was there to be read', async () => {
    await wait(READ_MS);
    expect(shown()).toBe(1);
    at('/tasks');
    await expect.poll(shown).toBe(0);
  });

  it('stays over the next screen until then', async () => {
    await wait(READ_MS / 2);
    at('/tasks');
    await settled();
    expect(shown()).toBe(1);
    await wait(READ_MS / 2);
    await expect.poll(shown).toBe(0);
  });

  it('stays while somebody is at it, whatever the screen', async () => {
    const button = page.getByRole('button', { name: 'Close' }).element() as HTMLElement;
    button.focus();
    await wait(READ_MS);
    at('/tasks');
    await settled();
    expect(shown()).toBe(1);
    button.blur();
    await expect.poll(shown).toBe(0);
  });

  it('stays where one came back to in time', async () => {
    at('/tasks');
    await settled();
    at('/accounts');
    await wait(READ_MS * 2);
    expect(shown()).toBe(1);
  });
});
