/** How a text file is read: each choice shows at once what the first rows become, before anything is read again. */
import Encoding from 'encoding-japanese';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { sources as words } from '#renderer/i18n/en/sources.ts';
import { speak } from '#test/fakes/app-data.ts';
import { LayoutPanel } from './layout-panel.tsx';

const TEXT = '会社名;担当\n青葉物流;佐藤\n';
const bytes = new Uint8Array(Encoding.convert(Encoding.stringToCode(TEXT), { to: 'SJIS', from: 'UNICODE' }));

const real = globalThis.fetch;
let end = (): void => undefined;
const onUse = vi.fn();

beforeEach(async () => {
  await speak('en');
  globalThis.fetch = async (input, init) =>
    String(input).includes('/files/ticket') ? new Response(bytes) : real(input, init);
  const element = document.body.appendChild(document.createElement('main'));
  const root = createRoot(element);
  root.render(
    <LayoutPanel
      fileName="customers.csv"
      ticket="ticket"
      format={{ type: 'delimited', encoding: 'windows-1252', delimiter: ';', headerRow: 0 }}
      onUse={onUse}
    />,
  );
  end = () => {
    root.unmount();
    element.remove();
  };
});

afterEach(() => {
  end();
  globalThis.fetch = real;
});

it('shows the first rows under each encoding, and reads again only when asked', async () => {
  const rows = page.getByRole('table', { name: words.firstRows });
  await expect.element(rows).toBeVisible();
  await expect.element(rows).not.toHaveTextContent('青葉物流');
  await expect.element(page.getByRole('button', { name: words.readAgain })).toBeDisabled();
  await page.getByRole('button', { name: new RegExp(`^${words.encoding}`) }).click();
  await page.getByRole('option', { name: words.encodings.shift_jis }).click();
  await expect.element(rows.getByRole('columnheader', { name: '会社名' })).toBeVisible();
  await expect.element(rows.getByRole('cell', { name: '青葉物流' })).toBeVisible();
  expect(onUse).not.toHaveBeenCalled();
  await page.getByRole('button', { name: words.readAgain }).click();
  expect(onUse).toHaveBeenCalledWith({ encoding: 'shift_jis', delimiter: ';', headerRow: 0 });
});
