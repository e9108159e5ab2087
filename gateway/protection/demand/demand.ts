import type { ExecutionResult, OperationDefinitionNode } from 'graphql';
import { AgoraError } from '../../../platform/kernel/errors';
import type { Operation } from '../../execution/executor';
import type { Graph } from '../../supergraph/supergraph';
import type { Admit, Finish } from '../admission';
import type { Spend, Throttle } from '../rates/rates';
import { toldAtTheEnd } from '../together';
import { actualCost, estimatedCost } from './cost';
import type { CostLimits } from './limits';
import { pricer, type Price } from './price';
import { readWeights } from './weights';

/** What `extensions.cost` of an answer tells whoever asks for it by the header `agora-cost: on`. */
export type Cost = { readonly requested: number; readonly actual: number; readonly throttle: Throttle | null };

function checkLimit(requested: number, limit: number): void {
  if (requested <= limit) return;
  const message = `The operation could cost ${requested}, and may cost ${limit}. Ask for shorter lists or fewer fields.`;
  throw new AgoraError('LIMIT_EXCEEDED', message, { limit: 'cost', cost: { requested, limit } });
}

/** Knows before an operation runs what it can cost, refuses what is too dear, and takes the rest from what is left to spend. */
export function demandControl(graph: Graph, limits: CostLimits, spend: Spend): Admit {
  const price = pricer(graph.apiSchema, readWeights(graph));
  const prices = new WeakMap<OperationDefinitionNode, Price>();

  function priceOf({ document, definition }: Operation): Price {
    const known = prices.get(definition) ?? price(document, definition);
    prices.set(definition, known);
    return known;
  }

  return async (operation, context) => {
    const priced = priceOf(operation);
    const requested = estimatedCost(priced, operation.variables);
    checkLimit(requested, limits(context.envelope));
    const throttle = await spend(requested, context);
    if (!context.tellsCost) return { operation };
    const told = (result: ExecutionResult) => {
      const cost: Cost = { requested, actual: actualCost(priced, operation.variables, result), throttle };
      return { ...result.extensions, cost };
    };
    const finish: Finish = {
      whole: (result) => ({ ...result, extensions: told(result) }),
      inParts: () => toldAtTheEnd(told),
    };
    return { operation, finish };
  };
}
