import type { Identity } from '../../../platform/identity/identity';
import { readCostLimits } from '../../protection/demand/limits';
import { contextOf, startWorld, type RoomOf, type World } from './world';

const products = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `${n}`, tags: ['a', 'b'] }));
const shop: RoomOf = {
  typeDefs: `
    interface Thing { id: ID! dear: Int free: Free }
    type Free @cost(weight: 0) { id: ID }
    type Dear @cost(weight: 7) { id: ID code: Code }
    scalar Code @cost(weight: 2)
    enum Shade @cost(weight: 3) { dark }
    type Product implements Thing @key(fields: "id") { id: ID! dear: Int @cost(weight: 4) free: Free tags: [Tag] names: [String] }
    type Tag { id: ID }
    type Page { nodes: [Product!] edges: [Edge!] total: Int }
    type Edge { node: Product! }
    input Filter { text: String @cost(weight: 5) deep: Filter }
    type Query {
      product: Product
      products(first: Int = 10, last: Int): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
      assumed: [Product] @listSize(assumedSize: 30)
      unknown: [Product]
      things: [Thing] @listSize(assumedSize: 2)
      dear: Dear
      weighted: Product @cost(weight: 20)
      filtered(filter: Filter, filters: [Filter!], mark: Int @cost(weight: 9)): Product
      shade: Shade
    }
    type Mutation { touch: Product }`,
  resolvers: {
    Query: {
      products: (_: unknown, { first }: { first: number }) => ({ nodes: products(Math.min(first, 3)), total: 3 }),
      unknown: () => products(2),
      assumed: () => null,
      product: () => products(1)[0],
    },
    Product: { tags: ({ tags }: { tags: string[] }) => tags.map((id) => ({ id })) },
  },
};

let world: World;
beforeAll(async () => void (world = await startWorld({ shop })));

const costOf = async (query: string, variables: Record<string, unknown> = {}, given = world) =>
  (await given.ask(query, { tellsCost: true }, variables)).extensions?.cost as
    { requested: number; actual: number; throttle: unknown } | undefined;

describe('what an operation is expected to cost', () => {
  it.each([
    ['{ product { id } }', 1],
    ['{ __typename }', 0],
    ['mutation { touch { id } }', 11],
    ['{ product { dear } }', 5],
    ['{ product { free { id } } }', 1],
    ['{ dear { id code } }', 9],
    ['{ weighted { id } }', 20],
    ['{ shade }', 3],
    ['{ assumed { id } }', 30],
    ['{ unknown { id } }', 5],
    ['{ unknown { tags { id } names } }', 5 * (1 + 5)],
    ['{ things { dear } }', 2 * (1 + 4)],
    ['{ products { total } }', 1],
    ['{ products { nodes { id } } }', 1 + 10],
    ['{ products(first: 3) { nodes { tags { id } } edges { node { id } } } }', 1 + 3 * 6 + 3 * 2],
    ['{ products(first: 3, last: 7) { nodes { id } } }', 1 + 7],
    ['{ products(first: -3) { nodes { id } } }', 1],
    ['{ products(first: 3) { ...f } } fragment f on Page { ... { nodes { id } } }', 1 + 3],
    ['{ product { id } product { tags { id } } }', 1 + 1 + 5],
    ['{ filtered(filter: { text: "a" }) { id } }', 1 + 1 + 5],
    ['{ filtered(filter: { deep: { deep: {} } }, mark: 1) { id } }', 1 + 3 + 9],
    ['{ filtered(filters: [{}, { text: "a" }]) { id } }', 1 + 1 + 6],
    ['{ product { tags @skip(if: true) { id } } }', 1],
  ])('%s: %d', async (query, cost) => expect((await costOf(query))?.requested).toBe(cost));

  it('given variables, then they and their defaults count', async () => {
    const query =
      'query ($n: Int = 4, $yes: Boolean = false) { products(first: $n) { nodes @include(if: $yes) { id } edges { node { id } } } }';
    expect((await costOf(query))?.requested).toBe(1 + 4 * 2);
    expect((await costOf(query, { n: 2, yes: true }))?.requested).toBe(1 + 2 + 2 * 2);
    const filter = 'query ($f: Filter) { filtered(filter: $f) { id } }';
    expect((await costOf(filter, { f: { deep: { text: 'a' } } }))?.requested).toBe(1 + 1 + 6);
  });
});

describe('what an answer cost', () => {
  it.each([
    ['{ products(first: 50) { nodes { id tags { id } } total } }', 1 + 50 * 6, 1 + 3 * 3],
    ['{ assumed { id } }', 30, 0],
    ['{ unknown { id } u: unknown { tags { id } } }', 5 + 5 * 6, 2 + 2 * 3],
    ['{ product { tags { id } } ...f } fragment f on Query { product { tags { id } } }', 12, 3],
  ])('%s: %d, and then %d', async (query, requested, actual) => {
    expect(await costOf(query)).toEqual({ requested, actual, throttle: null });
  });

  it('given nobody asks, then it is not told', async () => {
    expect(await world.ask('{ product { id } }')).toEqual({ data: { product: { id: '0' } } });
  });
});

describe('limits', () => {
  const rules = readCostLimits('guest=10, user=20,staff=30,other.guest=5');
  const as = (identity: Identity, tenant = 'demo') => ({ ...contextOf({ identity }).envelope, tenant });

  it('given people and tenants, then each has a limit', () => {
    expect(rules(as({ kind: 'guest' }))).toBe(10);
    expect(rules(as({ kind: 'guest' }, 'other'))).toBe(5);
    expect(rules(as({ kind: 'user', id: 'usr_1', roles: ['BUYER'] }, 'other'))).toBe(20);
    expect(rules(as({ kind: 'user', id: 'usr_1', roles: ['BUYER', 'STAFF'] }))).toBe(30);
    expect(readCostLimits('off')(as({ kind: 'guest' }))).toBe(Infinity);
    expect(() => readCostLimits('everybody=5')).toThrow(/^must be like/);
  });

  it('given more than that, then LIMIT_EXCEEDED with both numbers, and no room is asked', async () => {
    const strict = await startWorld({ shop }, { protection: { costs: rules } });
    expect((await strict.ask('{ products(first: 9) { nodes { id } } }')).errors).toBeUndefined();
    strict.asked();
    const { errors, data } = await strict.ask('{ products(first: 10) { nodes { id } } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toEqual({
      code: 'LIMIT_EXCEEDED',
      limit: 'cost',
      cost: { requested: 11, limit: 10 },
    });
    expect(strict.asked()).toBe('');
  });
});
