/** The editor as hands meet it: typing, its buttons, Japanese input, and that no key stroke is ever lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import {
  becomes,
  clearStage,
  element,
  found,
  leave,
  open,
  option,
  setStage,
  show,
  speak,
  type,
  written,
} from '#test/fakes/editor-stage.tsx';
import { NoteEditor } from './note-editor.tsx';

beforeEach(setStage);
afterEach(clearStage);

/** The protocol's own input method: what it composes goes the way of a real one. */
async function compose(text: string): Promise<void> {
  await cdp().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

async function composingKey(key: string): Promise<void> {
  for (const kind of ['rawKeyDown', 'keyUp'] as const) {
    await cdp().send('Input.dispatchKeyEvent', { type: kind, key, code: key, windowsVirtualKeyCode: 229 });
  }
}

const commit = (text: string) => cdp().send('Input.insertText', { text });

describe('typing', () => {
  it('makes structure of what is typed as Markdown', async () => {
    await open();
    await type('## Decisions{Enter}- one{Enter}two{Enter}{Tab}deep{Enter}{Enter}{Enter}');
    await type('**bold** and *soft* and `code` done');
    await becomes('## Decisions\n\n- one\n- two\n  - deep\n\n**bold** and *soft* and `code` done');
    expect(element.querySelector('h2')?.textContent).toBe('Decisions');
  });

  it('makes check boxes, and a click or a key does them', async () => {
    await open();
    await type('[[ ] call Mia{Enter}send it');
    await becomes('- [ ] call Mia\n- [ ] send it');
    await type('{Alt>}{Enter}{/Alt}');
    await becomes('- [ ] call Mia\n- [x] send it');
    await page.getByRole('checkbox').first().click();
    await becomes('- [x] call Mia\n- [x] send it');
  });

  it('makes one check box of "- [ ]" in an item that Enter began', async () => {
    await open();
    await type('- talk{Enter}- [[ ] call Mia{Enter}- [[x] sent it');
    await becomes('- talk\n- [ ] call Mia\n- [x] sent it');
  });

  it('takes a text that comes in one piece as it is', async () => {
    await open();
    for (const text of ['say **b**', '[x](https://example.com/a)', 'a `c`', '- [ ] ']) {
      await commit(text);
      await type('{Shift>}{Enter}{/Shift}');
    }
    await expect.poll(() => element.textContent).toContain('[x](https://example.com/a)');
    expect(element.querySelector('strong, a, code')).toBeNull();
  });

  it('types where the caret was just moved to', async () => {
    const dom = await open('first\n\nlast');
    // As a key does it: the document is told of the caret by an event that comes later than the next character.
    getSelection()?.collapse(dom.querySelector('p')?.firstChild ?? null, 0);
    document.execCommand('insertText', false, 'x');
    await becomes('xfirst\n\nlast');
  });

  it('breaks the line where the caret was just moved to, before the document heard of it', async () => {
    const dom = await open('one two');
    getSelection()?.collapse(dom.querySelector('p')?.firstChild ?? dom, 3);
    dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await becomes('one\n\ntwo');
  });

  it('undoes and does again', async () => {
    await open('start');
    await type(' more');
    await becomes('start more');
    await type('{Control>}z{/Control}');
    await becomes('start');
    await type('{Control>}{Shift>}z{/Shift}{/Control}');
    await becomes('start more');
  });

  it('hands over the last key when the editor goes away at once', async () => {
    await open();
    await type('abc');
    leave();
    expect(written).toBe('abc');
  });

  it('hands the last key to the note that it was typed in', async () => {
    await speak('en');
    const got: Record<string, string> = {};
    const noteOf = (key: string) => (
      <NoteEditor
        label="Note"
        value={`text ${key}`}
        docKey={key}
        onChange={(markdown) => {
          got[key] = markdown;
        }}
        findMentions={found}
        tags={[]}
        autoFocus
      />
    );
    show(noteOf('a'));
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await type('!');
    show(noteOf('b'));
    await expect.element(page.getByRole('textbox')).toHaveTextContent('text b');
    expect(got).toEqual({ a: 'text a!' });
  });

  it('goes through a table by Tab and adds a row at its end', async () => {
    await open();
    await type('/tab{Enter}');
    await type('A{Tab}B{Tab}C{Tab}1{Tab}2{Tab}3{Tab}4{Tab}5{Tab}6{Tab}7{Shift>}{Enter}{/Shift}8');
    await becomes('| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n| 7<br>8 |  |  |');
  });
});

describe('the bar of formats', () => {
  it('does what its button says where the caret is, and gives the keyboard back to the text', async () => {
    await open();
    await type('call Mia');
    await page.getByRole('button', { name: 'Task' }).click();
    await becomes('- [ ] call Mia');
    await page.getByRole('button', { name: 'Bold' }).click();
    await type(' now');
    await becomes('- [ ] call Mia **now**');
  });

  it('takes back what it did when its button is pressed again', async () => {
    await open('one');
    for (const [name, once, twice] of [
      ['Heading 2', '## one', 'one'],
      ['Bulleted list', '- one', 'one'],
      ['Task', '- [ ] one', '- one'],
      ['Numbered list', '1. one', 'one'],
      ['Quote', '> one', 'one'],
    ] as const) {
      const button = page.getByRole('button', { name });
      await button.click();
      await becomes(once);
      await button.click();
      await becomes(twice);
    }
  });

  it('is one stop before the text, with arrows inside', async () => {
    await open('one');
    await type('{Shift>}{Tab}{/Shift}');
    await expect.element(page.getByRole('button', { name: 'Bold' })).toHaveFocus();
    await type('{ArrowRight}{ArrowRight}{Enter}');
    await becomes('## one');
    await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveFocus();
  });
});

describe('Japanese input', () => {
  it('takes no entry of a menu while a conversion is open', async () => {
    await open('', {}, 'ja');
    await type('@');
    await expect.element(option('田中 太郎')).toBeVisible();
    await compose('たなか');
    await compose('田中');
    await expect.poll(() => found.mock.calls.at(-1)?.[0]).toBe('田中');
    await composingKey('Enter');
    await commit('田中');
    await becomes('@田中');
    await expect.element(option('田中 太郎')).toBeVisible();
    await type('{Enter}');
    await commit('さん');
    await becomes('[@田中 太郎](kizuna-contact:c1)さん');
  });

  it('makes no line, no item and no heading of the Enter that accepts a conversion', async () => {
    await open('- [ ] 一');
    await compose('しりょう');
    await composingKey('Enter');
    await commit('資料');
    await becomes('- [ ] 一資料');
    await type('{Enter}');
    await compose('つぎ');
    await composingKey('Enter');
    await commit('次');
    await becomes('- [ ] 一資料\n- [ ] 次');
  });
});
