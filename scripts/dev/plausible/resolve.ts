import {
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import { money, toDecimal } from '../../../platform/kernel/money';
import { idOf, typeMeant } from './ids';
import { draw } from './seed';
import { minorFor, textFor, timeFor, wholeFor } from './values';

const SEED = Symbol('what decides the fields of an object');
const ASKED = Symbol('the arguments that led to it');
type Args = Readonly<Record<string, unknown>>;
type Made = { readonly [SEED]?: string; readonly [ASKED]?: Args; readonly [field: string]: unknown };

/** What is answered instead of something plausible: `{ 'Query.keySet': '…' }`. */
export type Fixed = Readonly<Record<string, unknown>>;
type Place = {
  readonly schema: GraphQLSchema;
  readonly owner: string;
  readonly field: string;
  readonly seed: string;
  readonly asked: Args;
  readonly envelope: Envelope;
};

const MOST = 3;
/** What is null while nothing goes wrong, and empty lists. */
const FAILS = /error|warning|problem|cancel|refus|fail|remov|delet|revok|reject|unavailable/i;

/** The arguments, with those of `input` among them. */
const flat = ({ input, ...args }: Args): Args => ({ ...args, ...(input as Args | undefined) });

/** The id that the arguments ask for. */
function askedId({ asked, envelope, owner }: Place, type: string): unknown {
  const named = Object.keys(asked).find((name) => name.endsWith('Id') && typeMeant(name, '') === type);
  if (named !== undefined) return asked[named];
  if (typeof asked.id === 'string') return asked.id;
  return type === 'User' && owner === 'Query' && envelope.identity.kind === 'user' ? envelope.identity.id : undefined;
}

const firstIdField = (type: GraphQLObjectType): string | undefined =>
  Object.values(type.getFields()).find((each) => String(getNullableType(each.type)) === 'ID')?.name;

/** One entity is the same wherever it is met: its id decides its fields. */
function objectOf(type: GraphQLObjectType, place: Place, known: Args = {}): Made {
  const { seed, asked, envelope } = place;
  if (type.name === 'Money')
    return { amount: toDecimal(money(minorFor(seed), envelope.currency)), currencyCode: envelope.currency };
  const isEntity = 'id' in type.getFields();
  const id = known.id ?? (isEntity ? (askedId(place, type.name) ?? idOf(type.name, seed)) : undefined);
  // What a mutation was asked to write is what it answers.
  const isDone = type.name.endsWith('Payload') || place.owner.endsWith('Payload');
  const own = { __typename: type.name, ...(isEntity && { id }), ...known };
  return {
    ...own,
    [SEED]: isEntity ? `${type.name} ${id as string}` : seed,
    [ASKED]: isDone ? asked : {},
  };
}

function pageOf(type: GraphQLObjectType, place: Place): Made {
  const { nodes, edges } = type.getFields();
  const edge = edges && getItem(edges.type);
  const item = nodes ? getItem(nodes.type) : isObjectType(edge) ? edge.getFields().node?.type : undefined;
  const list = item ? listOf(item, { ...place, field: 'nodes' }) : [];
  const cursors = list.map((_, index) => `${index + 1}`);
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: cursors[0], endCursor: cursors.at(-1) };
  const onEdges = list.map((node, index) => ({ [SEED]: `${place.seed} ${index}`, node, cursor: cursors[index] }));
  return { [SEED]: place.seed, nodes: list, edges: onEdges, pageInfo, totalCount: list.length };
}

const getItem = (type: GraphQLOutputType): GraphQLOutputType => {
  const list = getNullableType(type);
  return isListType(list) ? (getNullableType(list.ofType) as GraphQLOutputType) : list;
};

/** Three; one for each id that is asked for; none of what tells of failures. */
function listOf(item: GraphQLOutputType, place: Place): unknown[] {
  const { asked, field, seed } = place;
  const type = getNullableType(item);
  if (FAILS.test(field)) return [];
  if (Array.isArray(asked.ids) && isObjectType(type)) {
    const idField = firstIdField(type) ?? 'id';
    return asked.ids.map((id) => objectOf(type, { ...place, seed: `${type.name} ${id}` }, { [idField]: id }));
  }
  const length = typeof asked.first === 'number' ? Math.min(asked.first, MOST) : MOST;
  const { ids: _ids, id: _id, ...others } = asked;
  return Array.from({ length }, (_, index) => valueOf(item, { ...place, asked: others, seed: `${seed} ${index}` }));
}

function scalarOf(name: string, { owner, field, seed, envelope }: Place): unknown {
  const scalars: Record<string, () => unknown> = {
    ID: () => idOf(typeMeant(field, owner), seed),
    Int: () => wholeFor(field, seed),
    Float: () => draw(seed).whole(10, 50) / 10,
    Boolean: () => draw(seed).whole(0, 1) === 1,
    DateTime: () => timeFor(field, seed),
    Decimal: () => (draw(seed).whole(100, 2_500) / 100).toFixed(2),
    CurrencyCode: () => envelope.currency,
  };
  return (scalars[name] ?? (() => textFor(field, seed)))();
}

function valueOf(type: GraphQLOutputType, place: Place): unknown {
  if (!isNonNullType(type) && FAILS.test(place.field) && !isListType(type)) return null;
  const named = getNullableType(type);
  if (isListType(named)) return listOf(named.ofType, place);
  if (isScalarType(named)) return scalarOf(named.name, place);
  if (isEnumType(named)) return draw(place.seed).pick(named.getValues()).value;
  // Nobody is signed in.
  if (String(type) === 'User' && place.owner === 'Query' && askedId(place, 'User') === undefined) return null;
  if (isObjectType(named)) return named.name.endsWith('Connection') ? pageOf(named, place) : objectOf(named, place);
  return objectOf(draw(place.seed).pick(place.schema.getPossibleTypes(named as never)), place);
}

/** What decides the fields of an object that came from outside: a reference to an entity. */
const seedOf = (source: Made, type: string): string =>
  source[SEED] ?? (typeof source.id === 'string' ? `${type} ${source.id}` : type);

/** Answers any field of any schema: what the object has, what was asked for, else something plausible. */
export const resolvePlausibly =
  (fixed: Fixed): GraphQLFieldResolver<Made | undefined, Envelope> =>
  (source = {}, args, envelope, { parentType, fieldName: field, returnType, schema }) => {
    const owner = parentType.name;
    const found = fixed[`${owner}.${field}`] ?? source[field];
    if (found !== undefined) return found;
    const asked = { ...source[ASKED], ...flat(args) };
    const echoed = source[ASKED]?.[field];
    if (typeof echoed === 'string' || typeof echoed === 'number') return echoed;
    const { after: _after, first: _first, ...meant } = args;
    const more = Object.keys(meant).length > 0 ? ` ${JSON.stringify(meant)}` : '';
    return valueOf(returnType, {
      schema,
      owner,
      field,
      seed: `${seedOf(source, owner)}.${field}${more}`,
      asked,
      envelope,
    });
  };
