/** Who left, why, and what was understood afterwards; and who came back. */

/** By story. The event lies on the day on which the contract ended. */
const CHURN = {
  churn: {
    reason: 'Product gap',
    avoidable: 'yes',
    comment: 'ロット管理の改善が間に合わず、推進役の役員も異動。',
    afterwards:
      '一年前の低い評価と役員異動を結び付けて見ていなかった。異動の時点で面談していれば避けられた可能性が高い。',
  },
  'churn-unavoidable': {
    reason: 'Business closed',
    avoidable: 'no',
    comment: 'Owners retire, warehouse closed. Satisfied until the end.',
    afterwards: 'Nothing we could have changed.',
  },
  reactivation: {
    reason: 'Replaced by ERP module',
    avoidable: 'unknown',
    comment: '基幹システムの在庫機能に一本化。',
    afterwards: '現場を見ずに決まった話だった。決定前に現場の作業量を示せていなかった。',
  },
};

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
