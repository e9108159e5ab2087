import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult } from 'graphql';
import { DrizzleQueryError } from 'drizzle-orm';
import pino from 'pino';
import { unavailable } from '../../kernel/errors';
import { teller } from '../errors';
import { openStreams } from '../streams';

const log = pino({ level: 'silent' });

/** All that is sent of a stream with one event, which then ends, or fails. */
async function sent(failure?: Error): Promise<string> {
  async function* events(): AsyncGenerator<ExecutionResult, void> {
    yield { data: { count: 1 } };
    if (failure) throw failure;
  }
  const streams = openStreams(log, teller(log));
  const server = createServer((_, response) => void streams.send(events(), 'r', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const text = await answer.text();
  server.close();
  return text;
}

const EVENT = 'event: next\ndata: {"data":{"count":1}}\n\n';

describe('a stream of events', () => {
  it('given its end, says that it is complete', async () => {
    expect(await sent()).toBe(`:\n\n${EVENT}event: complete\ndata:\n\n`);
  });

  it('given a failure, tells of it, and is complete', async () => {
    const text = await sent(new Error('a secret'));
    expect(text).toContain('INTERNAL');
    expect(text).toContain('event: complete');
    expect(text).not.toContain('secret');
  });

  it.each([
    ['a part that is away', unavailable('It does not answer.')],
    [
      'a database that goes away',
      new DrizzleQueryError('select 1', [], new Error('Connection terminated unexpectedly')),
    ],
  ])('given %s, breaks off without a word, so that whoever reads it begins anew', async (_what, failure) => {
    expect(await sent(failure)).toBe(`:\n\n${EVENT}`);
  });
});
