import {
  Kind,
  NoFragmentCyclesRule,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from './limits';
import { tooLarge } from './tooLarge';

const MEASURES = ['depth', 'aliases', 'rootFields', 'fields', 'introspection'] as const;
type Size = Record<(typeof MEASURES)[number], number>;
const NONE: Size = { depth: 0, aliases: 0, fields: 0, rootFields: 0, introspection: 0 };

const together = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  fields: a.fields + b.fields,
  rootFields: a.rootFields + b.rootFields,
  introspection: a.introspection + b.introspection,
});

function withField({ name, alias }: FieldNode, inner: Size): Size {
  const asksForSchema = name.value === '__schema' || name.value === '__type';
  return {
    // Tools ask for the schema deeper than anybody asks for data, and graphql-js has a limit of its own for it.
    depth: asksForSchema ? 1 : inner.depth + 1,
    aliases: inner.aliases + (alias ? 1 : 0),
    fields: inner.fields + 1,
    rootFields: 1,
    introspection: inner.introspection + (asksForSchema ? 1 + inner.aliases : 0),
  };
}

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
    return withField(selection, selection.selectionSet ? sizeOf(selection.selectionSet) : NONE);
  }

  const sizeOf = ({ selections }: SelectionSetNode): Size => selections.map(sizeOfSelection).reduce(together, NONE);
  return sizeOf;
}

/** Refuses documents and operations that are larger than the limits. */
export const limitSize =
  (limits: Limits): ValidationRule =>
  (context: ValidationContext): ASTVisitor => {
    const sizeOf = measure(context.getDocument());
    const counted = { operations: 0, fragments: 0 };
    const count = (name: keyof typeof counted) => {
      if (++counted[name] === limits[name] + 1) context.reportError(tooLarge(name, limits));
    };
    return {
      OperationDefinition(node) {
        count('operations');
        const size = sizeOf(node.selectionSet);
        for (const name of MEASURES) if (size[name] > limits[name]) context.reportError(tooLarge(name, limits));
        // Nothing below this node tells anything more.
        return false;
      },
      FragmentDefinition() {
        count('fragments');
        return false;
      },
    };
  };

/**
 * What is asked of a document before the other rules see it. Fragments that spread themselves are among it: the rule that
 * compares fields follows every pair of fragments, and runs out of stack on them.
 */
export const protectiveRules = (limits: Limits, introspection: boolean): ValidationRule[] => [
  limitSize(limits),
  NoFragmentCyclesRule,
  ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
];
