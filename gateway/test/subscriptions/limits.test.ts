import { createClient } from 'graphql-sse';
import { startTestEdge, type TestEdge } from '../edge';
import { bearer, rawSocket, STARS } from './live';
import { until } from './until';

let edge: TestEdge;
const limits = { perAddress: 8, perUser: 2, streams: 2 };
const open = async (times: object = {}) => void (edge = await startTestEdge({ live: { ...limits, ...times } }));
beforeEach(() => open());
afterEach(() => edge.stop());

/** Another edge in the place of the one that waits as long as in earnest. */
async function reopen(times: object): Promise<void> {
  await edge.stop();
  await open(times);
}

async function isLetIn({ closed, introduce }: Awaited<ReturnType<typeof rawSocket>>): Promise<boolean> {
  return Promise.race([introduce().then(() => true), closed.then(() => false)]);
}

it('given more sockets of one address than may be, then 4429, and room again when one has gone', async () => {
  const sockets = await Promise.all(Array.from({ length: limits.perAddress }, () => rawSocket(edge)));
  for (const each of sockets) await each.introduce();
  const [code, reason] = await (await rawSocket(edge)).closed;
  expect([code, reason]).toEqual([4429, 'Too many sockets of one address.']);
  sockets[0]?.socket.close();
  await sockets[0]?.closed;
  // The gateway hears of the close a moment later than the client.
  let isIn = false;
  for (let attempt = 0; attempt < 100 && !isIn; attempt++) isIn = await isLetIn(await rawSocket(edge));
  expect(isIn).toBe(true);
});

it('given more sockets of one user than may be, then 4429, and others are let in', async () => {
  const payload = bearer(await edge.token({ sub: 'usr_busy' }));
  for (let count = 0; count < limits.perUser; count++) await (await rawSocket(edge)).introduce(payload);
  const third = await rawSocket(edge);
  third.send({ type: 'connection_init', payload });
  expect(await third.closed).toEqual([4429, 'Too many sockets of one user.']);
  await (await rawSocket(edge)).introduce(bearer(await edge.token({ sub: 'usr_other' })));
});

it('given a client that does not introduce itself, then 4408', async () => {
  await reopen({ introduction: 100 });
  expect((await (await rawSocket(edge)).closed)[0]).toBe(4408);
});

it('given a socket that nobody uses, then 4410; one with a subscription stays', async () => {
  await reopen({ idle: 1_000 });
  const [idle, used] = [await rawSocket(edge), await rawSocket(edge)];
  await idle.introduce();
  await used.introduce();
  used.subscribe('a', '1');
  expect(await idle.closed).toEqual([4410, 'Nothing was asked for long.']);
  expect(used.socket.readyState).toBe(used.socket.OPEN);
});

it('given a second introduction, then 4429; an id that is taken, then 4409', async () => {
  const [twice, same] = [await rawSocket(edge), await rawSocket(edge)];
  await twice.introduce();
  twice.send({ type: 'connection_init' });
  expect((await twice.closed)[0]).toBe(4429);
  await same.introduce();
  same.subscribe('a', '1');
  same.subscribe('a', '2');
  expect((await same.closed)[0]).toBe(4409);
});

it('given more streams of one user than may be, then 429; of all, then 503', async () => {
  const url = `${edge.url}/graphql/stream`;
  const streamOf = async (sub: string) =>
    createClient({ url, headers: bearer(await edge.token({ sub })), retryAttempts: 0 }).iterate({
      query: STARS,
      variables: { id: '1' },
    });
  const user = bearer(await edge.token({ sub: 'usr_a' }));
  const socket = await rawSocket(edge);
  await socket.introduce(user);
  void (await streamOf('usr_a')).next();
  await until(() => edge.live.open === 1);
  const refused = async (headers: Record<string, string>) => {
    const answer = await edge.post(
      { query: STARS, variables: { id: '1' } },
      { accept: 'text/event-stream', ...headers },
      '/graphql/stream',
    );
    return [answer.status, answer.body.errors?.[0]?.extensions.code];
  };
  expect(await refused(user)).toEqual([429, 'RATE_LIMITED']);
  void (await streamOf('usr_b')).next();
  await until(() => edge.live.open === 2);
  expect(await refused({})).toEqual([503, 'UNAVAILABLE']);
});

it('given a message that is too large, then 1009', async () => {
  const { socket, closed } = await rawSocket(edge);
  socket.send('x'.repeat(1_000_000));
  expect((await closed)[0]).toBe(1009);
});
