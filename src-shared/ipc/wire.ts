/** What travels between preload or page and main to carry the contract: the same messages over IPC and WebSocket. */
import * as z from 'zod/mini';

/** Chosen by the caller, unique per connection. */
const id = z.int().check(z.nonnegative());
const channel = z.string().check(z.maxLength(100));

/**
 * A stream is pulled: `open` asks for the first item, each `next` for one more, so main never runs ahead of the
 * reader by more than the item on the wire.
 */
export const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id, channel, input: z.unknown() }),
  z.object({ type: z.literal('open'), id, channel, input: z.unknown() }),
  z.object({ type: z.literal('next'), id }),
  z.object({ type: z.literal('cancel'), id }),
]);

export const failureSchema = z.object({
  code: z.enum([
    'bad-input',
    'bad-output',
    'not-allowed',
    'not-found',
    'busy',
    'disk-full',
    'io',
    'closed',
    'cancelled',
    'bug',
  ]),
  detail: z.string(),
});

export const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id, output: z.unknown() }),
  z.object({ type: z.literal('item'), id, item: z.unknown() }),
  z.object({ type: z.literal('end'), id }),
  z.object({ type: z.literal('failure'), id, failure: failureSchema }),
]);

export type WireRequest = z.infer<typeof requestSchema>;
export type WireReply = z.infer<typeof replySchema>;
