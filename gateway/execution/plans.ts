import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { visit, type DocumentNode } from 'graphql';
import { AgoraError } from '../../platform/kernel/errors';
import type { Graph } from '../supergraph/supergraph';
import type { Operation } from './executor';

const MAX_PLANS = 2000;
// The planner has no time limit. These bound the plans that it weighs, and the ways to one field that it follows: where
// several rooms answer the fields of an interface, five levels of it filled four gigabytes.
const BOUNDS = { maxEvaluatedPlans: 200, pathsLimit: 300 };
// Told to reuse a client's fragments, the planner takes one for a part of what it says. What came with it then uses variables
// that the question does not declare.
const AS_ASKED = { reuseQueryFragments: false };
// One planner for both: what is not deferred it plans as one that cannot defer.
const IN_PARTS = { incrementalDelivery: { enableDefer: true } };
const TOO_LARGE = /exceed|reached the limit/i;

/** The answer is whole: as the specification of `@defer` allows, it is as if it were not there. */
const withoutDefers = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: ({ name }) => (name.value === 'defer' ? null : undefined) });

type Planned = Omit<Operation, 'variables'>;

/** Which labels of `@override(label:)` hold: for those the new room is asked. */
export type Overrides = ReadonlyMap<string, boolean>;

export type PlanOptions = {
  readonly overrides?: Overrides;
  /** Whether `@defer` is planned; else the answer is whole. */
  readonly defers?: boolean;
};

/** Plans one operation. @throws AgoraError LIMIT_EXCEEDED when there would be too much to weigh */
export type Plan = ReturnType<typeof planner>;

export function planner({ supergraph, api }: Pick<Graph, 'supergraph' | 'api'>) {
  const apollo = new QueryPlanner(supergraph, { ...AS_ASKED, ...IN_PARTS, debug: BOUNDS });
  return function plan({ document, definition }: Planned, { overrides, defers }: PlanOptions = {}): QueryPlan {
    try {
      const asked = defers ? document : withoutDefers(document);
      const operation = operationFromDocument(api, asked, { operationName: definition.name?.value });
      return apollo.buildQueryPlan(operation, { overrideConditions: new Map(overrides) });
    } catch (error) {
      if (!(error instanceof Error) || !TOO_LARGE.test(error.message)) throw error;
      throw new AgoraError('LIMIT_EXCEEDED', 'The operation is too large to be planned.');
    }
  };
}

/** Finds the plan of an operation; plans each text and operation name once. */
export function planCache(graph: Graph): (operation: Planned) => QueryPlan {
  const plan = planner(graph);
  const plans = new Map<string, QueryPlan>();

  return (operation) => {
    const key = `${operation.definition.name?.value ?? ''}\n${operation.source}`;
    const known = plans.get(key);
    // Taken out and put back, so that the oldest entry is the one longest unused.
    if (known) plans.delete(key);
    const found = known ?? plan(operation);
    plans.set(key, found);
    if (plans.size > MAX_PLANS) plans.delete(plans.keys().next().value as string);
    return found;
  };
}
