import type { Executor } from '../../gateway/execution/executor';
import { cases } from './cases';
import { federated, unfederated } from './harness/answer';
import { readAsks } from './harness/asks';
import type { Ask } from './harness/case';
import { compared } from './harness/compared';
import { executors } from './harness/executors';
import { build, type TestGraph } from './harness/graph';

/** What is known to go wrong is asserted to go wrong, so that it is noticed when it no longer does. */
const shortcoming = (executor: string, ask: Ask) => (executor === 'stock' ? ask.stock : ask.ours);

describe.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
  const asks = readAsks(each.asks);
  let test: TestGraph;
  beforeAll(() => void (test = build(each)));

  describe.each(Object.entries(executors))('%s', (name, make) => {
    let executor: Executor;
    beforeAll(() => void (executor = make(test)));
    it.each(asks.map((ask) => [ask.it, ask] as const))('%s', async (_it, ask) => {
      // Apollo's executor answers errors of entities without paths.
      const [received, wanted] = compared(await federated(ask, executor, test), ask, name !== 'stock');
      const asked = ask.asked && test.stage.asked.toSorted();
      if (shortcoming(name, ask))
        return expect({ received, asked }).not.toEqual({ received: wanted, asked: ask.asked });
      expect(received).toBe(wanted);
      expect(asked).toEqual(ask.asked);
    });
  });

  for (const ask of asks.filter(({ alone }) => !alone)) {
    it(`unfederated: ${ask.it}`, async () => {
      const [received, wanted] = compared(await unfederated(ask, test), ask, true);
      expect(received).toBe(wanted);
    });
  }
});
