import {
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type Flags } from '../conditions';
import { isDeferred } from '../deferring/deferrals';

/** What an object may be called: its type, or the interface that a room with `@interfaceObject` knows it by. */
export type ObjectType = GraphQLObjectType | GraphQLInterfaceType;

type Fragment = { readonly type?: string; readonly selectionSet: SelectionSetNode };

export type Collector = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, Fragment>;
  readonly flags: Flags;
  /** Whether what is deferred is left out, to be asked for by `collectDeferred`. */
  readonly defers: boolean;
};

/** The fields of a type by response name, in the order in which the names first occur. (GraphQL, section 6.3.2) */
export type Collected = ReadonlyMap<string, readonly FieldNode[]>;

export function collectFields(sets: readonly SelectionSetNode[], type: ObjectType, collector: Collector): Collected {
  const collected = new Map<string, FieldNode[]>();
  for (const set of sets) collectInto(collected, set, type, collector);
  return collected;
}

function collectInto(
  collected: Map<string, FieldNode[]>,
  { selections }: SelectionSetNode,
  type: ObjectType,
  collector: Collector,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection, collector.flags)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const nodes = collected.get(key);
      if (nodes) nodes.push(selection);
      else collected.set(key, [selection]);
      continue;
    }
    if (collector.defers && isDeferred(selection)) continue;
    const fragment = fragmentOf(selection, collector);
    if (fragment && applies(fragment, type, collector)) collectInto(collected, fragment.selectionSet, type, collector);
  }
}

/** The deferred fragments of a type; what they defer in their turn stands within them. */
export function collectDeferred(
  sets: readonly SelectionSetNode[],
  type: ObjectType,
  collector: Collector,
): InlineFragmentNode[] {
  return sets
    .flatMap(({ selections }) => selections)
    .flatMap((selection) => {
      if (selection.kind !== Kind.INLINE_FRAGMENT || !isIncluded(selection, collector.flags)) return [];
      if (!applies({ ...selection, type: selection.typeCondition?.name.value }, type, collector)) return [];
      return isDeferred(selection) ? [selection] : collectDeferred([selection.selectionSet], type, collector);
    });
}

const fragmentOf = (
  selection: InlineFragmentNode | FragmentSpreadNode,
  { fragments }: Collector,
): Fragment | undefined =>
  selection.kind === Kind.INLINE_FRAGMENT
    ? { type: selection.typeCondition?.name.value, selectionSet: selection.selectionSet }
    : fragments.get(selection.name.value);

/** Whether the fields of an object are not all known as long as only this of its type is. */
export function dependsOnType(sets: readonly SelectionSetNode[], type: ObjectType, collector: Collector): boolean {
  const selections = sets.flatMap((set) => set.selections).filter((each) => isIncluded(each, collector.flags));
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
    const fragment = fragmentOf(selection, collector);
    if (!fragment) return false;
    return !applies(fragment, type, collector) || dependsOnType([fragment.selectionSet], type, collector);
  });
}

/** DoesFragmentTypeApply of the same section. */
function applies({ type: condition }: Fragment, type: ObjectType, { schema }: Collector): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}
