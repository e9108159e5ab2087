import {
  buildASTSchema,
  Kind,
  parse,
  printSchema,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { Contract } from '../proposal/settings';
import { reachable } from './reach';
import type { Tags } from './tags';

/** Whether an element is in the contract, as far as tags decide. */
type Keeps = (coordinate: string, parent?: string, needsTag?: boolean) => boolean;

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
const isRequired = ({ type, defaultValue }: InputValueDefinitionNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE && !defaultValue;

/** What a type is tagged with, its fields are. @see https://www.apollographql.com/docs/graphos/platform/schema-management/delivery/contracts/reference */
function keeper({ include, exclude }: Contract, tags: Tags): Keeps {
  const has = (names: readonly string[], coordinate: string) => names.some((each) => tags.get(coordinate)?.has(each));
  return (coordinate, parent, needsTag = false) => {
    if (has(exclude, coordinate) || (parent !== undefined && has(exclude, parent))) return false;
    if (!needsTag || include.length === 0) return true;
    return has(include, coordinate) || (parent !== undefined && has(include, parent));
  };
}

/** One definition without what the tags leave out. */
function tagged(definition: DefinitionNode, keeps: Keeps): DefinitionNode | undefined {
  if (!('name' in definition) || !definition.name) return definition;
  const name = definition.name.value;
  const isUnion = definition.kind === Kind.UNION_TYPE_DEFINITION;
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return definition;
  if (!keeps(name, undefined, isUnion)) return undefined;
  switch (definition.kind) {
    case Kind.ENUM_TYPE_DEFINITION:
      return { ...definition, values: definition.values?.filter((each) => keeps(`${name}.${each.name.value}`, name)) };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return { ...definition, fields: definition.fields?.filter((each) => keeps(`${name}.${each.name.value}`, name)) };
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return { ...definition, fields: definition.fields?.flatMap((each) => taggedField(name, each, keeps)) };
    default:
      return definition;
  }
}

function taggedField(type: string, field: FieldDefinitionNode, keeps: Keeps): readonly FieldDefinitionNode[] {
  const coordinate = `${type}.${field.name.value}`;
  if (!keeps(coordinate, type, true)) return [];
  return [{ ...field, arguments: field.arguments?.filter(({ name }) => keeps(`${coordinate}(${name.value}:)`)) }];
}

/** One definition without what refers to types that are gone; undefined when nothing of it is left. */
function whole(definition: DefinitionNode, known: (name: string) => boolean): DefinitionNode | undefined {
  const takes = (each: InputValueDefinitionNode) => known(namedType(each.type));
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = definition.fields
        ?.filter(
          ({ type, arguments: args = [] }) =>
            known(namedType(type)) && args.every((each) => takes(each) || !isRequired(each)),
        )
        .map((field) => ({ ...field, arguments: field.arguments?.filter(takes) }));
      const interfaces = definition.interfaces?.filter(({ name }) => known(name.value));
      return fields?.length ? { ...definition, fields, interfaces } : undefined;
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = definition.fields?.filter(takes);
      return fields?.length && !definition.fields?.some((each) => !takes(each) && isRequired(each))
        ? { ...definition, fields }
        : undefined;
    }
    case Kind.UNION_TYPE_DEFINITION: {
      const types = definition.types?.filter(({ name }) => known(name.value));
      return types?.length ? { ...definition, types } : undefined;
    }
    case Kind.ENUM_TYPE_DEFINITION:
      return definition.values?.length ? definition : undefined;
    case Kind.SCHEMA_DEFINITION:
      return { ...definition, operationTypes: definition.operationTypes.filter(({ type }) => known(type.name.value)) };
    default:
      return definition;
  }
}

const BUILT_IN = new Set(['Int', 'Float', 'String', 'Boolean', 'ID']);

/** An object that has lost a field of an interface is none of it any more. */
function implementing(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const fieldsOf = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [[each.name.value, each.fields?.map(({ name }) => name.value) ?? []] as const]
        : [],
    ),
  );
  return definitions.map((each) => {
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION && each.kind !== Kind.INTERFACE_TYPE_DEFINITION) return each;
    const own = new Set(each.fields?.map(({ name }) => name.value));
    return {
      ...each,
      interfaces: each.interfaces?.filter(({ name }) => fieldsOf.get(name.value)?.every((field) => own.has(field))),
    };
  });
}

/** Takes out what refers to nothing, until nothing does. */
function settled(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const names = new Set(definitions.flatMap((each) => ('name' in each && each.name ? [each.name.value] : [])));
  const known = (name: string) => names.has(name) || BUILT_IN.has(name);
  const next = definitions.flatMap((each) => whole(each, known) ?? []);
  return next.length === definitions.length && JSON.stringify(next) === JSON.stringify(definitions)
    ? next
    : settled(next);
}

/**
 * The API schema that clients of a contract see; null when nothing is left to ask for. What refers to a hidden type is hidden,
 * and so is what nothing leads to.
 */
export function cut(api: GraphQLSchema, tags: Tags, contract: Contract): GraphQLSchema | null {
  const keeps = keeper(contract, tags);
  const { definitions } = parse(printSchema(api), { noLocation: true });
  const left = implementing(settled(definitions.flatMap((each) => tagged(each, keeps) ?? [])));
  const query = api.getQueryType()?.name ?? 'Query';
  if (!left.some((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === query)) return null;
  const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()].flatMap(
    (each) => each?.name ?? [],
  );
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions: reachable(left, roots) }, { assumeValid: true });
}
