import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { directiveReader } from '../../gateway/supergraph/directives';
import type { Graph } from '../../gateway/supergraph/supergraph';

/** The tags of each element that has any, by its coordinate. */
export type Tags = ReadonlyMap<string, ReadonlySet<string>>;

/** Elements of a schema with their coordinates. */
function* elementsOf(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    yield [type.name, type] as const;
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value] as const;
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field] as const;
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field] as const;
      for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument] as const;
    }
  }
}

/** Reads `@tag` where the supergraph has it. */
export function tagsOf(graph: Graph): Tags {
  const read = directiveReader<{ name: string }>(graph, 'tag');
  const tags = new Map<string, ReadonlySet<string>>();
  for (const [coordinate, element] of elementsOf(graph.supergraphSchema)) {
    const names = read(element).map(({ name }) => name);
    if (names.length > 0) tags.set(coordinate, new Set(names));
  }
  return tags;
}
