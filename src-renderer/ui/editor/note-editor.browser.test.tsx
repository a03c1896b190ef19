/** The editor as hands meet it: typing, menus, Japanese input, pasting, and that no key stroke is ever lost. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { currentLocale, startLocale } from '#renderer/i18n/locale.ts';
import '#renderer/ui/theme.css';
import { type Language, setPreferences } from '#renderer/ui-state/preferences.ts';
import { type Mention, NoteEditor, type NoteEditorProps } from './note-editor.tsx';
import { NoteView } from './note-view.tsx';

const PEOPLE: readonly Mention[] = [
  { id: 'c1', label: '田中 太郎', kind: 'contact', hint: 'champion' },
  { id: 'Ken Sato', label: 'Ken Sato', kind: 'person' },
];

let started: Promise<void> | undefined;

async function speak(language: Language): Promise<void> {
  started ??= startLocale({ commandLine: undefined, system: ['en-US', 'ja-JP'] });
  await started;
  setPreferences({ language });
  await expect.poll(() => currentLocale().language).toBe(language);
}

let root: Root | undefined;
let element: HTMLElement;
let written: string;
const found = vi.fn((query: string) =>
  PEOPLE.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())),
);

beforeEach(() => {
  written = 'nothing yet';
  found.mockClear();
  element = document.createElement('main');
  document.body.append(element);
});
afterEach(() => {
  root?.unmount();
  element.remove();
});

async function open(
  value = '',
  more: Partial<NoteEditorProps> = {},
  language: 'en' | 'ja' = 'en',
): Promise<HTMLElement> {
  await speak(language);
  root = createRoot(element);
  const change = (markdown: string) => {
    written = markdown;
  };
  root.render(
    <NoteEditor
      label="Note"
      value={value}
      docKey="d1"
      onChange={change}
      findMentions={found}
      tags={['更新', 'QBR', 'risk']}
      autoFocus
      {...more}
    />,
  );
  const box = page.getByRole('textbox', { name: 'Note' });
  await expect.element(box).toBeVisible();
  await expect.element(box).toHaveFocus();
  const dom = box.element();
  if (!(dom instanceof HTMLElement)) throw new Error('no text box');
  return dom;
}

const type = (keys: string) => userEvent.keyboard(keys);
const becomes = (markdown: string) => expect.poll(() => written).toBe(markdown);
const option = (name: string) => page.getByRole('option', { name });

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
    root?.unmount();
    root = undefined;
    expect(written).toBe('abc');
  });

  it('hands the last key to the note that it was typed in', async () => {
    await speak('en');
    const got: Record<string, string> = {};
    const show = (key: string) => (
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
    root = createRoot(element);
    root.render(show('a'));
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await type('!');
    root.render(show('b'));
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

function paste(target: HTMLElement, data: Record<string, string>, files: readonly File[] = []): void {
  const clipboardData = new DataTransfer();
  for (const [kind, text] of Object.entries(data)) clipboardData.setData(kind, text);
  for (const file of files) clipboardData.items.add(file);
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

describe('pasting', () => {
  it('keeps the table of Excel and drops its looks', async () => {
    const dom = await open();
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>.x{color:red}</style></head><body><table border=0 style="width:100pt"><!--StartFragment--><col width=64><tr height=20><td class=xl65 style="background:yellow">項目</td><td>値</td></tr><tr><td>a|b</td><td align=right><b>1,200</b></td></tr><!--EndFragment--></table></body></html>';
    paste(dom, { 'text/html': html, 'text/plain': '項目\t値\na|b\t1,200' });
    await becomes('| 項目 | 値 |\n| --- | --- |\n| a\\|b | **1,200** |');
  });

  it("turns Word's paragraphs with signs into lists", async () => {
    const dom = await open();
    const item = (level: number, sign: string, text: string) =>
      `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span><![endif]><span lang=EN-US>${text}<o:p></o:p></span></p>`;
    const html = `<body><!--StartFragment--><h2 style='color:#365F91'>Plan</h2>${item(1, '·', 'one')}${item(2, 'o', 'deep')}${item(1, '·', 'two')}<p class=MsoNormal>after <span style='font-weight:bold'>all</span></p><!--EndFragment--></body>`;
    paste(dom, { 'text/html': html, 'text/plain': 'x' });
    await becomes('## Plan\n\n- one\n  - deep\n- two\n\nafter **all**');
  });

  it('keeps lines, links and quotes of Gmail, and fetches no picture', async () => {
    const dom = await open();
    const html =
      '<div dir="ltr">Hello<div><br></div><div>see <a href="https://example.com/x?a=1&amp;b=2" target="_blank">the plan</a><img src="https://example.com/pixel.gif" width=1></div><blockquote class="gmail_quote">old</blockquote></div>';
    paste(dom, { 'text/html': html, 'text/plain': 'x' });
    await becomes('Hello\n\nsee [the plan](https://example.com/x?a=1&b=2)\n\n> old');
    expect(element.querySelector('img[src^=http]')).toBeNull();
  });

  it('reads plain text as Markdown', async () => {
    const dom = await open();
    paste(dom, { 'text/plain': '- 一\n- 二\n\n[x](javascript:alert(1))' });
    await becomes('- 一\n- 二\n\n[x\\](javascript:alert(1))');
  });

  it('makes a link of an address pasted over a word', async () => {
    const dom = await open('plan');
    await type('{Control>}a{/Control}');
    paste(dom, { 'text/plain': 'https://example.com/a' });
    await becomes('[plan](https://example.com/a)');
  });

  it('keeps a picture, small enough, under an id', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 3200;
    canvas.height = 800;
    canvas.getContext('2d')?.fillRect(0, 0, 3200, 800);
    const big = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (big === null) throw new Error('no picture');
    const kept: Blob[] = [];
    const dom = await open('', {
      images: {
        save: async (image) => {
          kept.push(image);
          return 'i1';
        },
        load: async () => URL.createObjectURL(big),
      },
    });
    paste(dom, {}, [new File([big], 'floor.png', { type: 'image/png' })]);
    await becomes('![floor](kizuna-image:i1)');
    const drawn = await createImageBitmap(kept[0] ?? new Blob());
    expect([drawn.width, drawn.height]).toEqual([1600, 400]);
    await expect.element(page.getByRole('img', { name: 'floor' })).toBeVisible();
  });
});

it('shows the same note for reading, without a live address that is not safe', async () => {
  await speak('ja');
  root = createRoot(element);
  const text =
    '# 会議\n\n- [x] 済み [@田中](kizuna-contact:c1)\n\n| a | b |\n| --- | --- |\n| 1 | **2** |\n\n[x](javascript:alert(1)) https://example.com/a。 <img src=x onerror=alert(1)> #更新';
  root.render(<NoteView markdown={text} />);
  await expect.element(page.getByRole('heading', { name: '会議' })).toBeVisible();
  await expect.element(page.getByRole('checkbox')).toBeChecked();
  await expect.element(page.getByRole('cell', { name: '2' })).toBeVisible();
  expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://example.com/a',
  ]);
  expect(element.querySelector('img')).toBeNull();
  expect(element.textContent).toContain('<img src=x onerror=alert(1)> #更新');
});
