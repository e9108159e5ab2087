import { parse, print, visit, type DocumentNode } from 'graphql';
import { compose } from '../../gateway/supergraph/compose';
import { readTypeDefs } from '../../platform/subgraph/schema';
import { openFolderStore } from '../../registry/store/folder';
import type { Store, SubgraphSchema } from '../../registry/store/store';
import { versionIdOf } from '../../registry/store/versions';
import { pair, publish, startService, type TestService } from '../../registry/test/server/story';
import { subgraphs } from '../../subgraphs';
import { startTestAgora, type TestAgora } from '../story/agora';
import { temporaryFolder } from '../story/files';
import { eventually } from '../story/rest';

const schemas: readonly SubgraphSchema[] = subgraphs.map(({ name, folder }) => ({
  name,
  url: `http://${name}:4000/graphql`,
  sdl: readTypeDefs(folder),
}));

/** The rooms as they were before there was that field. */
const without = (type: string, field: string): readonly SubgraphSchema[] =>
  schemas.map(({ sdl, ...room }) => {
    const before: DocumentNode = visit(parse(sdl), {
      ObjectTypeDefinition: (node) =>
        node.name.value === type
          ? { ...node, fields: node.fields?.filter(({ name }) => name.value !== field) }
          : undefined,
    });
    return { ...room, sdl: print(before) };
  });

async function versionOf(rooms: readonly SubgraphSchema[]) {
  const supergraph = await compose(rooms.map(({ name, sdl }) => ({ name, typeDefs: sdl })));
  return { id: versionIdOf(rooms), subgraphs: rooms, supergraph, pushed: { by: 'ada' } };
}

const CATEGORIES = '{ categories { children { name } } }';
const NAMES = '{ categories { name } }';

describe('Agora that follows a registry', () => {
  let store: Store;
  let service: TestService;
  let agora: TestAgora;
  const before = without('Category', 'children');

  beforeAll(async () => {
    store = openFolderStore(temporaryFolder());
    service = await startService({ store });
    await publish(store, await versionOf(before));
    agora = await startTestAgora({
      environment: {
        AGORA_DATA: temporaryFolder(),
        SUPERGRAPH_SOURCE: 'registry',
        SUPERGRAPH_REGISTRY_URL: service.url,
        SUPERGRAPH_REGISTRY_TOKEN: service.token('agora', ['read', 'usage']),
        SUPERGRAPH_KEYS: pair.trusted,
      },
    });
  });
  afterAll(async () => {
    await agora.stop();
    await service.stop();
  });

  const release = () => agora.edge.health().supergraph.release;
  const live = async (number: number) => {
    await service.live.look();
    await eventually(`release ${number}`, async () => release() === number);
  };
  const fails = async () => (await agora.graphql(CATEGORIES)).errors?.[0]?.extensions?.code;

  it('given a field that the published graph does not have, then clients cannot ask it, though the room has it', async () => {
    expect(await fails()).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await agora.graphql(NAMES)).errors).toBeUndefined();
  });

  it('given that a version with it is published, then they can; given that it is rolled back, then not', async () => {
    await publish(store, await versionOf(schemas));
    await live(2);
    expect((await agora.graphql(CATEGORIES)).errors).toBeUndefined();

    const version = versionIdOf(before);
    await store.publish({ version, kind: 'rollback', published: { by: 'ada' }, changes: [] }, 2);
    await live(3);
    expect(await fails()).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await agora.graphql(NAMES)).errors).toBeUndefined();
  });

  it('given a version that the rooms do not have yet, then it is refused', async () => {
    const ahead = schemas.map((room) =>
      room.name === 'catalog' ? { ...room, sdl: `${room.sdl}\nextend type Query { shelves: [String!]! }` } : room,
    );
    await publish(store, await versionOf(ahead));
    await service.live.look();
    await eventually('a refusal', async () => agora.edge.counters.read()['swaps{refused}'] === 1);
    expect(release()).toBe(3);
    expect((await agora.graphql(NAMES)).errors).toBeUndefined();
  });

  it('tells the registry what was used, by whom', async () => {
    const headers = { 'apollographql-client-name': 'storefront', 'apollographql-client-version': '3.1' };
    await agora.graphql(NAMES, {}, { headers });
    await agora.graphql(NAMES, {}, { headers });
    const used = async () => (await store.usage('2000-01-01')).filter(({ client }) => client === 'storefront');
    const uses = await eventually('counts', async () => ((await used()).length > 0 ? used() : null));
    expect(uses.toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1))).toEqual(
      ['Category.name', 'Query.categories'].map((coordinate) =>
        expect.objectContaining({ coordinate, clientVersion: '3.1', count: 2 }),
      ),
    );
  });
});
