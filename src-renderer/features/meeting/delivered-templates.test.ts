/** What of each delivered template the customer may see, on the screen that is shared and in the mail: all of them, both languages. */
import { describe, expect, it } from 'vitest';
import type { BuiltInTemplate } from '#shared/domain/notes/built-in-template.ts';
import { BUILT_IN_TEMPLATES } from '#shared/domain/notes/built-in-templates.ts';
import { findTasks } from '#shared/domain/notes/find-tasks.ts';
import {
  renderTemplate,
  TEMPLATE_VARIABLES,
  type TemplateValues,
} from '#shared/domain/notes/render-template.ts';
import { promptsOf } from '#shared/domain/notes/template-prompts.ts';
import { answeredPart } from './answered-part.ts';
import { customerPart } from './customer-part.ts';
import { followUpMail, type MailWords } from './follow-up-mail.ts';

const WORDS: MailWords = {
  greeting: () => 'Dear',
  thanks: 'Thanks',
  ours: 'We',
  theirs: 'You',
  next: (date) => date,
  closing: 'Bye',
  date: (iso) => iso,
};
const isPrompt = promptsOf(BUILT_IN_TEMPLATES.map(({ body }) => body));
const FULL: TemplateValues = Object.fromEntries(TEMPLATE_VARIABLES.map((name) => [name, '7']));

/** What is ours to know, by a phrase of each place: whatever is written there stays with us. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  'check-in': ['last touch 7', '前回の接点は'],
  'kick-off': ['stand in the way', '慎重な方'],
  renewal: [
    'renewal on',
    'who can say no',
    'doing nothing',
    'what we can offer',
    'likely',
    '社内：更新日',
    '反対しうる方',
    '他社の検討',
    'ご提案できること',
    '見込みとその理由',
  ],
  interview: ['do not sell', 'surprised us', '売り込まず', '意外だったこと'],
};
/** Figures that say something before anybody wrote a word. */
const TOLD = /^・(?:Open tickets|未解決チケット)/;

function mailOf({ kind }: BuiltInTemplate, body: string): string {
  const tasks = findTasks(body, { today: '2026-03-11', contacts: [], team: [] });
  return followUpMail({ note: { kind, body }, isPrompt, tasks, names: [], nextOn: undefined }, WORDS);
}

interface Place {
  /** The question or, where none is asked, the heading above. */
  readonly about: string;
  readonly answer: string;
}

/** Every place of the template filled with words of its own. */
function filledIn(body: string): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  let heading = '';
  const answer = (about: string) => {
    const words = `answer${places.length}.`;
    places.push({ about, answer: words });
    return words;
  };
  const lines = body.split('\n').map((line) => {
    if (/^#/.test(line)) heading = line;
    if (/^#|^\s*$|^\| [^|-]|^\| -/.test(line)) return line;
    if (/^\|[\s|]+$/.test(line)) return `| ${answer(heading)} | b | c | d |`;
    return `${line} ${answer(/^(?:-|>|- \[ \])\s*$/.test(line) ? heading : line)}`;
  });
  return { text: lines.join('\n'), places };
}

describe.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const))(
  '%s',
  (id, template) => {
    const ours = OURS[id.split('.')[0] ?? ''] ?? [];
    const isOurs = ({ about }: Place) =>
      template.kind === 'internal-note' || ours.some((phrase) => about.includes(phrase));

    it.each([
      ['with values', FULL],
      ['without values', {}],
    ])('asks the customer nothing while nobody has answered, %s', (_name, values) => {
      const body = renderTemplate(template.body, values);
      const shown = answeredPart(customerPart({ kind: template.kind, body }), isPrompt).split('\n');
      const said = shown.filter(
        (line) => line.trim() !== '' && !/^#|^- (?:Open tickets|未解決チケット)/.test(line),
      );
      expect(said).toEqual([]);
      const mail = mailOf(template, body).split('\n');
      const figures = mail.some((line) => TOLD.test(line));
      expect(
        mail.filter((line) => line !== '' && !TOLD.test(line) && !(figures && line.startsWith('■ '))),
      ).toEqual(['Dear', 'Thanks', 'Bye']);
    });

    it('tells the customer every answer but those that are ours', () => {
      const { text, places } = filledIn(renderTemplate(template.body, FULL));
      const shown = answeredPart(customerPart({ kind: template.kind, body: text }), isPrompt);
      const mail = mailOf(template, text);
      for (const place of places) {
        expect(shown.includes(place.answer), `shown: ${place.about}`).toBe(!isOurs(place));
        expect(mail.includes(place.answer.slice(0, -1)), `mailed: ${place.about}`).toBe(!isOurs(place));
      }
      const named = (phrase: string) => places.some(({ about }) => about.includes(phrase));
      expect(ours.filter(named).length, 'phrases of this language').toBe(ours.length / 2);
    });

    it('keeps what is ours when it stands in a meeting of another kind', () => {
      if (template.kind !== 'internal-note') return;
      const { text } = filledIn(template.body);
      expect(customerPart({ kind: 'meeting', body: text })).toBe('');
    });
  },
);
