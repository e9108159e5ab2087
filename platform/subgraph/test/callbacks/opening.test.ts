import { Writable } from 'node:stream';
import type { ServerResponse } from 'node:http';
import { guest } from '../../../identity/identity';
import { PROTOCOL, serve } from './router';
import { ada, envelopeOf, startWorld, type World } from './world';

let world: World;
beforeEach(async () => void (world = await startWorld()));
afterEach(() => world.stop());

describe('a subscription by callback', () => {
  it('is confirmed by the router, then answered', async () => {
    const { router, subscribe, extension } = world;
    const callback = extension('one');
    const { status, headers, body } = await subscribe('subscription { tick }', callback);
    expect(status).toBe(200);
    expect(body).toEqual({ data: null });
    expect(headers.get('subscription-protocol')).toBe('callback/1.0');
    expect(router.calls).toEqual([
      {
        path: '/callback/one',
        headers: expect.objectContaining({ ...PROTOCOL, 'content-type': 'application/json' }) as object,
        body: { kind: 'subscription', action: 'check', id: 'one', verifier: 'proof' },
      },
    ]);
  });

  it('sends no event before its answer has left', async () => {
    const { router, emitter, room, extension, tick } = world;
    let leave = () => {};
    const response = new Writable({
      write: (_chunk, _encoding, done) => void (leave = done),
    }) as unknown as ServerResponse;
    response.writeHead = () => response;
    let hasLeft = false;
    const seen: boolean[] = [];
    router.answer(({ body }) => void (body.action === 'next' && seen.push(hasLeft)));
    const asked = { query: 'subscription { tick }', envelope: envelopeOf(guest) };
    const serving = emitter.serve(room, asked, extension(), response);
    tick(1);
    await router.heard('check');
    while (!response.writableEnded) await new Promise(setImmediate);
    // Round trips, in which an event that does not wait would have come.
    for (let trip = 0; trip < 3; trip++) await fetch(router.origin, { method: 'POST', body: '{"action":"other"}' });
    hasLeft = true;
    leave();
    await router.heard('next');
    expect(seen).toEqual([true]);
    await emitter.stop();
    await serving;
  });

  it('given a router that leaves before the answer, then the room is left, and nothing is sent', async () => {
    const { router, emitter, room, extension, left } = world;
    const response = new Writable() as unknown as ServerResponse;
    response.writeHead = () => response;
    router.answer(() => void response.destroy());
    const asked = { query: 'subscription { three }', envelope: envelopeOf(guest) };
    await emitter.serve(room, asked, extension(), response);
    await left();
    expect(router.actions()).toEqual(['check']);
  });
});

describe('a router that does not confirm', () => {
  it.each([
    ['404', { status: 404, headers: PROTOCOL }, 'not known: 404'],
    ['401', { status: 401 }, 'not known: 401'],
    ['another success', { status: 200, headers: PROTOCOL }, 'no router that speaks callback/1.0'],
    ['no version', { status: 204 }, 'no router that speaks callback/1.0'],
    ['another version', { status: 204, headers: { 'subscription-protocol': 'callback/2.0' } }, 'no router'],
  ])('given %s, then 400, and the room is left', async (_what, reply, message) => {
    const { router, subscribe, left } = world;
    router.answer(() => reply);
    const { status, body } = await subscribe('subscription { tick }');
    expect([status, body.errors]).toEqual([
      400,
      [expect.objectContaining({ message: expect.stringContaining(message) as string })],
    ]);
    await left();
    expect(router.actions()).toEqual(['check']);
  });

  it('given a redirection, then it is not followed', async () => {
    const { router, subscribe } = world;
    let visited = 0;
    const elsewhere = await serve((_request, response) => (visited++, response.writeHead(204, PROTOCOL).end()));
    router.answer(() => ({ status: 307, headers: { location: elsewhere.origin } }));
    expect((await subscribe('subscription { tick }')).status).toBe(400);
    expect(visited).toBe(0);
    await elsewhere.stop();
  });

  it.each([['503', { status: 503 }] as const, ['a cut connection', 'cut'] as const])(
    'given %s, then UNAVAILABLE, and it is asked once',
    async (_what, reply) => {
      const { router, subscribe, left } = world;
      router.answer(() => reply);
      const { status, body } = await subscribe('subscription { tick }');
      expect([status, body.errors?.[0]?.extensions]).toEqual([503, { code: 'UNAVAILABLE' }]);
      await left();
      expect(router.actions()).toEqual(['check']);
    },
  );
});

