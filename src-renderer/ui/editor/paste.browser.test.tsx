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
