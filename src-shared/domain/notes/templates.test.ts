/** Templates: the ones that come along, their variables, and their way through files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_KINDS } from '../../model/activity.ts';
import { BUILT_IN_TEMPLATES } from './built-in-templates.ts';
import { findTasks } from './find-tasks.ts';
import { renderTemplate, TEMPLATE_VARIABLES, unknownVariables } from './render-template.ts';
import { readTemplateFile, writeTemplateFile } from './template-file.ts';

describe('the templates that come along', () => {
  it('are the same eight in both languages, use known variables, and make no tasks by themselves', () => {
    const names = (language: string) =>
      BUILT_IN_TEMPLATES.filter((each) => each.language === language).map((each) => each.id.split('.')[0]);
    expect(names('en')).toHaveLength(8);
    expect(names('ja')).toEqual(names('en'));
    for (const { id, kind, body } of BUILT_IN_TEMPLATES) {
      expect(unknownVariables(body), id).toEqual([]);
      expect(ACTIVITY_KINDS, id).toContain(kind);
      expect(findTasks(body, { today: '2026-03-11', contacts: [], team: [] }), id).toEqual([]);
    }
  });
});

describe('variables', () => {
  it('are filled, shown as missing, or left as written when nobody knows them', () => {
    const body =
      '{{account.name}} {{ owner }} {{renewal.date}} {{constructor}} {{account.name.length}} {{}} {{1+1}}';
    expect(renderTemplate(body, { 'account.name': '青葉物流', owner: '佐藤' })).toBe(
      '青葉物流 佐藤 – {{constructor}} {{account.name.length}} {{}} {{1+1}}',
    );
    expect(unknownVariables(body)).toEqual(['constructor', 'account.name.length', '', '1+1']);
  });

  it('are left out with the brackets around them where none of them has a value', () => {
    const en = 'Last touch {{lastTouch}} ({{lastTouch.daysAgo}} days ago)';
    const ja = '前回の接点は{{lastTouch}}（{{lastTouch.daysAgo}}日前）';
    expect(renderTemplate(en, {})).toBe('Last touch –');
    expect(renderTemplate(ja, {})).toBe('前回の接点は–');
    expect(renderTemplate(en, { lastTouch: '1 Nov', 'lastTouch.daysAgo': '21' })).toBe(
      'Last touch 1 Nov (21 days ago)',
    );
    // Something in it has a value, or nobody knows what it means.
    expect(renderTemplate('({{owner}}, {{me}})', { me: 'Sato' })).toBe('(–, Sato)');
    expect(renderTemplate('({{nobody}}) (plain)', {})).toBe('({{nobody}}) (plain)');
  });

  it('never become markup, lines or further variables', () => {
    const hostile = '{{owner}} <img src=x onerror=alert(1)> [a](javascript:b)\n# *x* | `y`';
    const shown = renderTemplate('{{account.name}}', { 'account.name': hostile, owner: 'X' });
    expect(shown).toBe(
      '\\{\\{owner\\}\\} \\<img src=x onerror=alert(1)\\> \\[a\\](javascript:b) # \\*x\\* \\| \\`y\\`',
    );
    expect(renderTemplate('{{owner}}', { owner: '# a' })).toBe('\\# a');
  });

  it('leave everything else as it is, for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, value) => {
        fc.pre(!/[{}]/.test(text));
        expect(renderTemplate(text, { owner: value })).toBe(text);
        fc.pre(!/[()（）]/.test(text));
        for (const name of TEMPLATE_VARIABLES)
          expect(renderTemplate(`${text}{{${name}}}${text}`, {}, '?')).toBe(`${text}?${text}`);
      }),
    );
  });
});

describe('template files', () => {
  it('come back as they went, for every name and text', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((each) => !/[\r\n\p{Cc}\uFEFF]/u.test(each));
    const lines = fc.array(text, { minLength: 1 }).map((all) => all.join('\n').trim());
    fc.assert(
      fc.property(text, lines, fc.constantFrom('en' as const, 'ja' as const), (given, body, language) => {
        const name = given.trim();
        fc.pre(name !== '' && body !== '');
        const file = writeTemplateFile({ name, kind: 'qbr', language, body });
        expect(readTemplateFile(file, 'x.md')).toEqual({
          ok: true,
          value: { name, kind: 'qbr', language, body },
        });
      }),
    );
  });

  it('are read without a head, with other line ends, and refused when empty or endless', () => {
    expect(readTemplateFile('\uFEFF## 議題\r\n- ', '定例.md')).toEqual({
      ok: true,
      value: { name: '定例', kind: 'meeting', language: 'ja', body: '## 議題\n-' },
    });
    expect(readTemplateFile('---\nname: x\n---\n', 'x.md')).toEqual({ ok: false, error: { type: 'empty' } });
    expect(readTemplateFile('x'.repeat(200_001), 'x.md')).toEqual({ ok: false, error: { type: 'too-long' } });
  });
});