describe('a subscription that the room does not take on', () => {
  it.each([
    ['nobody, where one must be signed in', 'subscription { mine }', 401, { extensions: { code: 'UNAUTHENTICATED' } }],
    [
      'no field of the room',
      'subscription { nothing }',
      400,
      { message: expect.stringContaining('nothing') as string },
    ],
    ['no GraphQL', 'subscription {', 400, { message: expect.stringContaining('Syntax Error') as string }],
    ['a query', '{ a }', 400, { message: 'Only a subscription can be answered by calls.' }],
    ['a failure', 'subscription { broken }', 500, { message: 'Something failed in the room.' }],
  ])('given %s, then its errors, and nobody is called', async (_what, query, status, error) => {
    const { router, subscribe } = world;
    const answer = await subscribe(query);
    expect([answer.status, answer.body.errors]).toEqual([status, [expect.objectContaining(error)]]);
    expect(router.calls).toEqual([]);
  });

  it('given a failure, then the log has it', async () => {
    const { subscribe, logged } = world;
    await subscribe('subscription { broken }');
    expect(JSON.stringify(logged)).toContain('hunter2');
  });

  it('given somebody who may, then it is taken on', async () => {
    const { router, subscribe, extension, tick } = world;
    expect((await subscribe('subscription { mine }', extension(), ada)).status).toBe(200);
    tick(7);
    await router.heard('next');
    expect(router.payloads()).toEqual([{ data: { mine: 7 } }]);
  });
});

describe('an address that a request names', () => {
  it.each([
    ['another host', 'http://127.0.0.2:{port}/callback/x'],
    ['another port', 'http://127.0.0.1:1/callback/x'],
    ['another scheme', 'https://127.0.0.1:{port}/callback/x'],
    ['another path', 'http://127.0.0.1:{port}/admin'],
    ['a way out of the path', 'http://127.0.0.1:{port}/callback/../admin'],
    ['a hidden way out', 'http://127.0.0.1:{port}/callback/..%2fadmin'],
    ['a path that begins alike', 'http://127.0.0.1:{port}/callbacks'],
    ['a password', 'http://a:b@127.0.0.1:{port}/callback/x'],
    ['a file', 'file:///callback/x'],
  ])('given %s, then 403 with a reason, and neither room nor address is asked', async (_what, address) => {
    const { router, subscribe, extension, asked } = world;
    const callbackUrl = address.replace('{port}', new URL(router.origin).port);
    const { status, body } = await subscribe('subscription { tick }', { ...extension(), callbackUrl });
    expect(status).toBe(403);
    expect(body.errors?.[0]?.message).toMatch(/^This room may not call .*: no router of its settings is there\.$/);
    expect([asked(), router.calls]).toEqual([0, []]);
  });
});

it.each([
  ['no object', 'here'],
  ['no URL', { callbackUrl: 'here' }],
  ['no id', { subscriptionId: undefined }],
  ['an id that is no text', { subscriptionId: 1 }],
  ['no verifier', { verifier: '' }],
  ['a verifier without end', { verifier: 'x'.repeat(1_025) }],
  ['no heartbeat', { heartbeatIntervalMs: undefined }],
  ['a flood of heartbeats', { heartbeatIntervalMs: 1 }],
  ['a heartbeat that no timer takes', { heartbeatIntervalMs: 2 ** 31 }],
])('given an extension with %s, then 400 that says so, and nobody is called', async (_what, change) => {
  const { router, subscribe, extension } = world;
  const { status, body } = await subscribe(
    'subscription { tick }',
    typeof change === 'string' ? change : { ...extension(), ...change },
  );
  expect(status).toBe(400);
  expect(body.errors?.[0]?.message).toContain('extensions.subscription');
  expect(router.calls).toEqual([]);
});

describe('how many there may be', () => {
  it('given one that is open already, then 409', async () => {
    const { subscribe, extension } = world;
    const callback = extension();
    await subscribe('subscription { tick }', callback);
    expect((await subscribe('subscription { tick }', callback)).status).toBe(409);
  });

  it('given as many as may be, then 503, until one is over', async () => {
    const small = await startWorld({ most: 1 });
    const { router, subscribe, left, beat } = small;
    await subscribe('subscription { tick }');
    const { status, body } = await subscribe('subscription { tick }');
    expect([status, body.errors?.[0]?.extensions]).toEqual([503, { code: 'UNAVAILABLE' }]);
    router.answer(() => ({ status: 404 }));
    beat();
    await left();
    router.answer(() => undefined);
    expect((await subscribe('subscription { tick }')).status).toBe(200);
    await small.stop();
  });
});
