import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Operation } from '../executor';
import { blameFor, untold } from './blame';
import { defaultsOf } from './conditions';
import { distinct } from './errors';
import { describeFetch, type Fetch, type Ground } from './fetch';
import { compileNode } from './nodes';
import type { Run, Step, Tree } from './run';
import type { Selection } from './selection';
import { shapesOf } from './shapes';
import type { Shaping } from './shaping';

type Finished<Shaped> = { readonly data: Shaped; readonly errors: GraphQLError[] };

/** Errors stand first, so that a person sees them, and only when there are any. (GraphQL, section 7.1) */
export const response = <Shaped>({ data, errors }: Finished<Shaped>): { data: Shaped; errors?: GraphQLError[] } =>
  errors.length > 0 ? { errors, data } : { data };

/** An operation and its plan, compiled once for all its requests. */
export type Compiled = {
  readonly ground: Ground;
  /** Of a subscription: what is asked of the room that owns it. */
  readonly primary: Fetch | undefined;
  /** Fills the run's data from the rooms; of a subscription, with what each event needs beyond what it brings. */
  readonly step: Step;
  /** Makes the response of what was fetched. */
  finish<Shaped>(run: Run, shape: (data: Tree, selection: Selection, shaping: Shaping) => Shaped): Finished<Shaped>;
};

export function compileOperation(
  operation: Pick<Operation, 'document' | 'definition'>,
  plan: QueryPlan,
  ground: Ground,
  schema: GraphQLSchema,
): Compiled {
  const { document, definition } = operation;
  const { names } = ground;
  const shapeOf = shapesOf({ schema, document, definition, names });
  const [primary, rest] =
    plan.node?.kind === 'Subscription' ? [plan.node.primary, plan.node.rest] : [undefined, plan.node];
  return {
    ground,
    primary: primary && describeFetch(primary, [], ground),
    step: compileNode(rest, ground, defaultsOf(definition)),
    finish(run, shape) {
      const { selection, introspect } = shapeOf(run.variables);
      introspect?.(run);
      if (!plan.node) checkUnplanned(selection);
      const errors = run.errors.length > 0 ? distinct(run, selection, names) : [];
      const blame = run.failures.length > 0 ? blameFor(run.failures) : undefined;
      const data = shape(run.data, selection, { path: [], errors, blame });
      if (blame) errors.push(...untold(run, names));
      return { data, errors };
    },
  };
}

/**
 * The planner answers an empty plan also for a field that no room can be asked for, such as a field of an interface object
 * whose key is not resolvable. Nothing was executed, so it is a request error. (GraphQL, section 7.1.2)
 */
function checkUnplanned(selection: Selection): void {
  const lost = selection
    .fieldsOf(undefined)
    ?.find(({ constant, value }) => constant === undefined && !value.introspection);
  if (lost) throw new Error(`No room can be asked for ${lost.value.label}.`);
}
