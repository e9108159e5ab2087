import {
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';

type Reference = { readonly __typename: string };
type Resolve = GraphQLFieldResolver<unknown, unknown, { representations: readonly Reference[] }>;
type ResolveReference = (reference: Reference, context: unknown, info: GraphQLResolveInfo) => unknown;

/** Where `buildSubgraphSchema` keeps a type's `__resolveReference`. */
type Extensions = { readonly apollo?: { readonly subgraph?: { readonly resolveReference?: ResolveReference } } };

const asItComes: ResolveReference = (reference) => reference;

const referenceOf = ({ extensions }: GraphQLObjectType): ResolveReference =>
  (extensions as Extensions).apollo?.subgraph?.resolveReference ?? asItComes;

/** Says of an entity what it is, for that is what `_Entity` asks. */
function named(entity: unknown, name: string): unknown {
  if (typeof entity !== 'object' || entity === null || entity instanceof Error) return entity;
  const object = entity as { __typename?: unknown };
  if (object.__typename === name) return object;
  if (object.__typename !== undefined || !Object.isExtensible(object)) return { ...object, __typename: name };
  object.__typename = name;
  return object;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Promise<unknown>)?.then === 'function';

/**
 * Answers `_entities` as Apollo's resolver does, but waits for nothing where a room has it at hand, and an entity that fails
 * takes none of the others with it. What is no object type, such as an interface with a key, is left to Apollo's.
 */
export function withEntities(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  const stock = field?.resolve as Resolve | undefined;
  if (!field || !stock) return schema;

  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const resolvers = new Map(types.map((type) => [type.name, referenceOf(type)]));

  const one: ResolveReference = (reference, context, info) => {
    const { __typename: name } = reference;
    const resolveReference = resolvers.get(name);
    if (!resolveReference) return (stock(undefined, { representations: [reference] }, context, info) as unknown[])[0];
    try {
      const found = resolveReference(reference, context, info);
      return isPromise(found) ? found.then((entity) => named(entity, name)) : named(found, name);
    } catch (error) {
      return error;
    }
  };
  const resolve: Resolve = (_source, { representations }, context, info) =>
    representations.map((reference) => one(reference, context, info));
  field.resolve = resolve as typeof field.resolve;
  return schema;
}
