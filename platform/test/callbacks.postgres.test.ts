import pino from 'pino';
import { guest } from '../identity/identity';
import { signedIn } from '../identity/policies';
import { readRouters } from '../subgraph/callbacks/routers';
import { startRouter, type Router } from '../subgraph/test/callbacks/router';
import { ada, envelopeOf, startHost } from '../subgraph/test/callbacks/world';
import { startShelf, type Shelf } from './shelf/story';
import { shelf } from './shelf/subgraph';

const EXTENSION = { subscriptionId: 'one', verifier: 'proof', heartbeatIntervalMs: 0 };

let house: Shelf;
let router: Router;
let host: Awaited<ReturnType<typeof startHost>>;
beforeAll(async () => {
  house = await startShelf({ policies: { ...shelf.policies, Subscription: { bookChanged: signedIn } } });
});
afterAll(() => house.stop());
beforeEach(async () => {
  router = await startRouter();
  const routers = readRouters(`${router.origin}/callback`);
  host = await startHost(house.room('users'), { routers, log: pino({ level: 'silent' }) });
});
afterEach(async () => {
  await host.emitter.stop();
  await host.stop();
  await router.stop();
});

async function subscribe(id: string, envelope = envelopeOf(ada)): Promise<number> {
  const response = await fetch(host.url, {
    method: 'POST',
    headers: {
      accept: 'application/json;callbackSpec=1.0',
      'agora-envelope': Buffer.from(JSON.stringify(envelope)).toString('base64url'),
    },
    body: JSON.stringify({
      query: 'subscription ($id: ID!) { bookChanged(id: $id) { status } }',
      variables: { id },
      extensions: { subscription: { ...EXTENSION, callbackUrl: `${router.origin}/callback/one` } },
    }),
  });
  return response.status;
}
const lend = (id: string) =>
  house.execute(
    'users',
    `mutation { lendBook(id: "${id}", idempotencyKey: "k") { userErrors { code } } }`,
    {},
    {
      identity: ada,
    },
  );

describe('a subscription of a real room, by callback', () => {
  it('tells each change after its commit', async () => {
    const id = await house.book();
    expect(await subscribe(id)).toBe(200);
    await router.heard('next');
    await lend(id);
    await router.heard('next', 2);
    expect(router.payloads()).toEqual(['SHELVED', 'LENT'].map((status) => ({ data: { bookChanged: { status } } })));
  });

  it('given one who may not, then it is refused as over any other transport, and nobody is called', async () => {
    expect(await subscribe(await house.book(), envelopeOf(guest))).toBe(401);
    expect(router.calls).toEqual([]);
  });

  it('given another shop, then nothing of this one is told', async () => {
    expect(await subscribe(await house.book(), envelopeOf(ada, 'other'))).toBe(200);
    await router.heard('next');
    expect(router.payloads()).toEqual([{ data: { bookChanged: null } }]);
  });
});
