import type { Change } from '@graphql-inspector/core';
import {
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { fieldAt } from './uses';

/** The view that is the whole API. */
export const PUBLIC = 'public';

/** What some clients see, before and after. `clients` are those that it must serve; all that it can where not said. */
export type View = {
  /** `public`, or the contract's. */
  readonly name: string;
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
  readonly clients?: readonly string[];
};

export type Level = 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING';

/** One change of one element, in every view in which it shows. */
export type SchemaChange = {
  /** What an approval names: the same for the same change of the same element. */
  readonly name: string;
  readonly type: string;
  readonly level: Level;
  readonly message: string;
  readonly coordinate?: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly views: readonly View[];
};

/** The inspector writes `Type.field.argument` where the specification writes `Type.field(argument:)`. */
export function coordinateOf({ path, meta }: Pick<Change, 'path' | 'meta'>): string | undefined {
  if (path === undefined) return undefined;
  const bare = path.replace(/\.@\w+$/, '');
  const [directive, argument] = bare.startsWith('@') ? bare.split('.') : [];
  if (directive !== undefined) return argument === undefined ? directive : `${directive}(${argument}:)`;
  const [type, field, third] = bare.split('.');
  return third === undefined || !('fieldName' in meta || 'typeName' in meta) ? bare : `${type}.${field}(${third}:)`;
}

/** Of several changes at one place, which: the member of a union, the interface of a type. */
function detailOf({ type, meta }: Change): string {
  const { removedUnionMemberTypeName, addedUnionMemberTypeName, removedInterfaceName, addedInterfaceName } =
    meta as Record<string, string>;
  const { removedDirectiveLocation } = meta as Record<string, string>;
  const detail =
    removedUnionMemberTypeName ??
    addedUnionMemberTypeName ??
    removedInterfaceName ??
    addedInterfaceName ??
    removedDirectiveLocation;
  return /^(UNION_MEMBER|OBJECT_TYPE_INTERFACE|DIRECTIVE_LOCATION)_/.test(type) && detail ? ` ${detail}` : '';
}

const nameOf = (change: Change): string =>
  `${change.type}${change.path === undefined ? '' : ` ${coordinateOf(change)}`}${detailOf(change)}`;

const ADDS = /^(TYPE|FIELD|FIELD_ARGUMENT|INPUT_FIELD|ENUM_VALUE|DIRECTIVE)_ADDED$/;
/** Told twice: a deprecation is a change of its own. */
const REPEATED = /^DIRECTIVE_USAGE_/;

const levelOf = ({ criticality }: Change): Level => criticality.level;

/** What comes with a new type, field or value is no change of its own. */
function withoutParts(changes: readonly Change[]): readonly Change[] {
  const added = new Set(changes.flatMap(({ type, path }) => (ADDS.test(type) ? [path] : [])));
  const isPart = ({ type, path = '' }: Change) =>
    path.split('.').some((_, index, all) => added.has(all.slice(0, index).join('.'))) ||
    (added.has(path) && !ADDS.test(type));
  return changes.filter((each) => !REPEATED.test(each.type) && (levelOf(each) !== 'NON_BREAKING' || !isPart(each)));
}

/**
 * In a contract a type goes when nothing leads to it any more: what led to it is told. Told itself is one that an interface may
 * have been answered with.
 */
function isConsequence(
  { type, path = '' }: Change,
  { name, before, after }: View,
  publicly: View | undefined,
): boolean {
  if (type !== 'TYPE_REMOVED' || name === PUBLIC || !publicly?.after.getType(path)) return false;
  const gone = before.getType(path);
  return !isObjectType(gone) || !gone.getInterfaces().some((each) => after.getType(each.name));
}

/** What must be given now and had a default is required: the inspector takes it for another default. */
function requires({ type, meta }: Change, { after }: View): boolean {
  if (!type.endsWith('_DEFAULT_CHANGED') && !type.endsWith('_DEFAULT_VALUE_CHANGED')) return false;
  const {
    typeName = '',
    fieldName = '',
    argumentName = '',
    inputName = '',
    inputFieldName = '',
  } = meta as Record<string, string>;
  const input = after.getType(inputName);
  const given = isInputObjectType(input)
    ? input.getFields()[inputFieldName]
    : fieldAt(after, `${typeName}.${fieldName}`)?.args.find(({ name }) => name === argumentName);
  return given !== undefined && isRequired(given);
}

const isRequired = (given: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(given.type) && given.defaultValue === undefined;

/** Compares every view, and tells each change once. */
export async function compare(views: readonly View[]): Promise<readonly SchemaChange[]> {
  const { diff } = await import('@graphql-inspector/core');
  const found = new Map<string, SchemaChange>();
  const publicly = views.find(({ name }) => name === PUBLIC);
  for (const view of views) {
    const changes = withoutParts(await diff(view.before, view.after));
    for (const change of changes.filter((each) => !isConsequence(each, view, publicly))) {
      const name = nameOf(change);
      const known = found.get(name);
      const { message, meta, type } = change;
      const level = requires(change, view) ? 'BREAKING' : levelOf(change);
      found.set(name, {
        ...(known ?? {
          name,
          type,
          level,
          message: message.replace("'undefined'", 'none'),
          coordinate: coordinateOf(change),
          meta,
        }),
        views: [...(known?.views ?? []), view],
      });
    }
  }
  return [...found.values()];
}
