/** The nine files as a CRM would export them: each column's header, its cell, and what the import makes of it. */
import { isoOf } from './calendar.mjs';
import { money } from './contracts.mjs';

const UTC = { dateOrder: 'ymd', zone: 'utc' };
const YMD = { dateOrder: 'ymd' };
const NUMBER = { decimalMark: '.' };
const LIST = { separator: ';' };
const date = (day) => (day === undefined ? '' : isoOf(day));
const yes = (value) => (value ? 'true' : 'false');

const field = (header, name, cell, reading = {}) => ({
  header,
  cell,
  reading,
  target: { type: 'field', field: name },
});
const custom = (header, name, valueKind, cell, reading = {}) => ({
  header,
  cell,
  reading,
  target: { type: 'custom', name, valueKind },
});
const link = (header, name, to, by, cell) => ({ ...field(header, name, cell), link: { to, by } });
const amount = (header, name, currency, cell) =>
  field(header, name, cell, { ...NUMBER, currency: currency ?? 'JPY' });
const accountLink = link('Account ID', 'account', 'account', 'externalId', (row) => row.account.id);
const contactLink = (header) => link(header, 'contact', 'contact', 'externalId', (row) => row.contact?.id);

const accounts = [
  field('Account ID', 'externalId', (a) => a.id),
  field('Account Name', 'name', (a) => a.name),
  field('Account Name (Kana)', 'nameKana', (a) => a.kana),
  field('Website', 'domain', (a) => a.domain),
  field('Account Owner', 'owner', (a) => a.owner),
  field('Lifecycle Stage', 'stage', (a) => a.stage),
  field('Segment', 'segment', (a) => a.segment),
  field('Touch Model', 'touchModel', (a) => a.touch),
  field('Tags', 'tags', (a) => a.tags.join(';'), LIST),
  field('Industry', 'industry', (a) => a.industry),
  field('Country', 'country', (a) => a.country),
  field('State/Prefecture', 'region', (a) => a.region),
  field('Plan', 'plan', (a) => a.plan),
  field('Licensed Seats', 'seats', (a) => a.currentSeats, NUMBER),
  field('Employees', 'employees', (a) => a.employees, NUMBER),
  field('Customer Since', 'customerSince', (a) => date(a.startDay), YMD),
  field('Renewal Date', 'renewalDate', (a) => date(a.renewalDay), YMD),
  amount('ARR', 'arr', undefined, (a) => money(a.mrr * 12, a.currency)),
  field('Health Score', 'sourceHealth', (a) => a.health, {
    ...NUMBER,
    scale: { type: 'range', min: 0, max: 100, higherIsBetter: true },
  }),
  field('Status', 'status', (a) => (a.churned ? 'Churned' : 'Active')),
  field('Phone', 'phone', (a) => a.phone),
  field('Billing Address', 'address', (a) => a.address),
  field('Lead Source', 'leadSource', (a) => a.leadSource),
  link('Parent Account ID', 'parent', 'account', 'externalId', (a) => a.parent),
  field('Description', 'description', (a) => a.description),
  custom('Contract Currency', 'Contract Currency', 'text', (a) => a.currency),
  custom('Preferred Language', 'Preferred Language', 'text', (a) =>
    a.lang === 'ja' ? 'Japanese' : 'English',
  ),
  custom('Fiscal Year Start Month', 'Fiscal Year Start Month', 'number', (a) => a.fiscalMonth, NUMBER),
];

const contacts = [
  field('Contact ID', 'externalId', (c) => c.id),
  accountLink,
  field('Full Name', 'name', (c) => c.name),
  field('Name (Kana)', 'nameKana', (c) => c.kana),
  field('Email', 'email', (c) => c.email),
  field('Phone', 'phone', (c) => c.phone),
  field('Mobile', 'mobile', (c) => c.mobile),
  field('Title', 'title', (c) => c.title),
  field('Department', 'department', (c) => c.department),
  field('Role', 'role', (c) => c.role),
  field('Contact Owner', 'owner', (c) => c.account.owner),
  field('Start Date', 'startedOn', (c) => c.startedOn, YMD),
  field('Left Date', 'leftOn', (c) => c.leftOn, YMD),
  field('Tags', 'tags', (c) => c.tags, LIST),
  field('Notes', 'description', (c) => c.description),
];

const subscriptions = [
  field('Subscription ID', 'externalId', (s) => s.id),
  accountLink,
  field('Subscription Name', 'name', (s) => s.name),
  field('Plan', 'plan', (s) => s.plan),
  field('Start Date', 'startDate', (s) => date(s.from), YMD),
  field('End Date', 'endDate', (s) => date(s.to), YMD),
  field('Renewal Date', 'renewalDate', (s) => date(s.renewal), YMD),
  amount('MRR', 'mrr', undefined, (s) => money(s.mrr, s.account.currency)),
  amount('ARR', 'arr', undefined, (s) => money(s.mrr * 12, s.account.currency)),
  field('Seats', 'seats', (s) => s.seats, NUMBER),
  field('Billing Period', 'billing', (s) => s.billing),
  field('Auto Renew', 'autoRenew', (s) => yes(s.autoRenew)),
  field('Trial', 'isTrial', () => 'false'),
  field('Status', 'status', (s) => s.status),
];

