import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Operation } from '../executor';
import { untold } from './errors/blame';
import { defaultsOf } from './conditions';
import { describeFetch, type Fetch, type Ground } from './steps/fetch';
import { compilePlan } from './steps/nodes';
import type { Planned } from './planning/planned';
import { ROOT } from './places';
import { shapePart, type Part, type Shape, type ShapedPart } from './response/part';
import type { Run, Step } from './run';
import type { Selection } from './response/selection';
import { shapesOf } from './response/shapes';

type Finished<Shaped> = { readonly data: Shaped; readonly errors: GraphQLError[] };

/** Errors stand first, so that a person sees them, and only when there are any. (GraphQL, section 7.1) */
export const response = <Shaped>({ data, errors }: Finished<Shaped>): { data: Shaped; errors?: GraphQLError[] } =>
  errors.length > 0 ? { errors, data } : { data };

/** An operation without what a request brings. Its `variant` tells apart what is deferred of the same text. */
export type Compilable = Omit<Operation, 'variables'> & { readonly variant?: string };

/** An operation and its plan, compiled once for all its requests. */
export type Compiled = {
  /** What it was compiled from, for whoever wants to see it. */
  readonly plan: QueryPlan;
  readonly ground: Ground;
  /** Of a subscription: what is asked of the room that owns it. */
  readonly primary: Fetch | undefined;
  /** Fills the run's data from the rooms; of a subscription, with what each event needs beyond what it brings. */
  readonly step: Step;
  /** Makes the response of what was fetched. */
  finish<Shaped>(run: Run, shape: Shape<Shaped>): ShapedPart<Shaped>;
  /** Makes what was deferred of one object. */
  finishPart<Shaped>(run: Run, part: Part, shape: Shape<Shaped>): ShapedPart<Shaped>;
};

export function compileOperation(
  { document, definition }: Compilable,
  { plan, defers }: Planned,
  ground: Ground,
  schema: GraphQLSchema,
): Compiled {
  const { names } = ground;
  const shapeOf = shapesOf({ schema, document, definition, names, defers });
  const [primary, rest] =
    plan.node?.kind === 'Subscription' ? [plan.node.primary, plan.node.rest] : [undefined, plan.node];
  return {
    plan,
    ground,
    primary: primary && describeFetch(primary, ROOT, ground),
    step: compilePlan(rest, ground, defaultsOf(definition)),
    finish(run, shape) {
      const { selection, introspect } = shapeOf(run.variables);
      introspect?.(run);
      if (!plan.node) checkUnplanned(selection);
      const shaped = shapePart(run, { path: [], object: run.data, selection }, names, shape);
      if (run.failures.length > 0) shaped.errors.push(...untold(run, names));
      return shaped;
    },
    finishPart: (run, part, shape) => shapePart(run, part, names, shape),
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
  for (const deferred of selection.deferredOf?.(undefined) ?? []) checkUnplanned(deferred.selection);
}
