import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { cases } from './cases';
import { federated, unfederated } from './harness/answer';
import { executors } from './harness/executors';
import { queriesOf } from './harness/generate';
import { build } from './harness/graph';

// The same operations each time; to look further, ask for more and for others.
const RUNS = Number(process.env.FEDERATION_RUNS ?? 12);
const SEED = Number(process.env.FEDERATION_SEED ?? 1);

describe('generated operations', () => {
  const generating = cases.filter(({ generate }) => generate);
  it.each(generating.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    const test = build(each);
    const executor = executors.compiled?.(test);
    if (!executor) throw new Error('There is no executor.');
    const property = fc.asyncProperty(queriesOf(test.graph.apiSchema, each.generate ?? {}), async (query) => {
      fc.pre(validate(test.graph.apiSchema, parse(query)).length === 0);
      const ask = { it: query, query };
      const [gateway] = await federated(ask, executor, test);
      const [alone] = await unfederated(ask, test);
      expect(JSON.stringify(gateway?.data)).toBe(JSON.stringify(alone?.data));
      // Where several errors null one place, one of them is told, whichever. (GraphQL, section 6.4.4)
      expect(gateway?.errors === undefined).toBe(alone?.errors === undefined);
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED, maxSkipsPerRun: 1000 });
  });
});
