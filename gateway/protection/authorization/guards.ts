import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { directiveReader, joinFieldReader } from '../../supergraph/directives';
import type { Graph } from '../../supergraph/supergraph';
import { demandTable, type Demand } from './demands';

/** What the directives of a supergraph demand, field by field. */
export type Guards = {
  /** Whether there is any guarded field at all. */
  readonly any: boolean;
  readonly demands: readonly Demand[];
  /** Demands on a field of an object type or an interface, by their numbers. */
  ofField(type: string, field: string): ReadonlySet<number>;
};

type Fielded = GraphQLObjectType | GraphQLInterfaceType;
const NONE: ReadonlySet<number> = new Set();

const selectionsOf = (fieldSet: string): readonly SelectionNode[] => {
  const text = fieldSet.trim();
  const { definitions } = parse(text.startsWith('{') ? text : `{ ${text} }`);
  return (definitions[0] as OperationDefinitionNode).selectionSet.selections;
};

export function readGuards(graph: Graph): Guards {
  const schema = graph.supergraphSchema;
  const table = demandTable(graph);
  const joined = joinFieldReader(graph);
  const contexts = directiveReader<{ name: string }>(graph, 'context');
  const known = new Map<string, ReadonlySet<number>>();

  const fielded = (name: string): Fielded | undefined => {
    const type = schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? type : undefined;
  };

  /** Where a type may be one of several, whatever is asked of any of them. */
  const withPossible = (type: Fielded): readonly string[] =>
    isAbstractType(type) ? [type.name, ...schema.getPossibleTypes(type).map(({ name }) => name)] : [type.name];

  function ofSelections(type: string, selections: readonly SelectionNode[]): number[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return ofSelections(selection.typeCondition?.name.value ?? type, selection.selectionSet.selections);
      const parent = fielded(type);
      const field = parent?.getFields()[selection.name.value];
      if (!parent || !field) return [];
      const own = withPossible(parent).flatMap((each) => [...ofField(each, field.name)]);
      const below = selection.selectionSet?.selections ?? [];
      return [...own, ...ofSelections(getNamedType(field.type).name, below)];
    });
  }

  const typesOfContext = (name: string): readonly string[] =>
    Object.values(schema.getTypeMap())
      .filter((type) => contexts(type).some((context) => context.name === name))
      .map((type) => type.name);

  /** A field that a room can only answer from guarded ones is guarded itself: else it would tell what they hide. */
  function ofInputs(type: Fielded, field: GraphQLField<unknown, unknown>): number[] {
    return joined(field).flatMap(({ requires, contextArguments = [] }) => [
      ...(requires ? ofSelections(type.name, selectionsOf(requires)) : []),
      ...contextArguments.flatMap(({ context, selection }) =>
        typesOfContext(context).flatMap((each) => ofSelections(each, selectionsOf(selection))),
      ),
    ]);
  }

  /** A field that only an interface object gives a type has its directives there. */
  function ofInterfaceObject(type: Fielded, field: GraphQLField<unknown, unknown>): number[] {
    const fromElsewhere = isObjectType(type) && joined(field).some((join) => join.graph === undefined);
    return fromElsewhere ? type.getInterfaces().flatMap(({ name }) => [...ofField(name, field.name)]) : [];
  }

  function ofField(typeName: string, fieldName: string): ReadonlySet<number> {
    const key = `${typeName}.${fieldName}`;
    const found = known.get(key);
    if (found) return found;
    known.set(key, NONE);
    const type = fielded(typeName);
    const field = type?.getFields()[fieldName];
    if (!type || !field) return NONE;
    const own = [type, field, getNamedType(field.type)].flatMap(table.of);
    const demanded = new Set([...own, ...ofInputs(type, field), ...ofInterfaceObject(type, field)]);
    known.set(key, demanded);
    return demanded;
  }

  const types = Object.keys(schema.getTypeMap());
  const any = types.some((type) =>
    Object.keys(fielded(type)?.getFields() ?? {}).some((field) => ofField(type, field).size > 0),
  );
  return { any, demands: table.all, ofField };
}
