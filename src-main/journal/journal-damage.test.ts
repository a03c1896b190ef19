import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operation, readAll, services, temporaryFolder } from './journal-fakes.ts';

/** Where a good frame lies, written down by a reader that is slower and simpler than the one under test. */
interface Lies {
  readonly id: string;
  readonly seq: number;
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

function layout(folder: string, file: string): Lies[] {
  const bytes = readFileSync(join(folder, file));
  const found: Lies[] = [];
  for (let at = 0; at < bytes.length; ) {
    const to = at + 20 + bytes.readUInt32LE(at + 4);
    const payload = JSON.parse(bytes.toString('utf8', at + 20, to)) as { id?: string };
    if (payload.id !== undefined)
      found.push({ id: payload.id, seq: bytes.readUIntLE(at + 8, 6), file, from: at, to });
    at = to;
  }
  return found;
}

const segments = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.kzj')) : [];

type Step =
  | { type: 'append'; sizes: number[] }
  | { type: 'restart' }
  | { type: 'cut'; where: number; bytes: number }
  | { type: 'flip'; where: number; at: number; mask: number; run: number }
  | { type: 'garbage'; bytes: number[] };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('append' as const),
      sizes: fc.array(fc.nat(300), { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('restart' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('cut' as const), where: fc.nat(), bytes: fc.nat(400) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('flip' as const),
      where: fc.nat(),
      at: fc.nat(),
      mask: fc.integer({ min: 1, max: 255 }),
      run: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('garbage' as const),
      bytes: fc.array(fc.nat(255), { minLength: 1, maxLength: 60 }),
    }),
  },
);

/** What happened to the files, and which acknowledged operations must therefore still be there. */
class Oracle {
  private readonly folder: string;
  /** In the order in which they were acknowledged. */
  private expected: { id: string; seq: number }[] = [];
  private readonly flipped = new Set<string>();
  harmed = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  acknowledged(id: string, seq: number): void {
    this.expected.push({ id, seq });
  }

  get ids(): { id: string; seq: number }[] {
    return this.expected;
  }

  /** Changes a file between two runs; what overlaps the stretch is no longer expected. */
  harm(act: Exclude<Step, { type: 'append' | 'restart' }>, good: Map<string, Lies>): void {
    const files = segments(this.folder);
    if (files.length === 0) return;
    const file = files[act.type === 'garbage' ? files.length - 1 : act.where % files.length]!;
    const path = join(this.folder, file);
    const bytes = readFileSync(path);
    if (act.type === 'garbage') {
      appendFileSync(path, Buffer.from(act.bytes));
      this.harmed += 1;
      return;
    }
    if (bytes.length === 0) return;
    const from = act.type === 'cut' ? Math.max(0, bytes.length - act.bytes) : act.at % bytes.length;
    const to = act.type === 'cut' ? bytes.length : Math.min(bytes.length, from + act.run);
    if (from === to) return;
    if (act.type === 'cut') truncateSync(path, from);
    else {
      // A byte is flipped once only: the same flip again would mend it.
      for (let at = from; at < to; at++) {
        if (!this.flipped.has(`${file} ${at}`)) bytes[at] = bytes[at]! ^ act.mask;
        this.flipped.add(`${file} ${at}`);
      }
      writeFileSync(path, bytes);
    }
    this.harmed += 1;
    const lost = new Set(
      [...good.values()]
        .filter((one) => one.file === file && one.from < to && one.to > from)
        .map((one) => one.id),
    );
    this.expected = this.expected.filter((one) => !lost.has(one.id));
  }
}

async function play(steps: Step[]): Promise<void> {
  const folder = temporaryFolder();
  const journal = join(folder.path, 'journal');
  const oracle = new Oracle(journal);
  /** By id, as they lay when their segment was whole: harm never moves what comes before it. */
  const good = new Map<string, Lies>();
  const seen = new Set<string>();
  let next = 0;
  let open = services(folder.path, { segmentBytes: 2500 });
  try {
    for (const one of steps) {
      if (one.type === 'append') {
        await Promise.all(
          one.sizes.map(async (size) => {
            const written = operation(`op${++next}`, 'あ'.repeat(size));
            const { lastSeq } = await open['journal.append']({ operations: [written] });
            oracle.acknowledged(written.id, lastSeq);
          }),
        );
        continue;
      }
      await open.close();
      for (const file of segments(journal)) {
        if (seen.has(file)) continue;
        seen.add(file);
        for (const lies of layout(journal, file)) good.set(lies.id, lies);
      }
      const before = oracle.harmed;
      const expectedBefore = oracle.ids.length;
      const reports = (await services(folder.path)['journal.state']({})).damaged.length;
      if (one.type !== 'restart') oracle.harm(one, good);
      open = services(folder.path, { segmentBytes: 2500 });
      const found = await readAll(open);
      expect(found.map(({ id }) => id)).toEqual(oracle.ids.map(({ id }) => id));
      expect(found.map(({ seq }) => seq)).toEqual(oracle.ids.map(({ seq }) => seq));
      const { damaged } = await open['journal.state']({});
      if (oracle.harmed === 0) expect(damaged).toEqual([]);
      // An operation that went is named by a report, unless its bytes lay in a stretch that is known already.
      if (oracle.harmed > before && oracle.ids.length < expectedBefore && one.type === 'flip') {
        expect(damaged.length).toBeGreaterThan(reports);
      }
      for (const { bytes, file, offset } of damaged) {
        const copy = readFileSync(join(journal, 'damaged', `${file.slice(0, 8)}-${offset}-${bytes}.bin`));
        expect(copy.length).toBe(bytes);
      }
    }
    const last = await readAll(open);
    expect(last).toEqual(oracle.ids.map(({ id, seq }) => ({ seq, id })));
    expect(new Set(last.map(({ seq }) => seq)).size).toBe(last.length);
  } finally {
    await open.close();
    folder.remove();
  }
}

