import { ApolloGateway, UplinkSupergraphManager } from '@apollo/gateway';
import { temporaryFolder } from '../../../test/story/files';
import { openFolderStore } from '../../store/folder';
import type { Store } from '../../store/store';
import { composed, publish, startService, type TestService } from './story';

const [first, second] = [composed('me'), composed('you')];

let store: Store;
let service: TestService;
let key: string;
beforeEach(async () => {
  store = openFolderStore(temporaryFolder());
  service = await startService({ store });
  key = service.token('router', ['read']);
});
afterEach(() => service.stop());

// As apollo-router 2.14 sends it: its build takes the text from schema_query.graphql.
const ROUTER = `query SupergraphSdlQuery($apiKey: String!, $graph_ref: String!, $ifAfterId: ID) {
    routerConfig(ref: $graph_ref, apiKey: $apiKey, ifAfterId: $ifAfterId) {
        __typename
        ... on RouterConfigResult {
            id
            supergraphSdl: supergraphSDL
            minDelaySeconds
        }
        ... on Unchanged {
            id
            minDelaySeconds
        }
        ... on FetchError {
            code
            message
        }
    }
}
`;
const LICENSE = `query LicenseQuery($apiKey: String!, $graph_ref: String!, $ifAfterId: ID) {

    routerEntitlements(ifAfterId: $ifAfterId, apiKey: $apiKey, ref: $graph_ref) {
        __typename
        ... on RouterEntitlementsResult {
            id
            minDelaySeconds
            entitlement {
                jwt
            }
        }
        ... on Unchanged {
            id
            minDelaySeconds
        }
        ... on FetchError {
            code
            message
        }
    }
}
`;

async function ask(
  query: string,
  { apiKey = key, ifAfterId = null }: { apiKey?: string; ifAfterId?: string | null } = {},
) {
  const variables = { apiKey, graph_ref: 'agora@current', ifAfterId };
  const operationName = /query (\w+)/.exec(query)?.[1];
  const answer = await service.ask('/uplink', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables, query, operationName }),
  });
  return { status: answer.status, ...((await answer.json()) as { data?: unknown; errors?: { message: string }[] }) };
}

describe("Apollo's gateway, with its own UplinkSupergraphManager", () => {
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const managed = (apiKey: string) =>
    new ApolloGateway({
      logger,
      supergraphSdl: new UplinkSupergraphManager({
        apiKey,
        graphRef: 'agora@current',
        uplinkEndpoints: [`${service.url}/uplink`],
        initialMaxRetries: 0,
        logger,
      }),
    });

  test('given a release, then it starts with it, under the id of the release', async () => {
    await publish(store, first);
    const gateway = managed(key);
    try {
      const { schema } = await gateway.load();
      expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted()).toEqual(['me', 'order']);
    } finally {
      await gateway.stop();
    }
  });

  test('given a token that nobody has made, then it does not start, and says why', async () => {
    await publish(store, first);
    await expect(managed('service:agora:x').load()).rejects.toThrow(/AUTHENTICATION_FAILED: The token is not known/);
  });
});

describe("what Apollo's router asks", () => {
  test('given a release, then it is answered, and unchanged for whoever has it', async () => {
    await publish(store, first);
    const id = `1-${first.id}`;
    expect(await ask(ROUTER)).toEqual({
      status: 200,
      data: {
        routerConfig: { __typename: 'RouterConfigResult', id, supergraphSdl: first.supergraph, minDelaySeconds: 10 },
      },
    });
    expect(await ask(ROUTER, { ifAfterId: id })).toEqual({
      status: 200,
      data: { routerConfig: { __typename: 'Unchanged', id, minDelaySeconds: 10 } },
    });
  });

  test('given another release, then whoever has the one before is answered', async () => {
    await publish(store, first);
    await publish(store, second);
    expect(await ask(ROUTER, { ifAfterId: `1-${first.id}` })).toMatchObject({
      data: { routerConfig: { id: `2-${second.id}`, supergraphSdl: second.supergraph } },
    });
  });

  test.each([
    ['nothing published', 'UNKNOWN_REF', {}],
    ['a token that nobody has made', 'AUTHENTICATION_FAILED', { apiKey: 'nobody' }],
  ])('given %s, then the error is data: %s', async (_, code, asked) => {
    expect(await ask(ROUTER, asked)).toMatchObject({
      status: 200,
      data: { routerConfig: { __typename: 'FetchError', code, message: expect.any(String) } },
    });
  });

  test('given a token without the right, then access is denied', async () => {
    const apiKey = service.token('other', ['usage']);
    expect(await ask(ROUTER, { apiKey })).toMatchObject({ data: { routerConfig: { code: 'ACCESS_DENIED' } } });
  });

  test('it has no licence from us, and is told so once', async () => {
    expect(await ask(LICENSE)).toEqual({
      status: 200,
      data: {
        routerEntitlements: {
          __typename: 'RouterEntitlementsResult',
          id: 'none',
          minDelaySeconds: 10,
          entitlement: null,
        },
      },
    });
    expect(await ask(LICENSE, { ifAfterId: 'none' })).toMatchObject({
      data: { routerEntitlements: { __typename: 'Unchanged' } },
    });
  });

  test.each([
    ['what is no GraphQL', '{'],
    ['a field that is not there', 'query Q { graph { id } }'],
    [
      'the supergraph twice',
      'query Q($apiKey: String!) { a: routerConfig(ref: "a", apiKey: $apiKey) { __typename } b: routerConfig(ref: "a", apiKey: $apiKey) { __typename } }',
    ],
    ['thousands of tokens', `query Q { ${'__typename '.repeat(1_000)} }`],
  ])('given %s, then it is refused as GraphQL errors', async (_, query) => {
    expect(await ask(query)).toMatchObject({ status: 400, errors: [{ message: expect.any(String) }] });
  });
});

describe("what clients of Hive's CDN ask", () => {
  const get = (headers: Record<string, string>, artifact = 'supergraph') =>
    service.ask(`/artifacts/v1/any-target/${artifact}`, { headers });

  test('given a release, then its supergraph is answered as text, and 304 to whoever has it', async () => {
    await publish(store, first);
    const answer = await get({ 'X-Hive-CDN-Key': key, 'User-Agent': 'hive-client/0.15.0' });
    expect(answer.headers.get('content-type')).toMatch('text/plain');
    expect(answer.headers.get('x-hive-schema-version-id')).toBe(first.id);
    expect(await answer.text()).toBe(first.supergraph);
    const etag = answer.headers.get('etag') as string;
    expect((await get({ 'X-Hive-CDN-Key': key, 'If-None-Match': etag })).status).toBe(304);
    await publish(store, second);
    await service.live.look();
    expect((await get({ 'X-Hive-CDN-Key': key, 'If-None-Match': etag })).status).toBe(200);
  });

  test('given no key, a wrong one, or nothing published, then it is refused', async () => {
    expect((await get({})).status).toBe(401);
    expect((await get({ 'X-Hive-CDN-Key': 'nobody' })).status).toBe(401);
    expect((await get({ 'X-Hive-CDN-Key': key })).status).toBe(404);
  });

  test('given another artifact, then there is none', async () => {
    await publish(store, first);
    expect((await get({ 'X-Hive-CDN-Key': key }, 'metadata')).status).toBe(404);
  });
});
