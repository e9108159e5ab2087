import { print } from 'graphql';
import { cases } from '../../../test/federation/cases';
import { roomOf, typeDefsOf } from '../../../test/federation/harness/sdl';
import { composeBoth } from '../../composition/compose';
import { parseAll } from '../../composition/parse';

// What one package refuses and the other takes would keep a good change from landing: so they are asked about all that
// federation has, from entities to @context and progressive @override.
test.each(cases.map((each) => [each.name, each] as const))(
  'given the graph of the case "%s", then both packages compose it, to the same API',
  async (_, { rooms }) => {
    const all = parseAll(
      Object.entries(rooms).map(([name, room]) => ({
        name,
        url: `http://${name}`,
        file: `${name}.graphql`,
        sdl: print(typeDefsOf(roomOf(room))),
      })),
    );
    if ('findings' in all) throw new Error(all.findings[0]?.message);
    const { supergraph, findings } = await composeBoth(all.subgraphs, all.subgraphs);
    expect(findings.filter(({ kind }) => kind === 'COMPOSITION')).toEqual([]);
    expect(supergraph).toContain('join__Graph');
  },
);
