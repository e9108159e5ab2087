import type { Supergraph } from '@apollo/federation-internals';
import { getDirectiveValues, type ASTNode, type GraphQLSchema } from 'graphql';
import type { Graph } from './supergraph';

type Marked = { readonly astNode?: ASTNode | null };

/** Reads the arguments of a directive where it stands; none where it does not. */
export type ReadDirective<Args> = (element: Marked) => readonly Args[];

/** What a supergraph calls a directive: it may import it under another name. */
const nameIn = ({ schema }: Supergraph, spec: string, directive: string): string | undefined =>
  schema.coreFeatures?.getByIdentity(`https://specs.apollo.dev/${spec}`)?.directiveNameInSchema(directive);

function reader<Args>(schema: GraphQLSchema, name: string | undefined): ReadDirective<Args> {
  const definition = name === undefined ? undefined : schema.getDirective(name);
  if (!definition) return () => [];
  return ({ astNode }) => {
    if (!astNode || !('directives' in astNode)) return [];
    return (astNode.directives ?? [])
      .filter((each) => each.name.value === definition.name)
      .map((each) => getDirectiveValues(definition, { directives: [each] as never }) as Args);
  };
}

/** Reads a directive of one of the specifications that a supergraph links to. */
export const directiveReader = <Args>(
  { supergraph, supergraphSchema }: Pick<Graph, 'supergraph' | 'supergraphSchema'>,
  spec: string,
  directive = spec,
): ReadDirective<Args> => reader(supergraphSchema, nameIn(supergraph, spec, directive));

/** What composition notes about a field in one subgraph. */
export type JoinField = {
  readonly graph?: string;
  readonly requires?: string;
  readonly contextArguments?: readonly { readonly context: string; readonly selection: string }[];
};

export const joinFieldReader = (graph: Pick<Graph, 'supergraph' | 'supergraphSchema'>): ReadDirective<JoinField> =>
  directiveReader(graph, 'join', 'field');
