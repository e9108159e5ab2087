import { compiledExecutor } from '../../../gateway/execution/compiled/executor';
import type { Executor } from '../../../gateway/execution/executor';
import { stockExecutor } from './stockExecutor';
import type { TestGraph } from './graph';

/** The compiled executor where the edge writes the response itself. */
function textExecutor({ graph, rooms }: TestGraph): Executor {
  const executor = compiledExecutor(graph, rooms);
  return {
    ...executor,
    async execute(operation, envelope) {
      const { data, errors } = await executor.executeToText(operation, envelope);
      return { data: JSON.parse(data), errors };
    },
  };
}

export const executors: Record<string, (test: TestGraph) => Executor> = {
  stock: ({ graph, rooms }) => stockExecutor(graph, rooms),
  compiled: ({ graph, rooms }) => compiledExecutor(graph, rooms),
  'compiled to text': textExecutor,
};
