import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { startGraph, type TestGraph } from './graph';
import { library } from './library';
import { operations } from './operations';

const RUNS = Number(process.env.FUZZ_RUNS ?? 150);
// The same operations each time, so that a change is what makes it fail; other seeds are for whoever looks for more.
const SEED = Number(process.env.FUZZ_SEED ?? 42);

type Answer = { data?: unknown; errors?: readonly { path?: readonly (string | number)[] }[] };

/**
 * The null that an error explains. Where several errors would make the same null, the specification asks for one and leaves
 * open for which. (GraphQL, section 6.4.4)
 */
function nulled(data: unknown, path: readonly (string | number)[] = []): string {
  let found = data;
  for (const [depth, key] of path.entries()) {
    if (found === null || found === undefined) return path.slice(0, depth).join('.');
    found = (found as Record<string | number, unknown>)[key];
  }
  return path.join('.');
}
const explained = ({ data, errors = [] }: Answer) =>
  [...new Set(errors.map(({ path }) => nulled(data, path)))].toSorted();

describe('generated operations', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph(library);
  });

  it('answer what one schema without federation answers, as data and as text, with errors at the same places', async () => {
    await fc.assert(
      fc.asyncProperty(operations(graph.graph.apiSchema), async ({ source, variables }) => {
        // Where unrelated types meet, a generated operation may ask for one name in two ways.
        fc.pre(validate(graph.graph.apiSchema, parse(source)).length === 0);
        const expected = await graph.runAlone(source, variables);
        const received = await graph.run(source, variables);
        expect(JSON.stringify(received.data)).toBe(JSON.stringify(expected.data));
        expect(explained(received)).toEqual(explained(expected));
        expect(await graph.runText(source, variables)).toEqual(received);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 120_000);
});
