import { manualClock } from '../../../platform/kernel/clock';
import { temporaryFolder } from '../../../test/story/files';
import { openFolderStore } from '../../store/folder';
import { callPath } from '../../store/remote/calls';
import { composed, publish, startService, type TestService } from './story';

const clock = manualClock(new Date('2026-06-30T12:00:00Z'));
const batch = { id: 'one', day: '2026-01-31', uses: [] };

let service: TestService;
beforeEach(async () => {
  const store = openFolderStore(temporaryFolder());
  await publish(store, composed('me'));
  service = await startService({ store, clock });
});
afterEach(() => service.stop());

type Told = { error: { code: string; message: string } };
const toldBy = async (answer: Response) => [answer.status, ((await answer.json()) as Told).error.message];
const post = (path: string, secret: string, body: unknown = []) =>
  service.ask(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const audited = () =>
  service.lines.flatMap(({ audit }) => (audit === undefined ? [] : [audit as Record<string, unknown>]));

describe('tokens', () => {
  test('given none, then one is asked for', async () => {
    const answer = await service.ask('/v1/supergraph');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await toldBy(answer)).toEqual([401, 'Send a token of the registry: authorization: Bearer TOKEN.']);
  });

  test.each(['agr_unknown', 'x'.repeat(5_000)])(
    'given one that nobody has made, then it is refused',
    async (secret) => {
      expect(await toldBy(await service.supergraph({ secret }))).toEqual([401, expect.stringContaining('not known')]);
    },
  );

  test('given one that is revoked, then it counts no more', async () => {
    const secret = service.token('old', ['read']);
    expect((await service.supergraph({ secret })).status).toBe(200);
    service.revoke('old');
    expect((await service.supergraph({ secret })).status).toBe(401);
  });

  test('given one that expires, then it counts until the end of that day', async () => {
    const secret = service.token('guest', ['read'], '2026-06-30');
    expect((await service.supergraph({ secret })).status).toBe(200);
    clock.advance(12 * 3_600_000);
    expect(await toldBy(await service.supergraph({ secret }))).toEqual([401, expect.stringContaining('2026-06-30')]);
  });

  test.each([
    ['read', '/v1/supergraph', 'usage'],
    ['read', callPath('live'), 'usage'],
    ['check', callPath('clients'), 'read'],
    ['publish', callPath('publish'), 'check'],
    ['publish', callPath('approve'), 'usage'],
    ['usage', '/v1/usage', 'publish'],
  ] as const)('the right %p is what %s needs: %p alone does not do', async (needed, path, given) => {
    const secret = service.token('other', [given]);
    const answer = path === '/v1/supergraph' ? await service.supergraph({ secret }) : await post(path, secret);
    expect(await toldBy(answer)).toEqual([403, `The token other lacks the right "${needed}"; it has ${given}.`]);
  });

  test.each(['check', 'publish'] as const)('the right %p includes that to read', async (right) => {
    expect((await service.supergraph({ secret: service.token('ci', [right]) })).status).toBe(200);
  });

  test('given a body of megabytes without a token, then it is not read', async () => {
    expect((await post(callPath('push'), 'nobody', `[${' '.repeat(9_000_000)}]`)).status).toBe(401);
  });
});

describe('the audit', () => {
  test('given a change, then who, what and from where are written down', async () => {
    const { id } = composed('you');
    await publish(service.remote('ci'), composed('you'));
    expect(audited()).toEqual([
      expect.objectContaining({ what: 'push', who: 'ci', version: id, from: '127.0.0.1', path: '/v1/store/push' }),
      expect.objectContaining({ what: 'publish', who: 'ci', version: id, kind: 'publish', after: 1 }),
    ]);
  });

  test('given tries that are refused, then they are written down with the reason', async () => {
    const store = service.remote('ci');
    const release = { version: 'unknown', kind: 'publish', published: { by: 'ada' }, changes: [] } as const;
    await expect(store.publish(release, 1)).rejects.toThrow('no version unknown');
    await expect(store.publish(release, 7)).rejects.toThrow(/check again/i);
    await service.supergraph({ secret: 'nobody' });
    expect(audited()).toEqual([
      expect.objectContaining({ what: 'publish', who: 'ci', version: 'unknown', refused: 'REFUSED' }),
      expect.objectContaining({ what: 'publish', who: 'ci', refused: 'STALE_RELEASE' }),
      expect.objectContaining({ what: 'access', who: null, right: 'read', refused: 'UNAUTHENTICATED' }),
    ]);
  });

  test('no token is ever written to the log', async () => {
    const secret = service.token('secretive', ['publish', 'usage']);
    await post('/v1/usage', secret, batch);
    await post(callPath('clients'), secret);
    await service.ask('/artifacts/v1/agora/supergraph', { headers: { 'x-hive-cdn-key': secret } });
    await post('/uplink', '', {
      query: 'query ($k: String!) { routerConfig(ref: "a", apiKey: $k) { __typename } }',
      variables: { k: secret },
    });
    expect(service.lines.length).toBeGreaterThan(3);
    expect(JSON.stringify(service.lines)).not.toContain(secret.slice(4, 20));
  });
});

describe('usage', () => {
  test('given a batch of a gateway, also twice, then it counts once', async () => {
    const secret = service.token('other', ['usage']);
    const uses = [{ coordinate: 'Query.me', client: 'web', clientVersion: '1', count: 2 }];
    for (const again of [1, 2])
      expect([again, (await post('/v1/usage', secret, { ...batch, uses })).status]).toEqual([again, 204]);
    expect(await service.remote('ci').usage('2026-01-01')).toEqual([{ ...uses[0], day: '2026-01-31' }]);
  });

  test.each([{}, [], { ...batch, id: '' }, { ...batch, uses: [{}] }])('given %j, then it is refused', async (body) => {
    expect((await post('/v1/usage', service.token('other', ['usage']), body)).status).toBe(400);
  });
});
