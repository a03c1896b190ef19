/** A note for reading. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { clearStage, element, setStage, show, speak } from '#test/fakes/editor-stage.tsx';
import { NoteView } from './note-view.tsx';

beforeEach(setStage);
afterEach(clearStage);

it('shows the same note for reading, without a live address that is not safe', async () => {
  await speak('ja');
  const text =
    '# 会議\n\n- [x] 済み [@田中](kizuna-contact:c1)\n\n| a | b |\n| --- | --- |\n| 1 | **2** |\n\n[x](javascript:alert(1)) https://example.com/a。 <img src=x onerror=alert(1)> #更新';
  show(<NoteView markdown={text} />);
  await expect.element(page.getByRole('heading', { name: '会議' })).toBeVisible();
  await expect.element(page.getByRole('checkbox')).toBeChecked();
  await expect.element(page.getByRole('cell', { name: '2' })).toBeVisible();
  expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://example.com/a',
  ]);
  expect(element.querySelector('img')).toBeNull();
  expect(element.textContent).toContain('<img src=x onerror=alert(1)> #更新');
});
