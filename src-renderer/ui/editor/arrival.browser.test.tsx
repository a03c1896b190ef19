/** Texts and pictures that come from elsewhere than the keyboard: one step each, in the note that is open. */
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  becomes,
  clearStage,
  element,
  open,
  option,
  setStage,
  show,
  speak,
  type,
} from '#test/fakes/editor-stage.tsx';
import { type Arrival, NoteEditor } from './note-editor.tsx';

beforeEach(setStage);
afterEach(clearStage);

const TEMPLATE = '## Agenda\n\n- \n\n## Agreed\n\n- [ ] ';
let written = '';

/** A form as those of notes and meetings: it keeps the text, and puts something into it by a button. */
function Form({ add, takesCaret }: { readonly add: (body: string) => string; readonly takesCaret: boolean }) {
  const [body, setBody] = useState('');
  const [arrival, setArrival] = useState<Arrival>({ number: 0, takesCaret });
  written = body;
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setBody(add);
          setArrival(({ number }) => ({ number: number + 1, takesCaret }));
        }}
      >
        put
      </button>
      <NoteEditor
        label="Note"
        value={body}
        docKey="d1"
        arrival={arrival}
        onChange={setBody}
        findMentions={() => []}
        tags={[]}
        autoFocus
      />
    </>
  );
}

async function stage(add: (body: string) => string, takesCaret: boolean): Promise<void> {
  await speak('en');
  show(<Form add={add} takesCaret={takesCaret} />);
  await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveFocus();
}

const put = () => page.getByRole('button', { name: 'put' }).click();
const is = (markdown: string) => expect.poll(() => written).toBe(markdown);
const undo = '{Control>}z{/Control}';

describe('a text that arrives', () => {
  it('is a step of its own, after which all that was typed before can still be undone', async () => {
    await stage((body) => `${body}\n\n${TEMPLATE}`, true);
    await type('First line');
    await is('First line');
    await put();
    await expect.element(page.getByRole('heading', { name: 'Agenda' })).toBeVisible();
    // The caret stands in the first empty line of what came.
    await type('a point');
    await expect.poll(() => written).toContain('## Agenda\n\n- a point\n');
    await type(undo);
    await expect.poll(() => written).not.toContain('a point');
    await expect.poll(() => written).toContain('## Agenda');
    await type(undo);
    await is('First line');
    // How many steps a line of typing is depends on how fast it was typed.
    const until = (keys: string, done: () => boolean) =>
      expect
        .poll(async () => {
          if (!done()) await type(keys);
          return done();
        })
        .toBe(true);
    await until(undo, () => written === '');
    await until('{Control>}y{/Control}', () => written.startsWith('First line\n\n## Agenda\n\n- a point\n'));
  });

  it('leaves the caret where it is when it is not for it', async () => {
    await stage((body) => `${body}\n\n## Later\n\n- x`, false);
    await type('one{Enter}two{ArrowUp}');
    await is('one\n\ntwo');
    await put();
    await is('one\n\ntwo\n\n## Later\n\n- x');
    element.querySelector<HTMLElement>('[role=textbox]')?.focus();
    await type('!');
    await is('one!\n\ntwo\n\n## Later\n\n- x');
    await type(undo);
    await is('one\n\ntwo\n\n## Later\n\n- x');
    await type(undo);
    await is('one\n\ntwo');
  });

  it.each([
    ['', TEMPLATE],
    ['- a\n- b', '- a\n- b\n- c'],
    ['- a\n  - b', 'text'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |', '| a | b |\n| --- | --- |\n| 1 | 3 |'],
    ['aa', 'aaa'],
    ['> q', '## q'],
  ])('%j becomes %j whatever the two have in common', async (before, after) => {
    let next = before;
    await stage(() => next, true);
    await put();
    await expect.poll(() => element.querySelector('[role=textbox]') !== null).toBe(true);
    next = after;
    await put();
    await type('Z');
    await type('{Backspace}');
    const trimmed = (text: string) => text.replace(/[ \t]+$/gm, '').trimEnd();
    await expect.poll(() => trimmed(written)).toBe(trimmed(after));
  });
});

describe('pictures', () => {
  const images = { save: async () => 'img-1', load: async () => undefined };
  const png = async (name: string) => {
    const canvas = document.createElement('canvas');
    canvas.width = 3;
    canvas.height = 2;
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
    return new File([blob ?? ''], name, { type: 'image/png' });
  };
  const choose = (files: readonly File[]) => {
    const input = element.querySelector<HTMLInputElement>('input[type=file]');
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    if (input === null) throw new Error('no file field');
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('come from a file that the button or the / menu asks for', async () => {
    await open('', { images });
    const click = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
    await page.getByRole('button', { name: 'Picture from a file…' }).click();
    expect(click).toHaveBeenCalledTimes(1);
    await type('see /pict');
    await expect.element(option('Picture from a file…')).toBeVisible();
    await type('{Enter}');
    await expect.poll(() => click.mock.calls.length).toBe(2);
    click.mockRestore();
    choose([await png('gate 3.png')]);
    await becomes('see ![gate 3](kizuna-image:img-1)');
  });

  it('are told when they are none', async () => {
    await open('', { images });
    choose([new File(['no'], 'plan.heic', { type: 'image/heic' })]);
    await expect.poll(() => written).not.toContain('kizuna-image');
  });

  it('come by a drop, where they fall', async () => {
    const dom = await open('one\n\ntwo', { images });
    const data = new DataTransfer();
    data.items.add(await png('dock.png'));
    const { right, top, bottom } = dom.querySelector('p')?.getBoundingClientRect() ?? new DOMRect();
    dom.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
        clientX: right - 4,
        clientY: (top + bottom) / 2,
      }),
    );
    await becomes('one![dock](kizuna-image:img-1)\n\ntwo');
  });

  it('have no button where they are not taken', async () => {
    await open();
    await expect.element(page.getByRole('button', { name: 'Bold' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Picture from a file…' })).not.toBeInTheDocument();
  });
});
