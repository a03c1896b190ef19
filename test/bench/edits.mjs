/** An edit until "Saved", beside a bare append + fdatasync of a line of the same size on the same disk. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { figure, percentile } from './figures.mjs';
import { startShell } from './shell.mjs';

const SAMPLES = 300;

function bareAppends(path) {
  const times = [];
  const line = Buffer.alloc(400, 'x');
  const file = openSync(path, 'a');
  for (let i = 0; i < SAMPLES; i++) {
    const started = performance.now();
    writeSync(file, line);
    fdatasyncSync(file);
    times.push(performance.now() - started);
  }
  closeSync(file);
  return times;
}

export async function edits(input) {
  const folder = join(input.work, 'edits');
  const shell = await startShell({ place: input.place, folder });
  const page = await shell.openBench();
  const accounts = join(input.work, 'edit-accounts.csv');
  const usage = join(input.work, 'edit-usage.csv');
  writeFileSync(accounts, 'account_id,account_name,owner,segment\nA-0,Company 0,csm@vendor.example,SMB\n');
  writeFileSync(
    usage,
    'event_id,account_id,occurred_at,user_email,feature,count,duration_seconds,errors,site,plan,session_id,page_url,user_agent,ip_hash,release,comment\ne1,A-0,2026-11-01T00:00:00Z,u,f,1,1,0,s,p,s,u,a,i,r,c\n',
  );
  const files = [await shell.upload(accounts, 'accounts.csv'), await shell.upload(usage, 'usage.csv')];
  await page.evaluate((given) => window.bench.importBook(given), files);
  const times = await page.evaluate((count) => window.bench.edits(count), SAMPLES);
  const bare = bareAppends(join(folder, 'bare.log'));
  await shell.stop();
  rmSync(folder, { recursive: true, force: true });
  const value = percentile(times, 0.95);
  const reference = percentile(bare, 0.95);
  return [
    figure({
      name: 'edit-to-saved',
      value,
      unit: 'ms p95',
      reference,
      ratio: value / reference,
      samples: SAMPLES,
    }),
  ];
}
