import type { Schema } from '@apollo/federation-internals';
import { getNamedType, isInterfaceType, TypeInfo, visit, visitWithTypeInfo, type DocumentNode } from 'graphql';
import type { Graph } from '../../../supergraph/supergraph';

function interfacesIn(supergraph: Schema): string[] {
  return [...supergraph.types()]
    .filter((type) =>
      type.appliedDirectivesOf('join__type').some((applied) => {
        const { isInterfaceObject } = applied.arguments() as { isInterfaceObject?: boolean };
        return isInterfaceObject;
      }),
    )
    .map(({ name }) => name);
}

/** Tells operations in which objects occur that some room knows as an interface only. (`@interfaceObject`) */
export function interfaceObjects({
  supergraph,
  supergraphSchema,
  apiSchema,
}: Graph): (document: DocumentNode) => boolean {
  const names = interfacesIn(supergraph.schema).flatMap((name) => {
    const type = supergraphSchema.getType(name);
    return isInterfaceType(type) ? [name, ...supergraphSchema.getPossibleTypes(type).map((each) => each.name)] : [name];
  });
  if (names.length === 0) return () => false;
  const known = new Set(names);
  return (document) => {
    let found = false;
    const types = new TypeInfo(apiSchema);
    const Field = () => {
      const type = getNamedType(types.getType());
      found ||= type !== undefined && known.has(type.name);
    };
    visit(document, visitWithTypeInfo(types, { Field }));
    return found;
  };
}
