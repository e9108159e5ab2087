import { Kind, OperationTypeNode, type DocumentNode, type FieldDefinitionNode } from 'graphql';

export type RootField = {
  readonly root: 'Query' | 'Mutation' | 'Subscription';
  readonly type: string;
  readonly field: FieldDefinitionNode;
};

const ROOTS = {
  [OperationTypeNode.QUERY]: 'Query',
  [OperationTypeNode.MUTATION]: 'Mutation',
  [OperationTypeNode.SUBSCRIPTION]: 'Subscription',
} as const;

/** What this schema calls its root types. */
export function rootTypes({ definitions }: DocumentNode): ReadonlyMap<string, RootField['root']> {
  const named = definitions.flatMap((each) =>
    each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION ? (each.operationTypes ?? []) : [],
  );
  const roots = new Map(Object.values(ROOTS).map((name) => [name as string, name]));
  for (const { operation, type } of named) {
    roots.delete(ROOTS[operation]);
    roots.set(type.name.value, ROOTS[operation]);
  }
  return roots;
}

/** Every field at which an operation can begin. */
export function rootFields(document: DocumentNode): readonly RootField[] {
  const roots = rootTypes(document);
  return document.definitions.flatMap((each) => {
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION && each.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const root = roots.get(each.name.value);
    return root ? (each.fields ?? []).map((field) => ({ root, type: each.name.value, field })) : [];
  });
}
