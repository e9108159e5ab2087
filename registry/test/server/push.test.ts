import { temporaryFolder } from '../../../test/story/files';
import type { Apart } from '../../server/apart/apart';
import { openFolderStore } from '../../store/folder';
import { callPath, type StoreCall } from '../../store/remote/calls';
import { StoreRefusal, type Store, type SubgraphSchema } from '../../store/store';
import { versionIdOf } from '../../store/versions';
import { CALLS } from '../../server/calls';
import { composed, startService, type TestService } from './story';

let service: TestService;
let store: Store;
beforeEach(async () => {
  service = await startService({ store: openFolderStore(temporaryFolder()) });
  store = service.remote('ci');
});
afterEach(() => service.stop());

const withSubgraphs = (subgraphs: readonly SubgraphSchema[], supergraph = composed('me').supergraph) => ({
  id: versionIdOf(subgraphs),
  subgraphs,
  supergraph,
  pushed: { by: 'ada' },
});

describe('a version that is pushed', () => {
  const version = composed('me');

  test('given what its subgraphs compose to, with comments before it too, then it is kept', async () => {
    await store.push({ ...version, supergraph: `# Made by hand\n${version.supergraph}\n` });
    expect(await store.version(version.id)).toMatchObject({ id: version.id });
  });

  test.each([
    ['another id', { ...version, id: composed('you').id }, /not those of the version/],
    [
      'a supergraph of other subgraphs',
      { ...version, supergraph: composed('you').supergraph },
      /not what the subgraphs compose to/,
    ],
    [
      'a supergraph that was added to',
      { ...version, supergraph: `${version.supergraph}\ntype Evil { a: ID }` },
      /not what/,
    ],
    [
      'subgraphs that do not compose',
      withSubgraphs([{ name: 'a', url: '', sdl: 'type Query { a: Nothing }' }]),
      /do not compose/,
    ],
    [
      'a subgraph that is no schema',
      withSubgraphs([{ name: 'a', url: '', sdl: '<html>' }]),
      /do not compose: Syntax Error/,
    ],
    ['no subgraph', withSubgraphs([]), /do not compose/],
  ])(
    'given %s, then it is refused, and nothing is kept',
    async (_, pushed, said) => {
      const refusal = await store.push(pushed).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(StoreRefusal);
      expect((refusal as Error).message).toMatch(said);
      expect(await store.version(pushed.id)).toBeNull();
    },
    30_000,
  );

  test('given more than ten megabytes, then it is refused', async () => {
    const large = withSubgraphs([{ name: 'a', url: '', sdl: `type Query { a: ID } #${'x'.repeat(10_000_000)}` }]);
    await expect(store.push(large)).rejects.toThrow(/larger than/);
  });

  test('given one that is there, then it is not composed again', async () => {
    await store.push(version);
    let asked = 0;
    const apart: Apart = async () => ({ errors: [String((asked += 1))] });
    const kept = openFolderStore(temporaryFolder());
    await kept.push(version);
    const other = await startService({ store: kept, apart });
    await other.remote('ci').push(version);
    expect(asked).toBe(0);
    await other.stop();
  });
});

describe('rubbish', () => {
  const calls = Object.keys(CALLS) as StoreCall[];
  const bodies = [
    '',
    '{',
    'null',
    '{}',
    '[',
    '"x"',
    '[1,2,3,4]',
    '[{}]',
    '[null,null]',
    '[{"by":1}]',
    '[["a"]]',
    '["\\u0000", "x", {"by": "y"}]',
    '{"__proto__":1}',
  ];

  test.each(calls)('given a body for %s that is none, then it is told what to send, or answered', async (call) => {
    const secret = service.token('other', ['publish']);
    for (const body of bodies) {
      const answer = await service.ask(callPath(call), {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body,
      });
      const told = (await answer.json()) as { value?: unknown; error?: { code: string; message: string } };
      expect([200, 400, 422]).toContain(answer.status);
      expect(told.error?.message ?? 'answered').toEqual(expect.any(String));
    }
    expect(await store.history(10)).toEqual([]);
    expect(await store.clients()).toEqual([]);
  });

  test.each([
    ['GET', '/', 404],
    ['GET', '/v1/store/live', 404],
    ['POST', '/v1/store/close', 404],
    ['POST', '/v1/store/record', 404],
    ['POST', '/v1/supergraph', 404],
    ['GET', '/%', 400],
    ['GET', '/a/very/long/way', 404],
  ])('given %s %s, then the answer is JSON with a code', async (method, path, status) => {
    const answer = await service.ask(path, { method });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  });

  test('given a body that is not JSON, then it is told so', async () => {
    const headers = { authorization: `Bearer ${service.token('other', ['publish'])}`, 'content-type': 'text/xml' };
    const answer = await service.ask(callPath('live'), { method: 'POST', headers, body: '<x/>' });
    expect(answer.status).toBe(400);
  });
});
