/** What other programs' texts and pictures become when they are pasted into a note. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { becomes, clearStage, element, open, setStage, type } from '#test/fakes/editor-stage.tsx';

beforeEach(setStage);
afterEach(clearStage);

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

  it('keeps check lists of Markdown, with or without a bullet, and boxes as signs', async () => {
    const dom = await open();
    paste(dom, {
      'text/plain':
        '[ ] one\r\n[x] two\r\n  ☐ deep\n• ☑ three\n□見積を送る\n\n□ はい □ いいえ\n\n```\n[ ] code\n```',
    });
    await becomes(
      '- [ ] one\n- [x] two\n  - [ ] deep\n- [x] three\n- [ ] 見積を送る\n\n□ はい □ いいえ\n\n```\n[ ] code\n```',
    );
  });

  for (const text of ['- [ ] x', '[ ] x']) {
    it(`makes a box of "${text}" inside a bullet`, async () => {
      const dom = await open();
      await type('- a{Enter}');
      paste(dom, { 'text/plain': text });
      await becomes('- a\n- [ ] x');
      await type('y{Enter}{Enter}');
      await becomes('- a\n- [ ] xy');
    });

    it(`puts "${text}" after the item in which the caret is`, async () => {
      const dom = await open();
      await type('- ab');
      paste(dom, { 'text/plain': `${text}\n- [x] z` });
      await becomes('- ab\n- [ ] x\n- [x] z');
      await type('{Control>}z{/Control}{ArrowLeft}');
      paste(dom, { 'text/plain': text });
      await becomes('- a\n- [ ] x\n- b');
    });
  }

  it('puts a check list under the paragraph in which the caret is', async () => {
    const dom = await open('To do');
    await type('{Control>}{End}{/Control}');
    paste(dom, { 'text/plain': '- [ ] x' });
    await becomes('To do\n\n- [ ] x');
  });

  const done = '- [ ] one\n- [x] two';
  const boxes: Readonly<Record<string, [string, string]>> = {
    GitHub: [
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" id="" disabled="" class="task-list-item-checkbox"> one</li><li class="task-list-item"><p><input type="checkbox" disabled="" checked=""> two</p></li></ul>',
      done,
    ],
    Notion: [
      '<ul class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span class="to-do-children-unchecked">one</span></li></ul><ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>two</span></li></ul>',
      done,
    ],
    "Notion's clipboard": [
      '<ul>\n<li>[ ] one</li>\n<li>[x] <strong>two</strong></li>\n</ul>',
      '- [ ] one\n- [x] **two**',
    ],
    'Google Docs': [
      '<b style="font-weight:normal"><ul><li dir="ltr" role="checkbox" aria-checked="false" style="list-style-type:none"><img src="data:image/png;base64,x" alt="unchecked"><p dir="ltr"><span>one</span></p></li><li role="checkbox" aria-checked="true"><p>two</p></li></ul></b>',
      done,
    ],
    'an editor like this one': [
      '<ul data-type="taskList"><li data-checked="false"><label><input type="checkbox"><span></span></label><div><p>one</p></div></li><li data-checked="true"><label><input type="checkbox" checked="checked"><span></span></label><div><p>two</p></div></li></ul>',
      done,
    ],
    "Word's list signs": [
      `${['¨', 'þ']
        .map(
          (sign, i) =>
            `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings;mso-bidi-font-family:Wingdings'><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span></span><![endif]>${['one', 'two'][i]}</p>`,
        )
        .join('')}`,
      done,
    ],
    "Word's boxes to click": [
      '<p class=MsoNormal><w:Sdt CheckBox="t" CheckBoxIsChecked="f"><span style="font-family:&quot;MS Gothic&quot;">☐</span></w:Sdt> one</p><p class=MsoNormal><w:Sdt><span>☒</span></w:Sdt><span>&nbsp;</span>two</p><p class=MsoNormal>after</p>',
      `${done}\n\nafter`,
    ],
    'a table': [
      '<table><tr><td>a</td><td><input type="checkbox" checked> b</td></tr></table>',
      '| a | ☑ b |\n| --- | --- |',
    ],
  };
  for (const [from, [html, markdown]] of Object.entries(boxes)) {
    it(`keeps the check boxes of ${from}`, async () => {
      const dom = await open();
      paste(dom, {
        'text/html': `<body><!--StartFragment-->${html}<!--EndFragment--></body>`,
        'text/plain': 'x',
      });
      await becomes(markdown);
    });
  }

  it('reads a Markdown file in VS Code as text, not by its colours', async () => {
    const dom = await open();
    paste(dom, {
      'text/html': '<div style="color:#ccc"><div><span>- [ ] one</span></div><div>  - two</div></div>',
      'text/plain': '- [ ] one\n  - two',
      'vscode-editor-data': '{"version":1,"mode":"markdown"}',
    });
    await becomes('- [ ] one\n  - two');
  });

  it('leaves bullets of Word bullets', async () => {
    const dom = await open();
    const item = (sign: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span></span><![endif]>${text}</p>`;
    paste(dom, { 'text/html': item('§', 'one') + item('ü', 'two'), 'text/plain': 'x' });
    await becomes('- one\n- two');
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
