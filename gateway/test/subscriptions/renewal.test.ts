import { startTestEdge, type TestEdge } from '../edge';
import { bearer, rawSocket } from './live';
import { until } from './until';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

async function signedIn(claims: object = {}) {
  const client = await rawSocket(edge);
  await client.introduce(bearer(await edge.token(claims)));
  const renew = async (next: object) => client.send({ type: 'ping', payload: bearer(await edge.token(next)) });
  return { ...client, renew };
}

it('given a new token in a ping before the old one ends, then the socket lives on, and so does what it hears', async () => {
  // A machine with much to do must still renew in time.
  const old = inSeconds(4);
  const { renew, heard, socket, subscribe } = await signedIn({ exp: old });
  const exp = inSeconds(600);
  subscribe('a', 'renewed');
  await until(() => edge.listeners('renewed') === 1);
  await renew({ exp });
  await until(() => heard('pong').length === 1);
  expect(heard('pong')[0]?.payload).toEqual({ renewed: true, expiresAt: new Date(exp * 1000).toISOString() });
  await new Promise((resolve) => setTimeout(resolve, old * 1000 + 200 - Date.now()));
  edge.review('renewed', 5);
  await until(() => heard('next').length === 1);
  socket.terminate();
});

it('given no renewal, then 4403 when the token ends', async () => {
  const { closed } = await signedIn({ exp: inSeconds(1) });
  expect(await closed).toEqual([4403, 'The access token has expired.']);
});

it.each([
  ['of somebody else', () => edge.token({ sub: 'usr_2' })],
  ['that is forged', () => edge.forged()],
  ['that has expired', () => edge.token({ exp: inSeconds(-5) })],
])('given a token %s, then 4403', async (_what, token) => {
  const { send, closed } = await signedIn();
  send({ type: 'ping', payload: bearer(await token()) });
  expect(await closed).toEqual([4403, 'The new access token is not valid here.']);
});

it('given a guest who renews, then 4403: whoever signs in begins a new socket', async () => {
  const { introduce, send, closed } = await rawSocket(edge);
  await introduce();
  send({ type: 'ping', payload: bearer(await edge.token()) });
  expect((await closed)[0]).toBe(4403);
});

it('given a token with other rights, then what runs ends with an error, the room is left, and it can begin anew', async () => {
  const { renew, heard, socket, subscribe } = await signedIn({ roles: ['STAFF'] });
  subscribe('a', 'rights');
  await until(() => edge.listeners('rights') === 1);
  const open = edge.live.open;
  await renew({ roles: ['BUYER'] });
  await until(() => heard('error').length === 1);
  expect(heard('error')).toEqual([
    { id: 'a', type: 'error', payload: [expect.objectContaining({ extensions: { code: 'FORBIDDEN' } })] },
  ]);
  await until(() => edge.live.open === open - 1);
  expect(heard('complete')).toEqual([]);
  subscribe('a', 'rights');
  await until(() => edge.live.open === open);
  expect(edge.seen.at(-1)).toMatchObject({ identity: { roles: ['BUYER'] } });
  socket.terminate();
});

it('given a ping with anything else, then a pong with the same', async () => {
  const { send, heard, socket } = await signedIn();
  send({ type: 'ping', payload: { at: 1 } });
  send({ type: 'ping' });
  await until(() => heard('pong').length === 2);
  expect(heard('pong')).toEqual([{ type: 'pong', payload: { at: 1 } }, { type: 'pong' }]);
  socket.terminate();
});
