import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import pino from 'pino';
import { unsealer } from '../../../platform/identity/unsealing';
import { OWNERS, readSettings } from '../../settings';
import { listen } from '../../http/frontDoor';
import { startSealing, type Sealing } from '../../sealing/start';
import type { DistributedSettings } from '../../serviceSettings';

const KEYS = `test:${'k'.repeat(32)}`;
const ROOMS = OWNERS.filter((owner) => owner !== 'workflows');

describe('given a router in front of rooms that take what is sealed alone', () => {
  let room: Server;
  let sealing: Sealing;
  let token: string;
  const heard: { body: string; accept?: string }[] = [];

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] });
    token = await new SignJWT({ tenant: 'demo', roles: ['BUYER'] })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k' })
      .setIssuer('agora')
      .setAudience('agora')
      .setSubject('usr_1')
      .setExpirationTime('1h')
      .sign(privateKey);
    const settingsFor = (url: string) =>
      readSettings({
        PORT: '0',
        SERVICE_KEYS: KEYS,
        ...Object.fromEntries(ROOMS.map((name) => [`${name.toUpperCase()}_URL`, url])),
      }) as DistributedSettings;
    const unseal = unsealer({ keys: settingsFor('http://127.0.0.1:1').SERVICE_KEYS });
    // Every room in one: it opens the seal as rooms do, and answers with the envelope that it found.
    const answerTo = async (request: IncomingMessage): Promise<object> => {
      const body = await text(request);
      const { method = '', url = '', headers } = request;
      const isKeySet = body.includes('keySet');
      const envelope = await unseal(headers, { room: isKeySet ? 'users' : 'orders', method, path: url, body });
      if (!isKeySet) heard.push({ body, accept: headers.accept });
      return isKeySet ? { keySet } : { envelope };
    };
    room = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      void answerTo(request).then((data) => response.end(JSON.stringify({ data })));
    });
    sealing = await startSealing(settingsFor(await listen(room, 0, '127.0.0.1')), pino({ level: 'silent' }));
  });
  afterAll(async () => {
    await sealing.stop();
    room.close();
  });

  const send = (body: string, headers: Record<string, string> = {}, path = '/orders/graphql') =>
    fetch(`${sealing.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it('when an operation comes with a token, then the room is told who asks, and gets every byte as it was', async () => {
    const body = `{"variables":{"price": 1.0},"query":"{ _entities }"}`;
    const headers = {
      authorization: `Bearer ${token}`,
      'agora-currency': 'EUR',
      accept: 'application/json;callbackSpec=1.0',
    };
    const { data } = (await (await send(body, headers)).json()) as { data: { envelope: object } };
    expect(data.envelope).toMatchObject({
      tenant: 'demo',
      currency: 'EUR',
      identity: { kind: 'user', id: 'usr_1', roles: ['BUYER'] },
    });
    expect(heard.at(-1)).toEqual({ body, accept: headers.accept });
  });

  it('when nobody is signed in, then the room is told of a guest, whatever envelope is sent along', async () => {
    const forged = Buffer.from(JSON.stringify({ identity: { kind: 'service', name: 'gateway' } })).toString(
      'base64url',
    );
    const { data } = (await (await send('{}', { 'agora-envelope': forged, 'agora-seal': 'v1' })).json()) as {
      data: { envelope: object };
    };
    expect(data.envelope).toMatchObject({ identity: { kind: 'guest' } });
  });

  it('when the token is not valid, then no room is asked', async () => {
    const before = heard.length;
    const { errors } = (await (await send('{}', { authorization: 'Bearer x.y.z' })).json()) as {
      errors: { extensions: { code: string } }[];
    };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(heard).toHaveLength(before);
  });

  it('when a room is named that there is not, then it says where rooms are', async () => {
    const answer = await send('{}', {}, '/kitchen/graphql');
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('/orders/graphql')]);
  });
});
