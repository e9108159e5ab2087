import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph, type Schema } from '@apollo/federation-internals';
import { setImmediate } from 'node:timers/promises';
import { isScalarType, type GraphQLSchema } from 'graphql';
import { scalars } from '../../platform/kernel/scalars';
import { withClientDirectives } from './clientDirectives';

/** The composed graph in the forms that planning, execution and clients need. */
export type Graph = {
  readonly supergraph: Supergraph;
  /** The supergraph as graphql-js knows it, with what only rooms see. */
  readonly supergraphSchema: GraphQLSchema;
  /** What clients may ask for. */
  readonly api: Schema;
  readonly apiSchema: GraphQLSchema;
};

/**
 * A wrong value of one of our scalars is refused at the edge, before any room is asked. Only input is theirs: what rooms
 * answer is already text.
 */
function checkScalars(schema: GraphQLSchema): void {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}

type Origin = {
  /** Whether it was composed from rooms that are not ours: what is called like one of our scalars is another. */
  readonly foreign?: boolean;
};

/** Step by step: all of it takes a tenth of a second, and a swap must not hold up requests for so long. */
function* reading(sdl: string, { foreign = false }: Origin): Generator<void, Graph> {
  // The stock gateway refuses supergraphs with authorization or @context in them; its parts do not.
  // Composition has validated it.
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  const supergraph = Supergraph.build(withClientDirectives(sdl), options);
  yield;
  const api = supergraph.apiSchema();
  yield;
  const apiSchema = api.toGraphQLJSSchema({ includeDefer: true });
  if (!foreign) checkScalars(apiSchema);
  yield;
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  yield;
  // Worked out once, and kept: planning needs it.
  supergraph.subgraphs();
  return { supergraph, supergraphSchema, api, apiSchema };
}

export function readSupergraph(sdl: string, origin: Origin = {}): Graph {
  const steps = reading(sdl, origin);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, with others being served between its steps. */
export async function readSupergraphGently(sdl: string, origin: Origin = {}): Promise<Graph> {
  const steps = reading(sdl, origin);
  for (;;) {
    const { done, value } = steps.next();
    await setImmediate();
    if (done) return value;
  }
}
