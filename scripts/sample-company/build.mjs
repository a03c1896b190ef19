/** Builds all files of the sample company in memory: the same seed always gives the same bytes. */
import { finishAccounts, startAccounts } from './accounts.mjs';
import { buildActivities } from './activities.mjs';
import { OWNERS } from './cast.mjs';
import { buildChurnEvents } from './churn-events.mjs';
import { buildContacts } from './contacts.mjs';
import { buildOpportunities, buildSubscriptions } from './contracts.mjs';
import { toCsv } from './csv.mjs';
import { buildPlan } from './plan.mjs';
import { storiesDoc } from './stories-doc.mjs';
import { buildSurveys } from './surveys.mjs';
import { TABLES } from './tables.mjs';
import { buildTickets } from './tickets.mjs';
import { buildUsage } from './usage.mjs';

const SEED = 20261121;

/** File name → text. */
export function buildSampleCompany() {
  const accounts = startAccounts(SEED);
  const contacts = buildContacts(SEED, accounts);
  const subscriptions = buildSubscriptions(SEED, accounts);
  finishAccounts(SEED, accounts);
  const rows = {
    accounts,
    contacts,
    subscriptions,
    opportunities: buildOpportunities(SEED, accounts),
    activities: buildActivities(SEED, accounts),
    tickets: buildTickets(SEED, accounts),
    usage: buildUsage(SEED, accounts),
    surveys: buildSurveys(SEED, accounts),
    'churn-events': buildChurnEvents(accounts),
  };
  const files = new Map();
  for (const { id, fileName, columns } of TABLES) {
    const headers = columns.map((column) => column.header);
    const cells = rows[id].map((row) => columns.map((column) => column.cell(row)));
    files.set(fileName, toCsv(headers, cells));
  }
  files.set('plan.json', `${JSON.stringify(buildPlan(TABLES), null, 1)}\n`);
  const counts = TABLES.map(({ id, fileName }) => [fileName, rows[id].length]);
  files.set(
    'STORIES.md',
    storiesDoc(
      accounts,
      counts,
      Object.values(OWNERS).map((owner) => owner.name),
    ),
  );
  files.set(
    '.gitattributes',
    '# The bytes are compared with the generator: no line ending is ever changed.\n* -text\n',
  );
  return files;
}
