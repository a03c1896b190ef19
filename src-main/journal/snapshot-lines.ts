/** The lines of a snapshot: NDJSON, each an array of its own check sum and a header, a batch of rows or the footer. */
import * as z from 'zod/mini';
import { snapshotInfoSchema } from '#shared/model/manifest.ts';
import { crc32c, crcText } from './crc32c.ts';

const counts = z.record(z.string(), z.int());

const headerSchema = z.object({
  type: z.literal('header'),
  format: z.literal(1),
  id: z.string(),
  at: z.number(),
  reason: snapshotInfoSchema.shape.reason,
  schemaVersion: z.int(),
  lastSeq: z.int(),
});
/** `lines` and `check` are over all lines before this one. */
const footerSchema = z.object({ type: z.literal('footer'), counts, lines: z.int(), check: z.string() });
const namedLine = z.discriminatedUnion('type', [headerSchema, footerSchema]);

export type Rows = Record<string, unknown>[];
export type SnapshotHeader = z.infer<typeof headerSchema>;
export type SnapshotLine =
  | SnapshotHeader
  | { type: 'rows'; table: string; rows: Rows }
  | z.infer<typeof footerSchema>;

/** By hand, because the rows must come back untouched: zod leaves out a column that is called `__proto__`. */
function isRows(line: object): line is Extract<SnapshotLine, { type: 'rows' }> {
  if (!('type' in line && line.type === 'rows' && 'table' in line && 'rows' in line)) return false;
  if (typeof line.table !== 'string' || !Array.isArray(line.rows)) return false;
  return line.rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row));
}

/** `["` + 8 digits + `",` … `]` + line feed. */
const BEFORE = 12;

export function encodeLine(line: SnapshotLine): Buffer {
  const body = Buffer.from(JSON.stringify(line));
  return Buffer.concat([Buffer.from(`["${crcText(crc32c(body))}",`), body, Buffer.from(']\n')]);
}

/** The line without its line feed; undefined = damaged. */
export function decodeLine(bytes: Buffer): SnapshotLine | undefined {
  const end = bytes.length - 1;
  if (bytes.toString('latin1', 0, 2) !== '["' || bytes.toString('latin1', 10, BEFORE) !== '",')
    return undefined;
  if (bytes[end] !== 0x5d) return undefined;
  if (bytes.toString('latin1', 2, 10) !== crcText(crc32c(bytes, 0, BEFORE, end))) return undefined;
  try {
    const line: unknown = JSON.parse(bytes.toString('utf8', BEFORE, end));
    if (typeof line === 'object' && line !== null && isRows(line)) return line;
    const parsed = namedLine.safeParse(line);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Where in a value something lies that JSON would change or drop; undefined = it comes back as it is. */
export function notJson(value: unknown, path = ''): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object') return path;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const found = value[i] === undefined ? `${path}[${i}]` : notJson(value[i], `${path}[${i}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return path;
  if (prototype !== null && Object.prototype.toString.call(value) !== '[object Object]') return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = notJson(inner, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
