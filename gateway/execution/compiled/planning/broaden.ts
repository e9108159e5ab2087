import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { isResolvable, joinsOf, textOf, type Join } from './joins';

/**
 * The interfaces that are an object to some room, and of each the fields that such a room gives it and requires something for,
 * or that it cannot be asked for again, since no key of it is resolvable.
 */
export type InterfaceObjects = ReadonlyMap<string, ReadonlySet<string>>;

export function interfaceObjects(supergraph: DocumentNode): InterfaceObjects {
  const found = new Map<string, Set<string>>();
  visit(supergraph, {
    InterfaceTypeDefinition(type) {
      const objects = joinsOf(type, 'type').filter((join) => textOf(join, 'isInterfaceObject') === 'true');
      if (objects.length === 0) return;
      const fields = (type.fields ?? []).filter((field) => isDelicate(field, objects));
      found.set(type.name.value, new Set(fields.map(({ name }) => name.value)));
    },
  });
  return found;
}

function isDelicate(field: FieldDefinitionNode, objects: readonly Join[]): boolean {
  const graphs = new Set(objects.map((join) => textOf(join, 'graph')));
  const open = new Set(objects.filter(isResolvable).map((join) => textOf(join, 'graph')));
  const joins = joinsOf(field, 'field');
  // Without a word about rooms, all have it.
  if (joins.length === 0) return open.size < graphs.size;
  const theirs = joins.filter((join) => graphs.has(textOf(join, 'graph')));
  return theirs.some((join) => textOf(join, 'requires') !== undefined || !open.has(textOf(join, 'graph')));
}

/** A field that is asked of one type, and could be asked of all that implement an interface. */
type Narrow = { readonly type: string; readonly selection: SelectionNode };
type Parted = { readonly kept: readonly SelectionNode[]; readonly narrow: readonly Narrow[] };

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * To a room with an interface object all implementations are one type. Asked for what that room has for one of them alone, the
 * planner loses others that are asked for beside it, does not come to an end, or asks a room again that cannot be. So what is
 * asked for one of them is planned for all of them; the response still has it only where the client wants it.
 * Operations come with names that stand for one thing each. (names.ts)
 */
export function broaden(schema: GraphQLSchema, objects: InterfaceObjects): (document: DocumentNode) => DocumentNode {
  const names = new Set([...objects.values()].flatMap((each) => [...each]));
  return (document) => {
    let isNeeded = false;
    visit(document, { Field: ({ name }) => void (isNeeded ||= names.has(name.value)) });
    return isNeeded ? broadened(document, schema, objects) : document;
  };
}

function broadened(document: DocumentNode, schema: GraphQLSchema, objects: InterfaceObjects): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  visit(document, { FragmentDefinition: (each) => void fragments.set(each.name.value, each) });

  function below(field: FieldNode, parent: GraphQLNamedType | undefined): FieldNode {
    const definition = parent && 'getFields' in parent ? parent.getFields()[field.name.value] : undefined;
    const type = definition && getNamedType(definition.type);
    if (!field.selectionSet || !isCompositeType(type)) return field;
    return { ...field, selectionSet: { ...field.selectionSet, selections: selectionsAt(field.selectionSet, type) } };
  }

  /** What is selected at one place of the response. */
  function selectionsAt({ selections }: { selections: readonly SelectionNode[] }, type: GraphQLNamedType) {
    const { kept, narrow } = part(selections, type);
    if (narrow.length === 0) return kept;
    return [TYPENAME, ...kept, ...narrow.map(({ type: all, selection }) => within(all, [selection]))];
  }

  function part(selections: readonly SelectionNode[], type: GraphQLNamedType): Parted {
    const parts = selections.map((selection) =>
      selection.kind === Kind.FIELD ? ofField(selection, type) : opened(selection, type),
    );
    return { kept: parts.flatMap(({ kept }) => kept), narrow: parts.flatMap(({ narrow }) => narrow) };
  }

  function ofField(field: FieldNode, type: GraphQLNamedType): Parted {
    const changed = below(field, type);
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    const found = interfaces.find(({ name }) => objects.get(name)?.has(field.name.value));
    if (!found) return { kept: [changed], narrow: [] };
    return { kept: [], narrow: [{ type: found.name, selection: changed }] };
  }

  function opened(selection: Exclude<SelectionNode, FieldNode>, outer: GraphQLNamedType): Parted {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const name = fragment?.typeCondition?.name.value ?? outer.name;
    const { kept, narrow } = part(fragment?.selectionSet.selections ?? [], schema.getType(name) ?? outer);
    const directives = selection.directives ?? [];
    // What is deferred has a name, and stays together.
    if (directives.some((each) => each.name.value === 'defer')) return { kept: [selection], narrow: [] };
    return {
      kept: kept.length > 0 ? [within(name, kept, directives)] : [],
      narrow: narrow.map((each) => ({ ...each, selection: within(each.type, [each.selection], directives) })),
    };
  }

  const definitions = document.definitions.flatMap((each) => {
    const root = each.kind === Kind.OPERATION_DEFINITION ? schema.getRootType(each.operation) : undefined;
    if (!root || each.kind !== Kind.OPERATION_DEFINITION) return [];
    return [{ ...each, selectionSet: { ...each.selectionSet, selections: selectionsAt(each.selectionSet, root) } }];
  });
  return { ...document, definitions };
}

const within = (
  name: string,
  selections: readonly SelectionNode[],
  directives: readonly DirectiveNode[] = [],
): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
  directives,
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});
