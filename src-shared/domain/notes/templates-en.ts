/** The English templates: short enough to type into during a meeting, with what is easily forgotten. */
import type { BuiltInTemplate } from './built-in-template.ts';

const CHECK_IN = `## Since last time
Internal: last touch {{lastTouch}} ({{lastTouch.daysAgo}} days ago)

-

## What they told us
-

## Progress on their goals
-

## Worries and blockers
-

## Agreed
- [ ] `;

const KICK_OFF = `## Why {{account.name}} bought
In their own words: what is different in a year?

-

## Who is who
- Decides:
- Runs it day by day:
- Uses it on the floor:
- Internal: could stand in the way, and why:

## First success
- Result, as a number they already have:
- Today / target / by when:

## Plan for the first 30 days
- Set-up and data:
- Training (who, when):
- First use on real work:

## How we work together
- Rhythm of meetings:
- Where questions go:

## Agreed
- [ ] `;

const QBR = `## Their goals: still the right ones?
-

## Outcomes: baseline → now → target
| Objective | Baseline | Now | Target |
| --- | --- | --- | --- |
|  |  |  |  |

## Value they confirmed
- Amount, how it was counted, who confirmed it:

## Adoption and support
- Who uses it, who does not:
- Open tickets: {{openTickets}}

## What we learned
-

## Risk and our ask
- Risk:
- Ask:

## Next quarter
- [ ] `;

const ESCALATION = `## What happened
- Since when, how often, who noticed:
- What it stops them from doing:

## What it costs them
- People, orders or money affected:
- Their deadline, and what hangs on it:

## What they expect
- From whom, by when:

## What we said
- Cause, as far as known:
- Next update (day and time), by whom:

## Workaround until then
-

## Agreed
- [ ] `;

const RENEWAL = `Internal: renewal on {{renewal.date}}, in {{renewal.daysLeft}} days. ARR {{arr}}. Owner {{owner}}.

## What they got for it
- Outcomes they would name themselves:
- Outcomes still open:

## How the decision is made
- Who decides, who signs:
- Internal: who can say no:
- Steps and dates until the signature:
- Budget: from where, already planned?

## Internal: alternatives
- What else they look at, or doing nothing:

## Terms
- What they want to change:
- Internal: what we can offer, and against what:

## Internal: how likely, and why
-

## Agreed
- [ ] `;

const HANDOVER = `# Internal: handover from sales

## What was sold
- Products, number of users, term:
- ARR {{arr}}, renewal {{renewal.date}}:
- Promises outside the contract:

## Why they bought
- Problem, in their words:
- What happens if nothing changes:
- What they compared us with:

## People
- Champion, and what they gain personally:
- Executive sponsor:
- Sceptics:

## Risks seen during the sale
-

## First 30 days
- What they expect first, and when:
- Date of the kick-off:

## Agreed
- [ ] `;

const TRAINING = `## Group and aim
- Who ({{attendees}}), how many, which shift or site:
- What they can do afterwards that they cannot do today:

## Covered
-

## Questions and where they got stuck
-

## Can they do it alone?
- Yes:
- Needs help with:

## Who helps colleagues on site
-

## Agreed
- [ ] `;

const INTERVIEW = `Internal: listen, do not sell. Ask for the last real case, then "and then?".

## Their work
- What does a normal day look like?
- What was hard last week? How did you solve it?

## The problem
- How often, how long, who else is affected?
- What have you tried so far?

## With us
- When did you last use it, and for what?
- What did you do outside of it, and why?

## If it were solved
- What would you notice first?
- How would your manager notice?

## In their words
>

## Internal: what surprised us
-

## Next
- [ ] `;

function template(name: string, title: string, kind: string, body: string): BuiltInTemplate {
  return { id: `${name}.en`, name: title, language: 'en', kind, body };
}

export const ENGLISH_TEMPLATES: readonly BuiltInTemplate[] = [
  template('check-in', 'Check-in', 'meeting', CHECK_IN),
  template('kick-off', 'Kick-off', 'meeting', KICK_OFF),
  template('qbr', 'QBR', 'qbr', QBR),
  template('escalation', 'Escalation', 'call', ESCALATION),
  template('renewal', 'Renewal talk', 'meeting', RENEWAL),
  template('handover', 'Handover from sales', 'internal-note', HANDOVER),
  template('training', 'Training', 'training', TRAINING),
  template('interview', 'Interview', 'visit', INTERVIEW),
];
