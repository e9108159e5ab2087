import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { AgoraError } from '../../../../platform/kernel/errors';
import type { Graph } from '../../../supergraph/supergraph';
import type { Overrides, Plan } from '../../plans';
import type { Compilable } from '../compile';
import { deepened } from '../deferring/deepened';
import { interfaceObjects } from './interfaceObjects';

export type Planned = {
  readonly plan: QueryPlan;
  /** Whether the plan defers; where the planner cannot, the answer is whole, as the specification of `@defer` allows. */
  readonly defers: boolean;
};

/** @returns plans an operation; its document is as the rooms are asked */
export function planning(graph: Graph, plan: Plan) {
  // Planned to be deferred, what depends on the type of an object is asked of rooms that do not know it.
  const isUntyped = interfaceObjects(graph);

  /** @throws what the planner says of it */
  return function planned(operation: Compilable, document: DocumentNode, overrides: Overrides): Planned {
    const planAs = (asked: DocumentNode, defers: boolean): Planned => ({
      plan: plan({ ...operation, document: asked }, { overrides, defers }),
      defers,
    });
    if (operation.variant === undefined || isUntyped(document)) return planAs(document, false);
    for (const asked of [document, deepened(document)]) {
      try {
        return planAs(asked, true);
      } catch (error) {
        // The planner breaks where it does not know how to defer. What is wrong with the operation itself, it says again.
        if (error instanceof AgoraError) throw error;
      }
    }
    return planAs(document, false);
  };
}