describe('the journal among damage', () => {
  it('keeps every acknowledged operation outside the damaged bytes, once and in order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), play), {
      numRuns: 120,
    });
  }, 120_000);

  it('finds the next frame after each single flipped byte and sets exactly that frame aside', async () => {
    const folder = temporaryFolder();
    const first = services(folder.path);
    await first['journal.append']({ operations: ['a', 'b', 'c'].map((id) => operation(id)) });
    await first.close();
    const journal = join(folder.path, 'journal');
    const path = join(journal, '00000001.kzj');
    const whole = readFileSync(path);
    const frames = layout(journal, '00000001.kzj');
    for (let at = 0; at < whole.length; at++) {
      const bad = Buffer.from(whole);
      bad[at] = bad[at]! ^ 0x11;
      writeFileSync(path, bad);
      rmSync(join(journal, 'damaged'), { recursive: true, force: true });
      const next = services(folder.path);
      const hit = frames.find((one) => one.from <= at && at < one.to);
      const left = frames.filter((one) => one !== hit).map(({ id, seq }) => ({ seq, id }));
      expect(await readAll(next), `byte ${at}`).toEqual(left);
      const { damaged, lastSeq } = await next['journal.state']({});
      const stretch = hit ?? { from: 0, to: frames[0]!.from };
      expect(damaged).toEqual([
        { file: '00000001.kzj', offset: stretch.from, bytes: stretch.to - stretch.from },
      ]);
      // The number of the lost frame is not given to another operation.
      expect(lastSeq).toBeGreaterThanOrEqual(3);
      await next.close();
    }
    folder.remove();
  }, 60_000);

  it('notices a segment that is gone, one that is empty and one that is a folder', async () => {
    const folder = temporaryFolder();
    for (let run = 0; run < 4; run++) {
      const one = services(folder.path);
      await one['journal.append']({ operations: [operation(`r${run}`)] });
      await one.close();
    }
    const journal = join(folder.path, 'journal');
    rmSync(join(journal, '00000002.kzj'));
    truncateSync(join(journal, '00000003.kzj'), 0);
    const next = services(folder.path);
    expect((await readAll(next)).map(({ id }) => id)).toEqual(['000000r0', '000000r3']);
    const { damaged, lastSeq } = await next['journal.state']({});
    expect(damaged).toHaveLength(1);
    expect(lastSeq).toBe(4);
    await next.close();
    folder.remove();
  });

  it('notices while it runs that its files were deleted or cut, and goes on in a new one', async () => {
    const folder = temporaryFolder();
    const one = services(folder.path);
    await one['journal.append']({ operations: [operation('a')] });
    const journal = join(folder.path, 'journal');
    rmSync(join(journal, '00000001.kzj'));
    const append = (id: string) => one['journal.append']({ operations: [operation(id)] });
    await expect(append('b')).rejects.toMatchObject({ code: 'io' });
    await append('b');
    await append('c');
    await append('a');
    expect((await readAll(one)).map(({ id }) => id)).toEqual(
      ['b', 'c', 'a'].map((id) => id.padStart(8, '0')),
    );
    expect((await one['journal.state']({})).damaged).toEqual([{ file: '00000001.kzj', offset: 0, bytes: 0 }]);
    const path = join(journal, '00000002.kzj');
    truncateSync(path, readFileSync(path).length - 5);
    expect((await readAll(one)).map(({ id }) => id)).toEqual(['b', 'c'].map((id) => id.padStart(8, '0')));
    expect((await one['journal.state']({})).damaged.length).toBeGreaterThan(1);
    await append('d');
    await one.close();
    const next = services(folder.path);
    expect((await readAll(next)).map(({ id }) => id)).toEqual(
      ['b', 'c', 'd'].map((id) => id.padStart(8, '0')),
    );
    await next.close();
    folder.remove();
  });
});
