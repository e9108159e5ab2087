import type { ASTNode, DirectiveNode, DocumentNode, FieldDefinitionNode, TypeNode } from 'graphql';
import { Kind } from 'graphql';
import type { Policies } from './policies';

/** A subgraph's schema as rules read it. */
export type LintedSubgraph = { readonly name: string; readonly file: string; readonly document: DocumentNode };

/** What a rule finds: one sentence about one element. */
export type Problem = {
  readonly coordinate: string;
  readonly message: string;
  readonly remedy: string;
  readonly node: ASTNode;
};

/** What rules know beyond the one subgraph. */
export type Graph = {
  /** Coordinates that some subgraph describes: composition takes the description from there. */
  readonly described: ReadonlySet<string>;
  /** Definitions of object types, by name, in all subgraphs. */
  readonly fieldsOf: ReadonlyMap<string, readonly FieldDefinitionNode[]>;
  /** Who may call root fields, where that stands elsewhere than in the schema. */
  readonly policies?: Policies;
};

export type Rule = (subgraph: LintedSubgraph, graph: Graph) => Iterable<Problem>;

export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

export const hasDirective = (node: { readonly directives?: readonly DirectiveNode[] }, ...names: readonly string[]) =>
  node.directives?.some(({ name }) => names.includes(name.value)) ?? false;

/** Names that belong to federation and introspection, not to whom lint tells anything. */
export const isForeign = (coordinate: string): boolean => /__|(?:^|[.(])_/.test(coordinate);
