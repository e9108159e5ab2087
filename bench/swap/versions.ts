import { parse, print, visit } from 'graphql';
import { compose } from '../../gateway/supergraph/compose';
import { readTypeDefs } from '../../platform/subgraph/schema';
import type { SubgraphSchema, Unsigned, Version } from '../../registry/store/store';
import { versionIdOf } from '../../registry/store/versions';
import { subgraphs } from '../../subgraphs';

/** Only one of the two versions has it. */
export const FIELD = '{ categories { children { name } } }';

const schemas: readonly SubgraphSchema[] = subgraphs.map(({ name, folder }) => ({
  name,
  url: `http://${name}:4000/graphql`,
  sdl: readTypeDefs(folder),
}));

const withoutField = ({ sdl, ...room }: SubgraphSchema): SubgraphSchema => ({
  ...room,
  sdl: print(
    visit(parse(sdl), {
      ObjectTypeDefinition: (node) =>
        node.name.value === 'Category'
          ? { ...node, fields: node.fields?.filter(({ name }) => name.value !== 'children') }
          : undefined,
    }),
  ),
});

async function versionOf(rooms: readonly SubgraphSchema[]): Promise<Unsigned<Version>> {
  const supergraph = await compose(rooms.map(({ name, sdl }) => ({ name, typeDefs: sdl })));
  return { id: versionIdOf(rooms), subgraphs: rooms, supergraph, pushed: { by: 'bench' } };
}

/** Agora's own graph, without the field and with it. */
export const twoVersions = async () => ({
  without: await versionOf(schemas.map(withoutField)),
  with: await versionOf(schemas),
});
