import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { forbidden, unauthenticated } from '../../../platform/kernel/errors';
import type { RequestContext } from '../../context';
import type { Operation } from '../../execution/executor';
import type { Graph } from '../../supergraph/supergraph';
import { admitAll, type Admit, type Admitted } from '../admission';
import { annotator, type Annotated } from './annotate';
import { completer, type Refuse } from './complete';
import { filter, type Filtered } from './filter';
import { readGuards } from './guards';
import { unmet, type AllowPolicies } from './rights';

export type AuthorizationOptions = {
  readonly allow: AllowPolicies;
  /** Whether an operation is refused as a whole when any of it is. */
  readonly refuseWhole: boolean;
};

type Sieved = Filtered & { readonly complete: ReturnType<typeof completer> };
type Compiled = {
  readonly selections: readonly Annotated[];
  readonly needs: ReadonlySet<number>;
  /** By what is not met: there are few kinds of people. */
  readonly sieved: Map<string, Sieved>;
};

const MAX_SIEVED = 16;

const needsOf = (selections: readonly Annotated[]): number[] =>
  selections.flatMap((each) => [...('needs' in each ? each.needs : []), ...needsOf(each.below)]);

function refusal({ envelope }: RequestContext, path: readonly (string | number)[]): GraphQLError {
  const { extensions, message } = envelope.identity.kind === 'guest' ? unauthenticated() : forbidden();
  return new GraphQLError(message, { path, extensions });
}

function admitted(operation: Operation, context: RequestContext, sieve: Sieved, refuseWhole: boolean): Admitted {
  const { definition, document, source, places, anythingLeft, complete } = sieve;
  const refuse: Refuse = (path) => refusal(context, path);
  if (refuseWhole || !anythingLeft) {
    throw new AggregateError(places.map(refuse));
  }
  const finish: Admitted['finish'] = {
    whole: (result) => complete(refuse).first(result),
    inParts: () => complete(refuse),
  };
  return { operation: { ...operation, definition, document, source }, finish };
}

/**
 * Enforces `@authenticated`, `@requiresScopes` and `@policy` of the supergraph: what may not be seen is taken out before
 * anything is planned, and answered with null and an error in its place.
 */
export function authorizer(graph: Graph, { allow, refuseWhole }: AuthorizationOptions): Admit {
  const guards = readGuards(graph);
  if (!guards.any) return admitAll;
  const annotate = annotator(graph.apiSchema, guards);
  const compiled = new WeakMap<OperationDefinitionNode, Compiled>();

  function compile({ document, definition }: Operation): Compiled {
    const known = compiled.get(definition);
    if (known) return known;
    const selections = annotate(document, definition);
    const made = { selections, needs: new Set(needsOf(selections)), sieved: new Map() };
    compiled.set(definition, made);
    return made;
  }

  function sieve({ selections, sieved }: Compiled, { definition }: Operation, denied: ReadonlySet<number>): Sieved {
    const key = [...denied].join();
    const known = sieved.get(key);
    if (known) return known;
    const filtered = filter(definition, selections, denied);
    const made = { ...filtered, complete: completer(graph.apiSchema, filtered) };
    if (sieved.size < MAX_SIEVED) sieved.set(key, made);
    return made;
  }

  return async (operation, context) => {
    const known = compile(operation);
    if (known.needs.size === 0) return { operation };
    const denied = await unmet(known.needs, guards.demands, context, allow);
    if (denied.size === 0) return { operation };
    return admitted(operation, context, sieve(known, operation, denied), refuseWhole);
  };
}
