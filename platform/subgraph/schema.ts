import { buildSubgraphSchema } from '@apollo/subgraph';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  defaultFieldResolver,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { accountable } from '../audit/accountable';
import { Refusal, invalidInput } from '../kernel/errors';
import { toDecimal, type Money } from '../kernel/money';
import { scalars } from '../kernel/scalars';
import type { Policy } from '../identity/policies';
import type { RoomContext } from './context';
import type { AnySubgraph } from './definition';
import { withEntities } from './entities';

const MAX_TEXT = 20_000;
const LONE_SURROGATE = /\p{Surrogate}/u;

export const readTypeDefs = (folder: string): string => readFileSync(path.join(folder, 'schema.graphql'), 'utf8');

const shared = {
  Money: { amount: toDecimal, currencyCode: ({ currency }: Money) => currency },
};

// NUL and lone surrogates are legal in GraphQL strings, but Postgres keeps neither.
function checkText(value: unknown, argument: string[]): void {
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT)
      throw invalidInput(`${argument.join('.')} is longer than ${MAX_TEXT} characters.`, argument);
    if (value.includes('\0') || LONE_SURROGATE.test(value)) {
      throw invalidInput(`${argument.join('.')} holds a character that is not text.`, argument);
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkText(item, [...argument, String(index)]));
  } else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [name, field] of Object.entries(value)) checkText(field, [...argument, name]);
  }
}

type Resolve = GraphQLFieldResolver<unknown, RoomContext>;

const checked =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    for (const [name, value] of Object.entries(args)) checkText(value, [name]);
    return resolve(source, args, context, info);
  };

const guarded =
  (resolve: Resolve, policy: Policy): Resolve =>
  (source, args, context, info) => {
    const refused = policy.check(context.identity);
    if (refused) throw refused;
    return resolve(source, args, context, info);
  };

/** What needs a permission leaves its line in the audit chain, by the transaction that does it. */
const accounted =
  (resolve: Resolve, action: string): Resolve =>
  async (source, args, context, info) => {
    const account = accountable(context, { action, details: args.input ?? args });
    const answer: unknown = await resolve(source, args, account.context, info);
    if (!account.isTold())
      throw new Error(`The audit chain knows nothing of ${action}: it must write in a transaction.`);
    return answer;
  };

/**
 * A mutation sees nothing that an earlier one of the same request has read. Refused, it answers its payload with
 * `userErrors`; everything else in it is null or empty.
 */
const mutating =
  (resolve: Resolve): Resolve =>
  async (source, args, context, info) => {
    context.forget();
    try {
      return await resolve(source, args, context, info);
    } catch (error) {
      if (error instanceof Refusal) return { userErrors: error.userErrors };
      throw error;
    }
  };

const listOrEmpty: Resolve = (source, args, context, info) => defaultFieldResolver(source, args, context, info) ?? [];

function wrapRootField(
  room: string,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, RoomContext>,
  policy: Policy,
): void {
  if (type.name === 'Subscription') {
    if (field.subscribe) field.subscribe = guarded(checked(field.subscribe), policy);
    return;
  }
  const resolve = field.resolve ?? defaultFieldResolver;
  if (type.name === 'Mutation') {
    const told = policy.permission ? accounted(resolve, `${room}.${field.name}`) : resolve;
    field.resolve = mutating(guarded(told, policy));
  } else field.resolve = guarded(resolve, policy);
}

const LAZY = /Connection$|^PageInfo$/;

function wrap(schema: GraphQLSchema, definition: AnySubgraph): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      const policy = definition.policies[type.name as 'Query']?.[field.name];
      if (policy) wrapRootField(definition.name, type, field, policy);
      if (field.args.length > 0 && field.resolve) field.resolve = checked(field.resolve);
      // A page makes its edges and counts when asked (kernel/connections.ts); compiled queries call only what is a resolver.
      if (LAZY.test(type.name)) field.resolve ??= defaultFieldResolver;
      if (type.name.endsWith('Payload') && !field.resolve && /^(userErrors|warnings)$/.test(field.name))
        field.resolve = listOrEmpty;
    }
  }
}

/** A room's executable schema: its resolvers behind its policies, with scalars, money and refusals taken care of. */
export function buildRoomSchema(definition: AnySubgraph): { typeDefs: string; schema: GraphQLSchema } {
  const typeDefs = readTypeDefs(definition.folder);
  const document = parse(typeDefs);
  const declared = new Set(
    document.definitions.flatMap((node) => ('name' in node && node.name ? [node.name.value] : [])),
  );
  const common = Object.fromEntries(Object.entries({ ...shared, ...scalars }).filter(([name]) => declared.has(name)));
  const schema = withEntities(
    buildSubgraphSchema({ typeDefs: document, resolvers: { ...common, ...definition.resolvers } }),
  );
  wrap(schema, definition);
  return { typeDefs, schema };
}
