/** A chart whose code or drawing fails says so and can be tried again. */

import { Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { speak } from '#test/fakes/app-data.ts';
import { Chart } from './chart.tsx';
import './theme.css';

const core = vi.hoisted(() => ({ fails: true }));
vi.mock(import('./chart-core.ts'), async (original) => {
  const real = await original();
  const init: typeof real.init = (...given) => {
    if (core.fails) throw new Error('the chunk is not there');
    return real.init(...given);
  };
  return { ...real, init };
});

let root: Root;
let element: HTMLElement;
beforeEach(async () => {
  await speak('en');
  element = document.createElement('main');
  document.body.append(element);
  root = createRoot(element);
});
afterEach(() => {
  root.unmount();
  element.remove();
});

it('says that it could not be shown, and is drawn on another try', async () => {
  const option = { xAxis: { data: ['a'] }, yAxis: {}, series: [{ type: 'bar', data: [1] }] };
  root.render(
    <Suspense fallback={null}>
      <Chart label="Uses" option={option} height={120} />
    </Suspense>,
  );
  await expect.element(page.getByText('The chart could not be shown')).toBeVisible();
  core.fails = false;
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByRole('img', { name: 'Chart: Uses' })).toBeVisible();
  await expect.poll(() => element.querySelector('canvas')).not.toBeNull();
});
