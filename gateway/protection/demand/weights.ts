import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { directiveReader } from '../../supergraph/directives';
import type { Graph } from '../../supergraph/supergraph';

export type ListSize = {
  readonly assumedSize?: number | null;
  readonly slicingArguments?: readonly string[] | null;
  readonly sizedFields?: readonly string[] | null;
};

/** What a supergraph says that its parts cost: `@cost` and `@listSize` of IBM's specification. */
export type Weights = {
  /** Of one value of a field: its own weight, else its type's, else 1 for objects and 0 for leaves. */
  ofField(type: string, field: string): number;
  listSize(type: string, field: string): ListSize | undefined;
  /** Of an argument or an input field, where it has one. */
  ofArgument(type: string, field: string, argument: string): number | undefined;
  ofInputField(type: string, field: string): number | undefined;
};

export function readWeights(graph: Graph): Weights {
  const schema = graph.supergraphSchema;
  const cost = directiveReader<{ weight: number }>(graph, 'cost');
  const size = directiveReader<ListSize>(graph, 'cost', 'listSize');
  const fields = new Map<string, number>();

  function fieldOf(typeName: string, name: string): GraphQLField<unknown, unknown> | undefined {
    const type = schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }

  const possible = (type: GraphQLNamedType) => (isAbstractType(type) ? schema.getPossibleTypes(type) : []);

  function ofType(type: GraphQLNamedType): number {
    const own = cost(type)[0]?.weight;
    if (own !== undefined) return own;
    return isCompositeType(type) ? Math.max(1, ...possible(type).map(ofType)) : 0;
  }

  /** What an interface answers with may be the dearest of what it can be. */
  function weigh(typeName: string, name: string): number {
    const field = fieldOf(typeName, name);
    if (!field) return 0;
    const own = cost(field)[0]?.weight ?? ofType(getNamedType(field.type));
    const type = schema.getType(typeName);
    return Math.max(own, ...(isInterfaceType(type) ? possible(type).map((each) => weigh(each.name, name)) : []));
  }

  return {
    ofField(type, field) {
      const key = `${type}.${field}`;
      const weight = fields.get(key) ?? weigh(type, field);
      fields.set(key, weight);
      return weight;
    },
    listSize: (type, name) => fieldOf(type, name) && size(fieldOf(type, name) ?? {})[0],
    ofArgument(type, name, argument) {
      const definition = fieldOf(type, name)?.args.find((each) => each.name === argument);
      return definition && cost(definition)[0]?.weight;
    },
    ofInputField(typeName, name) {
      const type = schema.getType(typeName);
      const field = type && 'getFields' in type ? type.getFields()[name] : undefined;
      return field && cost(field)[0]?.weight;
    },
  };
}
