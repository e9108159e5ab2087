import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import type { Leaving } from '../../../platform/kernel/leaving';
import type { Rooms } from '../../../platform/subgraph/transport';
import type { Graph } from '../../supergraph/supergraph';
import type { Executor, Operation } from '../executor';
import { compiledCache } from './cache';
import { response } from './compile';
import { deferrals } from './deferring/deferrals';
import { executeDeferring } from './deferring/incremental';
import { newPlanCounts } from './planCounts';
import { newRun } from './run';
import { shapeData } from './response/shapeData';
import { shapeText } from './response/shapeText';
import { subscribeTo } from './subscription';

// What planning costs grows with the square of it. Beyond, the answer is whole, as the specification of `@defer` allows.
const MAX_DEFERRED = 50;

/** A response whose data is JSON already. */
export type TextResult = { readonly data: string; readonly errors?: GraphQLError[] };

export type CompiledExecutor = Executor & {
  /** As `execute`, for an edge that writes the response itself. */
  executeToText(operation: Operation, envelope: Envelope, signal?: Leaving): Promise<TextResult>;
};

/** The plan of an operation. @throws when it cannot be planned */
export type PlanOf = (operation: Omit<Operation, 'variables'>) => QueryPlan;

/**
 * Runs Apollo's plans, each compiled once: a request does only what depends on its data.
 * @param random decides which requests a progressive `@override` takes
 */
export function compiledExecutor(
  graph: Graph,
  rooms: Rooms,
  random = Math.random,
  counts = newPlanCounts(),
): CompiledExecutor & { readonly planOf: PlanOf } {
  const compiledOf = compiledCache({ graph, rooms, random, counts });
  const deferringOf = deferrals();

  async function run(operation: Operation, envelope: Envelope, signal?: Leaving) {
    const compiled = compiledOf(operation);
    if (compiled.primary) throw new Error('A subscription cannot be executed; it is subscribed to.');
    const state = newRun(operation.variables, envelope, signal);
    await compiled.step(state);
    signal?.throwIfAborted();
    return { compiled, state };
  }

  const execute: Executor['execute'] = async (operation, envelope, signal) => {
    const { compiled, state } = await run(operation, envelope, signal);
    return response(compiled.finish(state, shapeData));
  };

  return {
    schema: graph.apiSchema,
    prepare: (operation) => void compiledOf(operation),
    planOf: (operation) => compiledOf(operation).plan,
    execute,
    async executeToText(operation, envelope, signal) {
      const { compiled, state } = await run(operation, envelope, signal);
      return response(compiled.finish(state, shapeText));
    },
    async executeInParts(operation, envelope, signal) {
      const deferring = deferringOf(operation);
      const { size } = deferring.labels;
      if (size === 0 || size > MAX_DEFERRED) return { first: await execute(operation, envelope) };
      return executeDeferring(compiledOf(deferring), deferring.labels, operation, envelope, signal);
    },
    async subscribe(operation, envelope) {
      return subscribeTo(compiledOf(operation), operation, envelope);
    },
  };
}
