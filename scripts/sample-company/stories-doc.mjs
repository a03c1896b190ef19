/** Writes down which stories the data holds, so that screens and tests can look for them. */
import { isoOf, REFERENCE_DATE } from './calendar.mjs';

const STORIES = [
  [
    'champion-left',
    'Champion left',
    'The champion left three weeks ago (Left Date is 21 days before the reference day). The last touch is the farewell mail; since then only an internal note. The last NPS, by the champion, was 9.',
  ],
  [
    'usage-up-nps-down',
    'Usage up, NPS falling',
    'Use has risen by more than half in six months. NPS of the champion went 9, 7, 4; the floor says 3. New shippers force the volume, peak-hour speed annoys the floor.',
  ],
  [
    'quiet-account',
    'Quiet account',
    'No touch for more than 120 days, weekly use flat. No alarm anywhere: that is the point.',
  ],
  [
    'renewal-no-executive',
    'Renewal in 20 days, no executive',
    'Renewal Date is 20 days after the reference day; there is no executive sponsor or economic buyer among the contacts.',
  ],
  [
    'early-win',
    'Early win',
    'Contract started 70 days ago; the first agreed value (report time 40 to 17 minutes) was confirmed by the president on day 38, within six weeks.',
  ],
  [
    'expansion',
    'Expansion',
    'An inspection add-on was signed about four months ago after a visit to the cold store; its effect was reviewed since.',
  ],
  [
    'contraction',
    'Contraction',
    'One of two subscriptions (the inspection add-on) ended about two months ago; the base contract goes on. Contraction, not churn.',
  ],
  [
    'churn',
    'Churn with a reason, explained afterwards',
    'Left for a product gap. An executive had moved away, a low NPS a year ago was not acted on. The note afterwards says that it was avoidable.',
  ],
  [
    'reactivation',
    'Reactivation',
    'Left about 14 months ago for a module of its ERP, came back about four months ago with fewer seats.',
  ],
  [
    'escalation',
    'Escalation with open urgent tickets',
    'Three urgent tickets open and escalated, a formal mail by the executive, while the renewal is still forecast as likely.',
  ],
  [
    'healthy-large',
    'Healthy large account',
    'The largest account: rising use, NPS 9 and 10, regular reviews with the executive, an add-on.',
  ],
  [
    'stalled-onboarding',
    'Onboarding that stalls',
    'Five months after the start still in onboarding: item master late, training moved, hardly anybody logs in.',
  ],
  [
    'support-quiet',
    'Support quiet, use falling',
    'No ticket for three months while weekly use fell by more than half.',
  ],
  [
    'admins-only',
    'Admins active, floor not',
    'The dashboard is used every day, work orders and checklists hardly: the office types for the crews.',
  ],
  [
    'notice-given',
    'Notice given',
    'The subscription has an end date 40 days ahead; the renewal opportunity is closed lost. Contracted revenue falls then.',
  ],
  [
    'detractor-no-follow-up',
    'Detractor without follow-up',
    'NPS 2 with an angry comment a month ago; nobody got in touch since.',
  ],
  [
    'churn-unavoidable',
    'Churn that nobody could avoid',
    'The customer closed its warehouse; satisfied until the end.',
  ],
];

export function storiesDoc(accounts, files, owners) {
  const rows = STORIES.map(([key, title, text]) => {
    const account = accounts.find((one) => one.story === key);
    return `## ${title}\n\n\`${key}\` · **${account.name}** (${account.id}, ${account.owner}, since ${isoOf(account.startDay)})\n\n${text}\n`;
  });
  const counts = files.map(([name, count]) => `| ${name} | ${count} |`);
  return `# The stories in the sample company

Tanakaze (株式会社タナカゼ) is an invented vendor of software for warehouse and field operations. All companies and
people are made up; domains end in \`.example\`. Written by \`npm run make-sample\`; do not edit by hand.

The data ends on ${REFERENCE_DATE} and covers the 24 months before; contracts may have started earlier. \`plan.json\` carries
\`referenceDate\` and \`shiftDates\`: the loader adds whole days to every date so that the reference day becomes the day of
loading. "Days ago" below count from the reference day.

Owners: ${owners.join(', ')}. Amounts carry their currency: JPY mostly, USD for customers abroad.

| File | Rows |
|---|---|
${counts.join('\n')}

${rows.join('\n')}
## Also in there

- A parent and a subsidiary: 琴ヶ浦倉庫株式会社 and 株式会社琴ヶ浦ロジサポート.
- Names as they come: ㈱ and half-width kana (㈱ﾐﾅｾ商運), full-width letters (Ｔ＆Ｍフルフィルメント株式会社,
  株式会社ＯＫＡＧＡＭＩ物流センター), an ideographic space (株式会社　なぎさ青果センター), a legal form in brackets at the end
  (東雲原物流（株）), full-width digits in addresses and a few phone numbers, line breaks inside cells.
- Flat renewals, growth and shrinkage at renewal, seasonal customers, slow decline.
`;
}
