import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { fieldIn, has, isOf, joinsOf, movedTo, textOf, type Join } from './joins';
import { reachOf } from './reach';
import { selectionOf } from './requiredArguments';

/** What the planner takes for a room beside the one that it is a part of: the fields there that require the same. */
type OwnRoom = { readonly graph: string; readonly of: string; readonly requires: string };

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export type OwnRooms = {
  readonly document: DocumentNode;
  /** The room that is asked for each that only the planner knows, by name. */
  readonly rooms: ReadonlyMap<string, string>;
};

/**
 * Fields of one room that require different things meet in one fetch, where the planner confuses what is required for which.
 * And a field that requires something while another room requires it in turn comes before what it requires. Fetches to
 * different rooms it never joins. So fields in that danger get a room of their own, for the planner alone: those that require
 * with arguments, and those that are themselves required.
 * @param required names of fields that rooms require of each other
 */
export function withOwnRooms(document: DocumentNode, required: ReadonlySet<string>): OwnRooms {
  const own = ownRoomsIn(document, required);
  if (own.size === 0) return { document, rooms: new Map() };
  const move = (field: FieldDefinitionNode): FieldDefinitionNode | undefined => {
    const roomFor = (join: Join) => (canMove(field) ? own.get(keyOf(join)) : undefined);
    if (!field.directives?.some(roomFor)) return undefined;
    return { ...field, directives: field.directives.map((join) => movedTo(join, roomFor(join)?.graph)) };
  };
  const moved = visit(document, { FieldDefinition: move });
  return named([...own.values()].reduce(addRoom, moved), [...own.values()]);
}

const keyOf = (join: Join) => `${textOf(join, 'graph')} ${textOf(join, 'requires')}`;

/** Each with all that requires the same there, so that it is asked for together. */
function ownRoomsIn(document: DocumentNode, required: ReadonlySet<string>): Map<string, OwnRoom> {
  const own = new Map<string, OwnRoom>();
  const note = (field: FieldDefinitionNode): void => {
    if (!canMove(field)) return;
    for (const join of joinsOf(field, 'field')) {
      const [of, requires] = [textOf(join, 'graph'), textOf(join, 'requires')];
      if (!of || !requires || own.has(keyOf(join))) continue;
      const isEndangered = requires.includes('(') || required.has(field.name.value);
      if (isEndangered) own.set(keyOf(join), { graph: `OWN_${own.size}_${of}`, of, requires });
    }
  };
  visit(document, { FieldDefinition: note });
  return own;
}

/** What is on its way between rooms, and what depends on the objects around it, names its room elsewhere too. */
const canMove = ({ directives = [] }: FieldDefinitionNode): boolean =>
  !directives.some((each) => has(each, 'overrideLabel') || has(each, 'contextArguments'));

/** Beside the fields that are its own, a room has their types' keys, what they require, and all that can be met from these. */
function addRoom(document: DocumentNode, own: OwnRoom): DocumentNode {
  const entered = new Map<string, ReadonlySet<string>>();
  const fields: FieldDefinitionNode[] = [];
  const enter = (type: TypeWithFields) => {
    if (!type.fields?.some((field) => isIn(field, own.graph))) return;
    const known = knownFields(type, own);
    entered.set(type.name.value, known);
    fields.push(...type.fields.filter((field) => isIn(field, own.graph) || known.has(field.name.value)));
  };
  visit(document, { ObjectTypeDefinition: enter, InterfaceTypeDefinition: enter });
  const whole = reachOf(fields, own.of, document);
  const definitions = document.definitions.map((each) => {
    const name = 'name' in each ? (each.name?.value ?? '') : '';
    const known = entered.get(name);
    if (whole.has(name)) return twin(each, own);
    return known ? entrance(each as TypeWithFields, known, own) : each;
  });
  return { ...document, definitions };
}

const isIn = (field: FieldDefinitionNode, graph: string) => joinsOf(field, 'field').some((join) => isOf(join, graph));

function knownFields(type: TypeWithFields, { of, requires }: OwnRoom): Set<string> {
  const keys = joinsOf(type, 'type')
    .filter((join) => isOf(join, of))
    .flatMap((join) => textOf(join, 'key') ?? []);
  const known = new Set<string>();
  for (const selection of [...keys, requires])
    for (const each of selectionOf(selection).selections) if (each.kind === Kind.FIELD) known.add(each.name.value);
  return known;
}

const twins = (joins: readonly Join[] = [], { of, graph }: OwnRoom): Join[] =>
  joins.flatMap((join) => (isOf(join, of) ? [join, movedTo(join, graph)] : [join]));

/** All that is said of the room in a definition is said of its part too. */
const twin = <Node extends ASTNode>(node: Node, own: OwnRoom): Node =>
  visit(node, {
    enter: (each) =>
      'directives' in each && each.directives?.length
        ? { ...each, directives: twins(each.directives as readonly Join[], own) }
        : undefined,
  });

/** A type by which the part is entered: other fields, also those that all rooms have, are not asked there. */
function entrance<Type extends TypeWithFields>(type: Type, known: ReadonlySet<string>, own: OwnRoom): Type {
  const graphs = new Set(joinsOf(type, 'type').map((join) => textOf(join, 'graph') as string));
  const isType = ({ name }: Join) => name.value === 'join__type';
  return {
    ...type,
    directives: type.directives?.flatMap((join) => (isType(join) ? twins([join], own) : [join])),
    fields: type.fields?.map((field) => {
      if (known.has(field.name.value)) return twin(field, own);
      if (joinsOf(field, 'field').length > 0) return field;
      return { ...field, directives: [...(field.directives ?? []), ...[...graphs].map(fieldIn)] };
    }),
  };
}

/** Lets the planner know the rooms. */
function named(document: DocumentNode, own: readonly OwnRoom[]): OwnRooms {
  const rooms = new Map<string, string>();
  const add = (type: EnumTypeDefinitionNode): EnumTypeDefinitionNode | undefined => {
    if (type.name.value !== 'join__Graph') return undefined;
    const added = own.flatMap(({ graph, of }) =>
      (type.values ?? [])
        .filter(({ name }) => name.value === of)
        .map((value) => {
          const name = joinsOf(value, 'graph').map((join) => textOf(join, 'name'))[0] ?? of;
          rooms.set(graph, name);
          return visit(value, {
            EnumValueDefinition: (each) => ({ ...each, name: { ...each.name, value: graph } }),
            Argument: (each) =>
              each.name.value === 'name' ? { ...each, value: { kind: Kind.STRING, value: graph } } : undefined,
          });
        }),
    );
    return { ...type, values: [...(type.values ?? []), ...added] };
  };
  return { document: visit(document, { EnumTypeDefinition: add }), rooms };
}
