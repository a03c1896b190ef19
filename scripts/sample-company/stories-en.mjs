/** The English stories as their CSMs wrote them down, entry by entry. */

/** days before the reference day | kind | role of the person (or none) | subject | body */
export const SCRIPTED_EN = {
  'renewal-no-executive': [
    [
      64,
      'meeting',
      'champion',
      'Renewal, first talk',
      'Operations wants to go on as is. Nobody could tell me who signs.',
    ],
    [27, 'call', 'admin', 'Paperwork for the renewal', 'IT forwards the quote "upstairs". No name, no date.'],
    [
      8,
      'internal-note',
      '',
      'No executive known',
      'Under three weeks to go and we have never met anyone above the operations manager.',
    ],
  ],
  contraction: [
    [
      112,
      'meeting',
      'field-manager',
      'Inspection add-on, why so little use',
      'The inspection crews were outsourced in the summer. The new contractor brings its own tool.',
    ],
    [
      74,
      'email',
      'economic-buyer',
      'Re: cancelling the inspection add-on',
      'We will let the add-on end this quarter and keep the core product for the warehouses. No complaint about the product itself.',
    ],
    [
      52,
      'internal-note',
      '',
      'Contraction, core is safe',
      'Add-on is gone because of outsourcing. Core use unchanged, sponsor confirmed the renewal of the base contract.',
    ],
  ],
  escalation: [
    [
      15,
      'call',
      'champion',
      'Stuck put-away, compliance concern',
      'Controlled items are sitting on the dock. They want a daily call until it is solved.',
    ],
    [
      10,
      'email',
      'executive-sponsor',
      'Formal escalation',
      'This is the second serious incident this month. I expect a written root cause and a plan with dates by the end of the week.',
    ],
    [
      8,
      'meeting',
      'executive-sponsor',
      'Escalation call with engineering',
      'Engineering explained the lock in the task queue. Fix is in test. Polite but clear: renewal is on the table.',
    ],
    [
      5,
      'internal-note',
      '',
      'Forecast versus reality',
      'The renewal is still in the forecast as a likely yes. With three urgent tickets open I would not sign that.',
    ],
    [
      2,
      'call',
      'champion',
      'Daily status',
      'Traceability report still incomplete. Outage fix goes live on Sunday night.',
    ],
  ],
  'stalled-onboarding': [
    [
      149,
      'meeting',
      'champion',
      'Kick-off',
      'Agreed on the Yokohama plant first. Item master to be delivered within two weeks.',
    ],
    [
      128,
      'call',
      'admin',
      'Item master not ready',
      'Their ERP team has other priorities. New date next month.',
    ],
    [
      101,
      'email',
      'champion',
      'Re: training dates',
      'Sorry, we have to move the training again. The plant manager is away and nobody can free the people.',
    ],
    [
      72,
      'meeting',
      'champion',
      'Restart of the project plan',
      'Third version of the plan. Still no item master and no project owner on the plant side.',
    ],
    [
      41,
      'email',
      'admin',
      'Re: item master',
      'About half of the items are cleaned. I cannot say when the rest follows.',
    ],
    [
      22,
      'internal-note',
      '',
      'Stuck for five months',
      'Paying for 90 seats, three people log in. Needs a sponsor talk before the first anniversary.',
    ],
  ],
  'detractor-no-follow-up': [
    [
      38,
      'email',
      'champion',
      'Your opinion counts',
      'A short survey is on its way to you. It takes one minute.',
    ],
  ],
  'churn-unavoidable': [
    [
      262,
      'email',
      'champion',
      'Closing our warehouse',
      'The owners retire and we close the Rutland warehouse this spring. Thank you for everything, it worked well for us.',
    ],
    [222, 'call', 'admin', 'Export of their history', 'Walked them through the export. Friendly goodbye.'],
  ],
};
