import { Agent, request } from 'undici';
import { sealer } from '../../../platform/identity/seal';
import type { Tls } from '../../../platform/identity/tls';
import { startShelf, type Shelf } from '../../../platform/test/shelf/story';
import { describeWithCertificates, newAuthority, tlsIn } from '../../../test/story/certificates';
import { temporaryFolder } from '../../../test/story/files';
import type { HttpSettings } from '../../transports/settings';
import { ada, KEYS, reach, startCopy, type Copy } from './copies';

const CHANGES = 'subscription ($id: ID!) { bookChanged(id: $id) { status } }';

describeWithCertificates('rooms and gateways that show each other certificates', () => {
  let house: Shelf;
  let copies: Copy[];
  let gateway: Tls;
  let foreign: Tls;
  beforeAll(async () => {
    house = await startShelf();
    const folder = temporaryFolder();
    const [ours, theirs] = [newAuthority(folder, 'ours'), newAuthority(folder, 'theirs')];
    const room = tlsIn(ours.certificate('room'));
    gateway = tlsIn(ours.certificate('gateway'));
    // Of another authority, although it believes ours.
    foreign = { ...tlsIn(theirs.certificate('foreign')), ca: room.ca };
    const start = () => startCopy(house.room('users'), { tls: room });
    copies = [await start(), await start()];
  });
  afterAll(async () => {
    for (const copy of copies) await copy.stop();
    await house.stop();
  });

  /** Asks the copies as a gateway does. */
  async function asGateway<T>(settings: Partial<HttpSettings>, ask: (rooms: ReturnType<typeof reach>) => Promise<T>) {
    const rooms = reach('users', copies, settings);
    try {
      return await ask(rooms);
    } finally {
      await rooms.stop();
    }
  }
  const body = JSON.stringify({ query: '{ __typename }' });
  /** Sends what is well sealed, by whoever has the key, over TLS. */
  async function send(tls: Partial<Tls>, path = '/graphql') {
    const dispatcher = new Agent({ connect: tls });
    const headers = sealer(KEYS)(ada, { room: 'users', method: 'POST', path: '/graphql', body });
    const answer = await request(`${copies[0]?.url}${path}`, { method: 'POST', headers, body, dispatcher });
    const text = await answer.body.text();
    await dispatcher.close();
    return { status: answer.statusCode, text };
  }
  const uncertified = async () =>
    (await copies[0]?.refusals())?.find(({ labels }) => labels.flaw === 'uncertified')?.value ?? 0;

  it('speak to each other', async () => {
    const id = await house.book();
    const answer = await asGateway({ tls: gateway }, ({ rooms }) =>
      rooms('users').execute({ query: '{ __typename }', variables: { id }, envelope: ada }),
    );
    expect(answer).toEqual({ data: { __typename: 'Query' } });
  });

  it.each(['sse', 'ws'] as const)('tell of events over %s', async (subscriptions) => {
    const id = await house.book();
    const event = await asGateway({ tls: gateway, subscriptions }, async ({ rooms }) => {
      const stream = await rooms('users').subscribe({ query: CHANGES, variables: { id }, envelope: ada });
      if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream));
      const { value } = await stream.next();
      await stream.return?.();
      return value as unknown;
    });
    expect(event).toMatchObject({ data: { bookChanged: { status: 'SHELVED' } } });
  });

  it.each<[string, () => Partial<Tls>]>([
    ['no certificate', () => ({ ca: gateway.ca })],
    ['one of another authority', () => foreign],
  ])('given a well sealed request with %s, then the room answers 401 and counts it', async (_, tls) => {
    const before = await uncertified();
    expect(await send(tls())).toMatchObject({ status: 401, text: expect.stringMatching('without a certificate') });
    expect(await uncertified()).toBe(before + 1);
  });

  it('given no certificate, then whether it lives may be asked all the same', async () => {
    expect(await send({ ca: gateway.ca }, '/health/live')).toMatchObject({ status: 200 });
  });

  it('given a room of another authority, then the gateway does not believe it', async () => {
    const asked = asGateway({ tls: { ...gateway, ca: foreign.cert } }, ({ rooms }) =>
      rooms('users').execute({ query: '{ __typename }', envelope: ada }),
    );
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  });
});
