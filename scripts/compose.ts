import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { compose, type RoomSchema } from '../gateway/supergraph/compose';
import { COMMITTED } from '../gateway/supergraph/load';
import { readSupergraph } from '../gateway/supergraph/supergraph';
import { readSupergraphConfig } from '../registry/proposal/supergraphConfig';

const ROOT = path.join(__dirname, '..');
const CONFIG = path.join(ROOT, 'supergraph.yaml');

/** Writes supergraph.graphql for the gateway and client/api.graphql for clients, from supergraph.yaml. */
async function main(): Promise<void> {
  const rooms: RoomSchema[] = readSupergraphConfig(readFileSync(CONFIG, 'utf8'), 'supergraph.yaml').map(
    ({ name, routingUrl, file }) => ({
      name,
      url: routingUrl,
      typeDefs: readFileSync(path.join(ROOT, file), 'utf8'),
    }),
  );
  const supergraph = await compose(rooms);
  writeFileSync(COMMITTED, supergraph);
  const { apiSchema } = readSupergraph(supergraph);
  writeFileSync(path.join(ROOT, 'client', 'api.graphql'), `${printSchema(lexicographicSortSchema(apiSchema))}\n`);
  console.log(
    `Composed ${rooms.map(({ name }) => name).join(', ')}: supergraph.graphql and client/api.graphql are up to date.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
