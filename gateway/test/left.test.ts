import { startTestEdge, type TestEdge } from './edge';
import { settled, until } from './subscriptions/until';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

const lines = (id: string) => edge.log.filter(({ requestId, msg }) => requestId === id && msg === 'request');

/** Asks, and leaves when a room has been asked; over what takes parts, when the first has come. */
async function leave(id: string, accept: string, path = '/graphql', query = 'query Left { slowBook { id stars } }') {
  const asked = edge.seen.length;
  const leaver = new AbortController();
  const answer = fetch(edge.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'x-request-id': id },
    body: JSON.stringify({ query }),
    signal: leaver.signal,
  });
  answer.catch(() => {});
  await until(() => edge.seen.length > asked);
  if (accept !== 'application/json') await (await answer).body?.getReader().read();
  leaver.abort();
}

describe('the log of a client that leaves', () => {
  it('given no answer yet, then one line tells of it, as 499', async () => {
    await leave('req-left', 'application/json');
    await until(() => lines('req-left').length > 0);
    edge.release();
    await settled();
    expect(lines('req-left')).toEqual([
      expect.objectContaining({
        status: 499,
        left: true,
        operationName: 'Left',
        operationType: 'query',
        durationMs: expect.any(Number),
      }),
    ]);
  });

  it.each([
    [
      'Server-Sent Events',
      'text/event-stream',
      '/graphql/stream',
      'subscription Live { reviewed(bookId: "7") { stars } }',
    ],
    [
      'multipart',
      'multipart/mixed;deferSpec=20220824, application/json',
      '/graphql',
      'query Live { whoAsks ... @defer { slow } }',
    ],
  ])('given a stream over %s that has begun, then one line tells of it, with its status', async (_how, ...how) => {
    const id = `req-left-${how[1].length}`;
    await leave(id, how[0], how[1], how[2]);
    await until(() => lines(id).length > 0);
    edge.release();
    await settled();
    expect(lines(id)).toEqual([expect.objectContaining({ status: 200, left: true })]);
  });

  it('given an answer that was taken, then one line tells of it, and of nobody who left', async () => {
    await edge.query('{ __typename }', { 'x-request-id': 'req-stayed' });
    await until(() => lines('req-stayed').length > 0);
    await settled();
    expect(lines('req-stayed')).toHaveLength(1);
    expect(lines('req-stayed')[0]).toMatchObject({ status: 200 });
    expect(lines('req-stayed')[0]).not.toHaveProperty('left');
  });
});
