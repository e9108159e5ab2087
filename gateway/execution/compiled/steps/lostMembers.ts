import {
  baseType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type CompositeType,
  type ObjectType,
  type Subgraph,
  type Supergraph,
} from '@apollo/federation-internals';
import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { responseName, within, type Asked, type ClientSelections } from '../planning/clientSelections';
import type { Path } from '../places';
import type { Types } from '../types';

/** Puts back into a question to a room what the planner has lost of the client's operation. */
export type Restore = (room: string, paths: readonly Path[], question: DocumentNode) => DocumentNode;

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const ENTITIES = '_entities';

const possibleOf = (type: CompositeType): readonly ObjectType[] =>
  isObjectType(type) ? [type] : isUnionType(type) ? type.types() : type.possibleRuntimeTypes();

/** Unions and interfaces of which rooms know other types. */
function unevenTypes(supergraph: Supergraph): ReadonlySet<string> {
  const members = new Map<string, Set<string>>();
  for (const { schema } of supergraph.subgraphs()) {
    for (const type of [...schema.unionTypes(), ...schema.interfaceTypes()]) {
      const names = possibleOf(type).map(({ name }) => name);
      members.set(type.name, (members.get(type.name) ?? new Set()).add(names.toSorted().join()));
    }
  }
  return new Set([...members].flatMap(([name, each]) => (each.size > 1 ? [name] : [])));
}

const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });
const fragmentOn = (type: string, selections: readonly SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: setOf(selections),
});

/** The client's variables that a question has. (names.ts has given one of that name another.) */
export const declaredIn = ({ definitions }: DocumentNode): string[] =>
  definitions
    .flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : []))
    .map(({ variable }) => variable.name.value)
    .filter((name) => name !== 'representations');

/** A question declares what it uses. */
function declaring(
  operation: OperationDefinitionNode,
  known: readonly VariableDefinitionNode[],
): OperationDefinitionNode {
  const declared = operation.variableDefinitions ?? [];
  const used = new Set<string>();
  visit(operation.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  for (const { variable } of declared) used.delete(variable.name.value);
  const missing = known.filter(({ variable }) => used.has(variable.name.value));
  return missing.length > 0 ? { ...operation, variableDefinitions: [...declared, ...missing] } : operation;
}

/**
 * Where rooms share a field that leads to a union or an interface, and know other types of it, the planner leaves out the types
 * that some of them do not know: it takes for granted that all would answer the same. The room that is asked answers its own
 * types, so their fields are put back, as far as it has them itself. (Federation audit, "partial-union-complex")
 */
export function lostMembers(supergraph: Supergraph, types: Types): ((client: ClientSelections) => Restore) | undefined {
  const uneven = unevenTypes(supergraph);
  if (uneven.size === 0) return undefined;

  return (client) => {
    /** What a room has itself of what is asked of an object. */
    function answerable(asked: readonly Asked[], type: ObjectType, room: Subgraph): SelectionNode[] {
      return within(asked, type.name, types).flatMap(({ field: node }): SelectionNode[] => {
        const field = type.field(node.name.value);
        if (!field?.type || room.metadata().isFieldExternal(field)) return [];
        // The response keeps the conditions. Here nothing would be saved by them.
        const plain = { ...node, directives: [] };
        const inner = baseType(field.type);
        if (!node.selectionSet || !isCompositeType(inner)) return [plain];
        const below = client.below([{ field: node, conditions: [] }], responseName(node));
        return [{ ...plain, selectionSet: setOf([TYPENAME, ...fragments(below, inner, room)]) }];
      });
    }

    const fragments = (asked: readonly Asked[], type: CompositeType, room: Subgraph, but = new Set<string>()) =>
      possibleOf(type)
        .filter(({ name }) => !but.has(name))
        .map((each) => fragmentOn(each.name, answerable(asked, each, room)))
        .filter(({ selectionSet }) => selectionSet.selections.length > 0);

    function restored(set: SelectionSetNode, asked: readonly Asked[], type: CompositeType | undefined, room: Subgraph) {
      return setOf(set.selections.map((each) => restoredSelection(each, asked, type, room)));
    }

    function restoredSelection(
      node: SelectionNode,
      asked: readonly Asked[],
      type: CompositeType | undefined,
      room: Subgraph,
    ): SelectionNode {
      if (node.kind === Kind.FRAGMENT_SPREAD || !node.selectionSet) return node;
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const condition = node.typeCondition && room.schema.type(node.typeCondition.name.value);
        const inner = condition && isCompositeType(condition) ? condition : type;
        return { ...node, selectionSet: restored(node.selectionSet, asked, inner, room) };
      }
      if (node.name.value === ENTITIES)
        return { ...node, selectionSet: restored(node.selectionSet, asked, undefined, room) };
      const field = type && !isUnionType(type) ? type.field(node.name.value) : undefined;
      const inner = field?.type && baseType(field.type);
      if (!inner || !isCompositeType(inner)) return node;
      const below = client.below(asked, responseName(node));
      const selectionSet = restored(node.selectionSet, below, inner, room);
      if (!uneven.has(inner.name)) return { ...node, selectionSet };
      // What is asked of every type is no fragment's to lose.
      const ofSome = below.filter(({ conditions }) => conditions.some((each) => each !== inner.name));
      const lost = fragments(ofSome, inner, room, membersIn(selectionSet));
      return { ...node, selectionSet: setOf([...selectionSet.selections, ...lost]) };
    }

    return (name, paths, question) => {
      const room = supergraph.subgraphs().get(name);
      const asked = paths.flatMap((path) => client.at(path));
      if (!room) return question;
      const definitions = question.definitions.map((each) => {
        if (each.kind !== Kind.OPERATION_DEFINITION) return each;
        const root = room.schema.schemaDefinition.rootType(each.operation);
        return declaring({ ...each, selectionSet: restored(each.selectionSet, asked, root, room) }, client.variables);
      });
      return { ...question, definitions };
    };
  };
}

/** The members that something is asked of. */
function membersIn({ selections }: SelectionSetNode): Set<string> {
  return new Set(
    selections.flatMap((each) =>
      each.kind === Kind.INLINE_FRAGMENT
        ? [...(each.typeCondition ? [each.typeCondition.name.value] : []), ...membersIn(each.selectionSet)]
        : [],
    ),
  );
}
