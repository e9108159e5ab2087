import { createHash } from 'node:crypto';
import { registered } from '../../protection/persisted/automatic';
import { readManifest } from '../../protection/persisted/manifest';
import type { PersistedOptions } from '../../protection/persisted/persisted';
import { usualProtection } from '../../protection/protection';
import { temporaryFile } from '../../../test/story/files';
import { startTestEdge, type TestEdge } from '../edge';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const QUERY = 'query Who { whoAsks }';

const written = (content: unknown): string =>
  temporaryFile('manifest.json', typeof content === 'string' ? content : JSON.stringify(content));
const format = { format: 'apollo-persisted-query-manifest', version: 1 };
const manifest = readManifest(
  written({ ...format, operations: [{ id: 'who-1', body: QUERY, name: 'Who', type: 'query' }] }),
);

let edge: TestEdge;
const start = async (persisted: PersistedOptions) =>
  void (edge = await startTestEdge({ protection: { ...usualProtection, persisted } }));
afterEach(() => edge.stop());

const named = (id: string, query?: string) => ({
  query,
  extensions: { persistedQuery: { version: 1, sha256Hash: id } },
});
const send = async (body: object) => {
  const { status, body: answer } = await edge.post(body);
  return [status, answer.errors?.[0]?.extensions.code ?? Object.keys(answer.data ?? {})[0]];
};

describe('automatic persisted queries', () => {
  beforeEach(() => start({ mode: 'log' }));

  it('given a hash, then the document is asked for once, and known from then on, also by GET', async () => {
    expect(await send(named(hash(QUERY)))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect(await send(named(hash(QUERY), QUERY))).toEqual([200, 'whoAsks']);
    expect(await send(named(hash(QUERY)))).toEqual([200, 'whoAsks']);
    const extensions = encodeURIComponent(JSON.stringify(named(hash(QUERY)).extensions));
    const response = await fetch(`${edge.url}/graphql?extensions=${extensions}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(await response.json()).toMatchObject({ data: { whoAsks: expect.any(String) } });
  });

  it.each([
    ['that is none', named('nonsense')],
    ['that is none, with a document', named('nonsense', QUERY)],
    ['of another document', named(hash('{ other }'), QUERY)],
    [
      'of a version that does not exist',
      { query: QUERY, extensions: { persistedQuery: { version: 2, sha256Hash: 'a' } } },
    ],
    ['that is a number', { query: QUERY, extensions: { persistedQuery: { version: 1, sha256Hash: 1 } } }],
    ['that is missing', { query: QUERY, extensions: { persistedQuery: 'yes' } }],
  ])('given a hash %s, then 400 and BAD_REQUEST', async (_what, body) => {
    expect(await send(body)).toEqual([400, 'BAD_REQUEST']);
  });

  it('given more than there is room for, then the longest unused are forgotten', () => {
    const known = registered(10);
    known.keep('a', 'aaaa');
    known.keep('b', 'bbbb');
    expect(known.find('a')).toBe('aaaa');
    known.keep('c', 'cccc');
    expect(['a', 'b', 'c'].map(known.find)).toEqual(['aaaa', undefined, 'cccc']);
  });
});

describe('a manifest', () => {
  const foreign = '{ whoAsks __typename }';
  it.each([
    ['log', named('who-1'), [200, 'whoAsks']],
    ['log', { query: foreign }, [200, 'whoAsks']],
    ['log', named(hash(QUERY)), [200, 'PERSISTED_QUERY_NOT_FOUND']],
    ['safelist', named('who-1'), [200, 'whoAsks']],
    ['safelist', { query: QUERY }, [200, 'whoAsks']],
    ['safelist', { query: 'query Who {\n  whoAsks # me\n}' }, [200, 'whoAsks']],
    ['safelist', { query: foreign }, [400, 'QUERY_NOT_IN_SAFELIST']],
    ['safelist', { query: '{ "' }, [400, 'QUERY_NOT_IN_SAFELIST']],
    ['safelist', named(hash(foreign), foreign), [400, 'QUERY_NOT_IN_SAFELIST']],
    ['safelist', named('who-2'), [400, 'PERSISTED_QUERY_NOT_IN_LIST']],
    ['require-id', named('who-1'), [200, 'whoAsks']],
    ['require-id', named('who-1', QUERY), [200, 'whoAsks']],
    ['require-id', { query: QUERY }, [400, 'PERSISTED_QUERY_ID_REQUIRED']],
    ['require-id', named('who-2'), [400, 'PERSISTED_QUERY_NOT_IN_LIST']],
  ] as const)('given the mode %s and %j, then %j', async (mode, body, expected) => {
    await start({ manifest, mode });
    expect(await send(body)).toEqual(expected);
  });

  it('given the mode log, then what is not in it stands in the log', async () => {
    await start({ manifest, mode: 'log' });
    await send({ query: foreign });
    expect(edge.log).toContainEqual(expect.objectContaining({ sha256: hash(foreign) }));
  });

  it('holds for WebSockets, too', async () => {
    await start({ manifest, mode: 'safelist' });
    const ask = (query: string, extensions?: Record<string, unknown>) =>
      new Promise((resolve, reject) =>
        edge.socket().subscribe({ query, extensions }, { next: resolve, error: reject, complete: () => {} }),
      );
    await expect(ask(foreign)).rejects.toMatchObject([{ extensions: { code: 'QUERY_NOT_IN_SAFELIST' } }]);
    expect(await ask('', named('who-1').extensions)).toMatchObject({ data: { whoAsks: expect.any(String) } });
  });

  it.each(['[', '{}', { ...format, version: 2, operations: [] }, { ...format, operations: [{ id: 'a' }] }])(
    'given a file that holds none (%j), then a sentence',
    async (content) => {
      await start({ mode: 'log' });
      expect(() => readManifest(written(content))).toThrow(/^must /);
    },
  );
});
