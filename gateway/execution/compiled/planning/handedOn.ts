import {
  astFromValue,
  DirectiveLocation,
  isSpecifiedDirective,
  Kind,
  visit,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentSpreadNode,
  type GraphQLDirective,
  type GraphQLSchema,
  type InlineFragmentNode,
} from 'graphql';

type Custom = { readonly defaults: readonly ArgumentNode[]; readonly locations: ReadonlySet<string> };

function defaultsOf({ args }: GraphQLDirective): ArgumentNode[] {
  return args.flatMap(({ name, type, defaultValue }) => {
    const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
    return value ? [{ kind: Kind.ARGUMENT as const, name: { kind: Kind.NAME as const, value: name }, value }] : [];
  });
}

function spelled(node: DirectiveNode, { defaults }: Custom): DirectiveNode | undefined {
  const given = node.arguments ?? [];
  const left = defaults.filter(({ name }) => !given.some((each) => each.name.value === name.value));
  return left.length > 0 ? { ...node, arguments: [...given, ...left] } : undefined;
}

/** Directives of clients, as rooms can take them. */
export type HandedOn = {
  /** An operation, before it is planned. */
  planned(document: DocumentNode): DocumentNode;
  /** A question to a room. */
  asked(document: DocumentNode): DocumentNode;
};

const NONE: HandedOn = { planned: (document) => document, asked: (document) => document };

/**
 * What was left to a default is written out: composition takes one room's definition for all, and another room may have
 * another default, or none. The planner makes inline fragments of spreads, and asks for the entities that a mutation answers by
 * queries: what may not stand there is left out.
 */
export function handedOn(schema: GraphQLSchema): HandedOn {
  const customs = new Map<string, Custom>();
  for (const each of schema.getDirectives()) {
    if (isSpecifiedDirective(each) || each.name === 'defer') continue;
    customs.set(each.name, { defaults: defaultsOf(each), locations: new Set(each.locations) });
  }
  if (customs.size === 0) return NONE;
  const mayStandAt = (location: string) => (node: DirectiveNode) =>
    customs.get(node.name.value)?.locations.has(location) !== false;
  const onInlineFragments = mayStandAt(DirectiveLocation.INLINE_FRAGMENT);
  const asInlineFragment = <Node extends FragmentSpreadNode | InlineFragmentNode>(node: Node): Node => ({
    ...node,
    directives: node.directives?.filter(onInlineFragments),
  });
  return {
    planned: (document) =>
      visit(document, {
        Directive(node) {
          const custom = customs.get(node.name.value);
          return custom && spelled(node, custom);
        },
        FragmentSpread: { leave: asInlineFragment },
        // Where something is deferred, spreads have been written out already.
        InlineFragment: { leave: asInlineFragment },
      }),
    asked: (document) =>
      visit(document, {
        OperationDefinition(node) {
          const directives = node.directives?.filter(mayStandAt(node.operation.toUpperCase()));
          return directives?.length === node.directives?.length ? false : { ...node, directives };
        },
      }),
  };
}
