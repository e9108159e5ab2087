import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph, type Schema } from '@apollo/federation-internals';
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

/** @param foreign whether it was composed from rooms that are not ours: what is called like one of our scalars is another */
export function readSupergraph(sdl: string, { foreign = false }: { foreign?: boolean } = {}): Graph {
  // The stock gateway refuses supergraphs with authorization or @context in them; its parts do not.
  // Composition has validated it.
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  const supergraph = Supergraph.build(withClientDirectives(sdl), options);
  const api = supergraph.apiSchema();
  const apiSchema = api.toGraphQLJSSchema({ includeDefer: true });
  if (!foreign) checkScalars(apiSchema);
  return { supergraph, supergraphSchema: supergraph.schema.toGraphQLJSSchema(), api, apiSchema };
}
