/** The playbooks that Kizuna brings: who does what by when; their words are in a file for each language. */
import type { Playbook, PlaybookStep, StepOwner } from '../../model/playbook.ts';
import type { deliveredEn } from './delivered-en.ts';

export type DeliveredWords = typeof deliveredEn;
export type DeliveredId = keyof DeliveredWords;

type StepWords<I extends DeliveredId> = keyof DeliveredWords[I]['steps'] & string;

/** The step's name, who does it, and the day. */
type Line<S extends string> = readonly [step: S, owner: StepOwner, days: number];

interface Plan<I extends DeliveredId> {
  readonly from: PlaybookStep['from'];
  readonly proposedFor: readonly string[];
  readonly lines: readonly Line<StepWords<I>>[];
}

const US = 'account-owner';

/** In the order in which they are offered: along a customer's life, then for when things go wrong or well. */
const PLANS: { readonly [I in DeliveredId]: Plan<I> } = {
  'sales-handover': {
    from: 'start',
    proposedFor: [],
    lines: [
      ['meeting', US, 0],
      ['promises', US, 1],
      ['people', US, 2],
      ['contract', US, 2],
      ['introduction', US, 3],
      ['welcome', US, 5],
      ['goals', 'champion', 7],
    ],
  },
  onboarding: {
    from: 'start',
    proposedFor: ['checkpoint-onboarding'],
    lines: [
      ['kickoff', US, 2],
      ['access', 'admin', 5],
      ['data', 'admin', 10],
      ['training', US, 14],
      ['first-use', 'field-manager', 21],
      ['check', US, 30],
      ['value', 'champion', 45],
      ['close', US, 60],
    ],
  },
  'adoption-push': {
    from: 'start',
    proposedFor: [
      'checkpoint-operation',
      'checkpoint-field-use',
      'contradiction:onboarded-few-active',
      'contradiction:admins-active-field-not',
      'contradiction:support-quiet-usage-falling',
    ],
    lines: [
      ['who', US, 0],
      ['ask', US, 2],
      ['task', 'champion', 5],
      ['session', US, 10],
      ['manager', 'field-manager', 14],
      ['compare', US, 28],
    ],
  },
  'champion-change': {
    from: 'start',
    proposedFor: ['champion-left', 'contradiction:nps-high-champion-changed'],
    lines: [
      ['farewell', US, 0],
      ['sponsor', US, 2],
      ['successor', 'executive-sponsor', 5],
      ['meet', US, 8],
      ['history', US, 10],
      ['win', US, 21],
      ['map', US, 30],
    ],
  },
  'renewal-120': {
    from: 'renewal',
    proposedFor: ['renewal-120'],
    lines: [
      ['facts', US, 118],
      ['deciders', US, 115],
      ['goals', 'champion', 110],
      ['risk', US, 105],
      ['review', US, 95],
    ],
  },
  'renewal-90': {
    from: 'renewal',
    proposedFor: ['renewal-90'],
    lines: [
      ['review', US, 85],
      ['confirm', 'executive-sponsor', 80],
      ['issues', US, 75],
      ['forecast', US, 70],
      ['draft', US, 65],
    ],
  },
  'renewal-60': {
    from: 'renewal',
    proposedFor: ['renewal-60'],
    lines: [
      ['walk', US, 58],
      ['send', US, 54],
      ['budget', 'economic-buyer', 47],
      ['terms', 'nobody', 42],
      ['answers', US, 40],
      ['timeline', US, 35],
    ],
  },
  'renewal-30': {
    from: 'renewal',
    proposedFor: ['renewal-30'],
    lines: [
      ['open', US, 28],
      ['executive', US, 25],
      ['sign', 'economic-buyer', 14],
      ['order', US, 10],
      ['thanks', US, 3],
    ],
  },
  'risk-rescue': {
    from: 'start',
    proposedFor: [
      'band-fell',
      'score-fell',
      'renewal-lost',
      'contradiction:usage-up-nps-low',
      'contradiction:sentiment-good-health-falling',
    ],
    lines: [
      ['call', US, 0],
      ['facts', US, 1],
      ['inside', US, 2],
      ['plan', US, 5],
      ['executive', US, 7],
      ['theirs', 'champion', 10],
      ['report', US, 14],
      ['review', US, 30],
    ],
  },
  escalation: {
    from: 'start',
    proposedFor: ['severe-tickets', 'contradiction:forecast-renew-escalated'],
    lines: [
      ['acknowledge', US, 0],
      ['team', US, 0],
      ['workaround', US, 1],
      ['impact', 'champion', 2],
      ['update', US, 3],
      ['fix', US, 7],
      ['confirm', 'admin', 10],
      ['lesson', US, 14],
    ],
  },
  'qbr-preparation': {
    from: 'start',
    // Where the renewal is near and no executive is in touch, the renewal's own playbook comes first.
    proposedFor: ['checkpoint-outcome', 'objective-overdue', 'contradiction:usage-up-no-outcome'],
    lines: [
      ['date', US, 0],
      ['ask', US, 3],
      ['numbers', 'champion', 7],
      ['deck', US, 10],
      ['rehearse', US, 14],
      ['hold', US, 21],
      ['minutes', US, 22],
    ],
  },
  expansion: {
    from: 'start',
    proposedFor: ['seats-nearly-used'],
    lines: [
      ['proof', US, 0],
      ['where', US, 3],
      ['introduction', 'champion', 7],
      ['need', US, 14],
      ['value', US, 18],
      ['sales', US, 20],
      ['decision', 'economic-buyer', 30],
    ],
  },
};

/** Our own people do what is ours; everybody else, and whoever is still to be found, is the customer's. */
function stepOf<S extends string>(
  [id, owner, days]: Line<S>,
  from: PlaybookStep['from'],
  title: string,
): PlaybookStep {
  return { id, title, side: owner === US ? 'ours' : 'theirs', owner, days, from };
}

function playbookOf<I extends DeliveredId>(id: I, words: DeliveredWords): Playbook {
  const { from, proposedFor, lines }: Plan<I> = PLANS[id];
  const { name, purpose } = words[id];
  const titles: Readonly<Record<string, string>> = words[id].steps;
  const steps = lines.map((line) => stepOf(line, from, titles[line[0]] ?? line[0]));
  return { id, name, purpose, steps, proposedFor, off: false };
}

export const DELIVERED_IDS = Object.keys(PLANS) as readonly DeliveredId[];

export function deliveredPlaybooks(words: DeliveredWords): readonly Playbook[] {
  return DELIVERED_IDS.map((id) => playbookOf(id, words));
}
