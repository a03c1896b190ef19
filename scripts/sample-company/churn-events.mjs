/** Who left, why, and what was understood afterwards; and who came back. */
import { CHURN } from './stories.mjs';

export function buildChurnEvents(accounts) {
  const events = [];
  for (const account of accounts) {
    const told = CHURN[account.story];
    if (told === undefined) continue;
    const lost = account.terms.filter((one) => one.ended).at(-1);
    const base = { account, refund: 0, lost: lost.mrr, isReactivation: false, ...told };
    events.push({ ...base, day: lost.to });
    if (account.backDay !== undefined) {
      const comment = '現場の要望で再開。前回の設定をそのまま利用。';
      events.push({
        ...base,
        day: account.backDay,
        lost: 0,
        isReactivation: true,
        reason: 'Returned',
        comment,
        avoidable: '',
        afterwards: '',
      });
    }
  }
  events.sort((a, b) => a.day - b.day);
  for (const [index, one] of events.entries()) one.id = `X-${901 + index}`;
  return events;
}
