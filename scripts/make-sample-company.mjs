/** Writes the sample company into resources/sample-company: `npm run make-sample`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSampleCompany } from './sample-company/build.mjs';

const folder = new URL('../resources/sample-company/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, text] of buildSampleCompany()) {
  await writeFile(new URL(name, folder), text, 'utf8');
  console.log(`${name}: ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
}
console.log(`written to ${fileURLToPath(folder)}`);
