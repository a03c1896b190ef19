/** The sample company as its generator writes it, its tables read back row by row, and its days and amounts as numbers. */
import Papa from 'papaparse';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { buildSampleCompany } from '../../scripts/sample-company/build.mjs';

export type Row = Readonly<Record<string, string>>;

export const built = buildSampleCompany();
export const plan: ImportPlan & { referenceDate: string; shiftDates: boolean } = JSON.parse(
  built.get('plan.json')!,
);
export const DAY = 86_400_000;
export const REFERENCE = Date.parse(plan.referenceDate);

export function tableOf(fileName: string): Row[] {
  const parsed = Papa.parse<Row>(built.get(fileName)!, { header: true, skipEmptyLines: true });
  if (parsed.errors.length > 0) throw new Error(`${fileName} cannot be read`);
  return parsed.data;
}

export const accounts = tableOf('accounts.csv');
export const contacts = tableOf('contacts.csv');
export const subscriptions = tableOf('subscriptions.csv');
export const opportunities = tableOf('opportunities.csv');
export const activities = tableOf('activities.csv');
export const tickets = tableOf('tickets.csv');
export const usage = tableOf('usage.csv');
export const surveys = tableOf('surveys.csv');
export const churnEvents = tableOf('churn_events.csv');

export const daysAgo = (date: string) => Math.floor((REFERENCE - Date.parse(date.slice(0, 10))) / DAY);
export const amount = (text: string) => Number(text.slice(4));
