import type { SubgraphSchema, Unsigned, Version } from '../../store/store';
import { versionIdOf } from '../../store/versions';

const sdlOf = (fields: string) => `"""What can be read."""\ntype Query {\n  ${fields}\n}\n`;

/** A version of two subgraphs; another `field` makes it another version. */
export function versionWith(field: string, by = 'ada'): Unsigned<Version> {
  const subgraphs: SubgraphSchema[] = [
    { name: 'users', url: 'http://users/graphql', sdl: sdlOf(`${field}: ID`) },
    { name: 'supergraph', url: 'http://other/graphql', sdl: sdlOf('“é”: ID\r\n') },
  ];
  return { id: versionIdOf(subgraphs), subgraphs, supergraph: `# of ${field}\n`, pushed: { by, commit: 'c0ffee' } };
}

/** What a release says beside its number. */
export const publishing = (version: string, by = 'ada') =>
  ({ version, kind: 'publish', published: { by }, changes: [`Something about ${version}.`] }) as const;

export const operationsNamed = (...names: string[]) =>
  names.map((name) => ({ id: `id-${name}`, name, body: `query ${name} { me }` }));
