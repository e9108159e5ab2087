import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { AgoraError } from '../../platform/kernel/errors';

/** How large one operation may be, its fragments spread out. The largest of the contract is a third of it. */
export const LIMITS = {
  depth: 15,
  aliases: 50,
  rootFields: 20,
  fields: 1000,
  /** Counted while parsing. */
  tokens: 4000,
  /** Bytes of a request's body. */
  body: 1_048_576,
} as const;

type Size = { depth: number; aliases: number; fields: number; rootFields: number };
const NONE: Size = { depth: 0, aliases: 0, fields: 0, rootFields: 0 };

const SENTENCES: Record<keyof Size, string> = {
  depth: 'levels deep',
  aliases: 'aliases',
  fields: 'fields',
  rootFields: 'root fields',
};

const together = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  fields: a.fields + b.fields,
  rootFields: a.rootFields + b.rootFields,
});

/** Measures operations; a fragment is measured once, however often it is spread. */
function measure(document: DocumentNode): (selections: SelectionSetNode) => Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const measured = new Map<string, Size>();

  function sizeOfFragment(name: string): Size {
    const known = measured.get(name);
    if (known) return known;
    // A cycle ends here; another rule refuses it.
    measured.set(name, NONE);
    const fragment = fragments.get(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : NONE;
    measured.set(name, size);
    return size;
  }

  function sizeOfSelection(selection: SelectionNode): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sizeOfFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet);
    const inner = selection.selectionSet ? sizeOf(selection.selectionSet) : NONE;
    // Tools ask for the schema deeper than anybody asks for data, and graphql-js has a limit of its own for it.
    const depth = selection.name.value.startsWith('__') ? 1 : inner.depth + 1;
    return { depth, aliases: inner.aliases + (selection.alias ? 1 : 0), fields: inner.fields + 1, rootFields: 1 };
  }

  const sizeOf = ({ selections }: SelectionSetNode): Size => selections.map(sizeOfSelection).reduce(together, NONE);
  return sizeOf;
}

/** Refuses operations that are larger than the limits. */
export function limitSize(context: ValidationContext): ASTVisitor {
  const sizeOf = measure(context.getDocument());
  return {
    OperationDefinition(node) {
      const size = sizeOf(node.selectionSet);
      for (const name of ['depth', 'aliases', 'rootFields', 'fields'] as const) {
        if (size[name] <= LIMITS[name]) continue;
        context.reportError(
          new AgoraError('LIMIT_EXCEEDED', `The operation has more than ${LIMITS[name]} ${SENTENCES[name]}.`),
        );
      }
      // Nothing below this node tells anything more.
      return false;
    },
  };
}

/** Plans carry the entities that a fetch asks for in a variable of this name. */
export function reserveRepresentations(context: ValidationContext): ASTVisitor {
  return {
    VariableDefinition(node) {
      if (node.variable.name.value !== 'representations') return;
      context.reportError(new GraphQLError('A variable cannot be called $representations here.', { nodes: node }));
    },
  };
}

/** What holds for every document, beside the rules of GraphQL itself. */
export const protectiveRules = ({ introspection }: { introspection: boolean }): ValidationRule[] => [
  limitSize,
  reserveRepresentations,
  ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
];
