import { Kind, OperationTypeNode, parse } from 'graphql';
import { compiledExecutor } from '../../gateway/execution/compiled/executor';
import type { Executor } from '../../gateway/execution/executor';
import { cases } from './cases';
import { answerOf, asked, federated, operationOf } from './harness/answer';
import { readAsks } from './harness/asks';
import type { Ask } from './harness/case';
import { numbers, withDefers } from './harness/defer';
import { build, type TestGraph } from './harness/graph';
import { together } from './harness/parts';

// The same operations each time; to look further, ask for more and for others.
const RUNS = Number(process.env.FEDERATION_RUNS ?? 1);
const SEED = Number(process.env.FEDERATION_SEED ?? 1);

const isQuery = ({ query }: Ask) =>
  parse(query).definitions.every(
    (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
  );

const deferrable = cases
  .filter(({ roomsDiffer }) => roomsDiffer === undefined)
  .map((each) => ({ each, asks: readAsks(each.asks).filter(isQuery) }))
  .filter(({ asks }) => asks.length > 0);

/** Whatever is deferred of an operation, its parts laid together are its answer. */
describe.each(deferrable.map(({ each, asks }) => [each.name, each, asks] as const))('deferred: %s', (_, each, asks) => {
  let test: TestGraph;
  let executor: Executor;
  beforeAll(() => {
    test = build(each);
    executor = compiledExecutor(test.graph, test.rooms);
  });

  async function inParts(ask: Ask) {
    test.reset(ask.down);
    const { signal } = new AbortController();
    try {
      return answerOf(await together(await executor.executeInParts(operationOf(ask, test), asked, signal)));
    } catch (error) {
      return answerOf({ errors: [error as never] });
    }
  }

  it.each(asks.map((ask) => [ask.it, ask] as const))('%s', async (_it, ask) => {
    const random = numbers(SEED);
    for (let run = 0; run < RUNS; run++) {
      const query = withDefers(ask.query, random);
      const [whole] = await federated({ ...ask, query }, executor, test);
      const { data, errors } = await inParts({ ...ask, query });
      // An error takes less with it where it is deferred: only that there is one is the same.
      expect({ query, hasErrors: errors !== undefined }).toEqual({ query, hasErrors: whole?.errors !== undefined });
      if (!errors) expect({ query, data }).toEqual({ query, data: whole?.data });
    }
  });
});