const opportunities = [
  field('Opportunity ID', 'externalId', (o) => o.id),
  accountLink,
  field('Opportunity Name', 'name', (o) => o.name),
  field('Stage', 'stage', (o) => o.stage),
  field('Type', 'type', (o) => o.type),
  amount('Amount', 'amount', undefined, (o) => money(o.amount, o.account.currency)),
  field('Close Date', 'closeDate', (o) => date(o.day), YMD),
  field('Probability (%)', 'probability', (o) => o.probability, {
    ...NUMBER,
    scale: { type: 'range', min: 0, max: 100, higherIsBetter: true },
  }),
  field('Opportunity Owner', 'owner', (o) => o.account.owner),
  field('Closed', 'isClosed', (o) => yes(o.closed)),
  field('Won', 'isWon', (o) => yes(o.won)),
  field('Next Step', 'nextStep', (o) => o.nextStep),
  field('Lead Source', 'leadSource', (o) => o.leadSource),
  field('Description', 'description', (o) => o.description),
];

const activities = [
  field('Activity ID', 'externalId', (e) => e.id),
  accountLink,
  contactLink('Contact ID'),
  field('Activity Type', 'kind', (e) => e.kind),
  field('Date/Time', 'at', (e) => e.at, UTC),
  field('Subject', 'subject', (e) => e.subject),
  field('Body', 'body', (e) => e.body),
  field('Participants', 'participants', (e) => e.participants, LIST),
  field('Owner', 'owner', (e) => e.owner),
  field('Duration (min)', 'durationMinutes', (e) => e.minutes, NUMBER),
  field('Direction', 'direction', (e) => e.direction),
  field('Status', 'status', (e) => e.status),
];

const tickets = [
  field('Ticket ID', 'externalId', (t) => t.id),
  accountLink,
  contactLink('Requester ID'),
  field('Opened At', 'at', (t) => t.at, UTC),
  field('Closed At', 'closedAt', (t) => t.closedAt, UTC),
  field('Subject', 'subject', (t) => t.subject),
  field('Status', 'status', (t) => t.status),
  field('Priority', 'priority', (t) => t.priority),
  field('Type', 'type', (t) => t.type),
  field('Assignee', 'owner', (t) => t.agent),
  field('Resolution Hours', 'resolutionHours', (t) => t.hours, NUMBER),
  field('First Response (min)', 'firstResponseMinutes', (t) => t.firstResponse, NUMBER),
  field('CSAT', 'csat', (t) => t.csat, NUMBER),
  field('Escalated', 'escalated', (t) => yes(t.escalated)),
  field('Description', 'body', (t) => t.description),
];

const usage = [
  field('Usage ID', 'externalId', (u) => u.id),
  accountLink,
  field('Week Starting', 'at', (u) => u.week, UTC),
  field('Feature', 'feature', (u) => u.feature),
  field('Events', 'count', (u) => u.count, NUMBER),
  field('Active Users', 'activeUsers', (u) => u.users, NUMBER),
  field('Errors', 'errors', (u) => u.errors, NUMBER),
];

const surveys = [
  field('Response ID', 'externalId', (r) => r.id),
  accountLink,
  link('Respondent Email', 'contact', 'contact', 'email', (r) => r.contact.email),
  field('Responded At', 'at', (r) => r.at, UTC),
  field('Survey Type', 'surveyKind', (r) => r.kind),
  custom('Survey Name', 'Survey Name', 'text', (r) => r.wave),
  field('Score', 'score', (r) => r.score, NUMBER),
  field('Comment', 'comment', (r) => r.comment),
];

const churnEvents = [
  field('Event ID', 'externalId', (e) => e.id),
  accountLink,
  field('Event Date', 'at', (e) => date(e.day), UTC),
  field('Reason', 'reason', (e) => e.reason),
  amount('MRR Lost', 'mrrLost', undefined, (e) => money(e.lost, e.account.currency)),
  amount('Refund', 'refund', undefined, (e) => money(e.refund, e.account.currency)),
  field('Reactivation', 'isReactivation', (e) => yes(e.isReactivation)),
  field('Comment', 'comment', (e) => e.comment),
  custom('Avoidable', 'Avoidable', 'text', (e) => e.avoidable),
  custom('Explained Afterwards', 'Explained Afterwards', 'text', (e) => e.afterwards),
];

export const TABLES = [
  { id: 'accounts', fileName: 'accounts.csv', noun: 'account', columns: accounts },
  { id: 'contacts', fileName: 'contacts.csv', noun: 'contact', columns: contacts },
  { id: 'subscriptions', fileName: 'subscriptions.csv', noun: 'subscription', columns: subscriptions },
  { id: 'opportunities', fileName: 'opportunities.csv', noun: 'opportunity', columns: opportunities },
  { id: 'activities', fileName: 'activities.csv', noun: 'activity', columns: activities },
  { id: 'tickets', fileName: 'tickets.csv', noun: 'ticket', columns: tickets },
  { id: 'usage', fileName: 'usage.csv', noun: 'usage', columns: usage },
  { id: 'surveys', fileName: 'surveys.csv', noun: 'survey', columns: surveys },
  { id: 'churn-events', fileName: 'churn_events.csv', noun: 'churnEvent', columns: churnEvents },
];
