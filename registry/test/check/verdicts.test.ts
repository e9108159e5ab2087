import { check } from '../../check';
import { emptyStore, forget, graph, published, type Story } from './story';

afterAll(forget);

const SHOP = `
type Query { product(id: ID!, locale: String = "en"): Product  search(text: String, filter: ProductFilter, sort: Sort): [Result!]!  nodes: [Node!]! }
type Mutation { placeOrder(input: PlaceOrderInput!): Order }
interface Node { id: ID! }
type Product implements Node @key(fields: "id") { id: ID!  name: String!  slug: String  status: Status!  price: Int  secret: String @tag(name: "staff") }
type Article implements Node { id: ID!  title: String!  kind: Kind }
type Order { id: ID!  note: String  status: Status! }
union Result = Product | Article
enum Status { ACTIVE SOLD_OUT GONE }
enum Kind { NEWS GUIDE }
enum Sort { NAME PRICE }
input ProductFilter { text: String  sku: ID! = "x"  status: Status  max: Int  unused: String }
input PlaceOrderInput { cart: ID!  note: String = "none"  unused: Int }
`;
const OTHER = `
type Query { me: User }
type User @key(fields: "id") { id: ID!  email: String!  product: Product }
type Product @key(fields: "id") { id: ID!  owner: User }
`;
const live = { shop: SHOP, users: OTHER };
const operations = {
  ProductPage: 'query ProductPage { product(id: "1") { id name status } }',
  Search:
    'query Search($filter: ProductFilter) { search(text: "x", filter: $filter, sort: PRICE) { ... on Product { id } ... on Article { kind } } }',
  PlaceOrder: 'mutation PlaceOrder { placeOrder(input: { cart: "1" }) { id status } }',
  Me: 'query Me { me { id product { id owner { id } } } }',
};
const settings = 'contracts: { storefront: { exclude: [staff] } }\n';

/** One change of the shop's schema, as a text for another. */
type Case = readonly [what: string, from: string, to: string, exit: number, code: string, severity: string];

const cases: readonly Case[] = [
  // Safe
  ['a field is added', 'slug: String ', 'slug: String  brand: String ', 0, 'FIELD_ADDED', 'notice'],
  ['a type is added', 'type Order {', 'type Brand { id: ID! }\ntype Order { brand: Brand ', 0, 'TYPE_ADDED', 'notice'],
  [
    'a field is deprecated',
    'slug: String ',
    'slug: String @deprecated(reason: "Use id. Removed after 2027-01-31.") ',
    0,
    'FIELD_DEPRECATION_ADDED',
    'notice',
  ],
  ['a field can no longer be null', 'slug: String ', 'slug: String! ', 0, 'FIELD_TYPE_CHANGED', 'notice'],
  [
    'an input field is added that may be left out',
    'unused: Int',
    'unused: Int  extra: Int',
    0,
    'INPUT_FIELD_ADDED',
    'notice',
  ],
  [
    'an argument may be left out now',
    'product(id: ID!,',
    'product(id: ID,',
    0,
    'FIELD_ARGUMENT_TYPE_CHANGED',
    'notice',
  ],
  // Dangerous
  ['an enum value is added', 'GONE }', 'GONE NEW }', 0, 'ENUM_VALUE_ADDED', 'warning'],
  [
    'an argument is added that may be left out',
    'product(id: ID!,',
    'product(id: ID!, draft: Boolean,',
    0,
    'FIELD_ARGUMENT_ADDED',
    'warning',
  ],
  [
    'a member is added to a union',
    'Product | Article',
    'Product | Article | Order',
    0,
    'UNION_MEMBER_ADDED',
    'warning',
  ],
  // Breaking, and nobody is touched
  ['a field goes that nobody uses', 'slug: String ', '', 0, 'FIELD_REMOVED', 'warning'],
  ['an argument goes that nobody gives', ', locale: String = "en"', '', 0, 'FIELD_ARGUMENT_REMOVED', 'warning'],
  ['a field that nobody uses changes its type', 'price: Int ', 'price: String ', 0, 'FIELD_TYPE_CHANGED', 'warning'],
  ['an enum value goes that nobody gives', 'NAME PRICE', 'PRICE', 0, 'ENUM_VALUE_REMOVED', 'warning'],
  ['an input field goes that nobody gives', '  unused: Int', '', 0, 'INPUT_FIELD_REMOVED', 'warning'],
  // Breaking, in use, though the operations still validate
  ['a field that is used may be null now', 'name: String!', 'name: String', 1, 'FIELD_TYPE_CHANGED', 'error'],
  [
    'an enum value goes that may come back',
    'ACTIVE SOLD_OUT GONE',
    'ACTIVE SOLD_OUT',
    1,
    'ENUM_VALUE_REMOVED',
    'error',
  ],
  ['an input field goes that a variable may hold', '  unused: String', '', 1, 'INPUT_FIELD_REMOVED', 'error'],
  ['a variable must hold a new input field', 'max: Int ', 'max: Int  shop: ID! ', 1, 'INPUT_FIELD_ADDED', 'error'],
  [
    'the default of an argument changes that is left out',
    'locale: String = "en"',
    'locale: String = "de"',
    1,
    'FIELD_ARGUMENT_DEFAULT_CHANGED',
    'error',
  ],
  ['an input type is called otherwise', 'PlaceOrderInput', 'OrderInput', 1, 'TYPE_REMOVED', 'error'],
  [
    'what has a default must be given now',
    'note: String = "none"',
    'note: String!',
    4,
    'INPUT_FIELD_TYPE_CHANGED',
    'error',
  ],
  [
    'a variable must hold what had a default',
    'sku: ID! = "x"',
    'sku: ID!',
    1,
    'INPUT_FIELD_DEFAULT_VALUE_CHANGED',
    'error',
  ],
  // An operation no longer validates
  ['a field goes that is used', 'name: String!', '', 4, 'FIELD_REMOVED', 'error'],
  ['a field that is used becomes hidden', 'name: String!', 'name: String! @inaccessible', 4, 'FIELD_REMOVED', 'error'],
  [
    'an argument must be given now',
    'product(id: ID!,',
    'product(id: ID!, shop: ID!,',
    4,
    'FIELD_ARGUMENT_ADDED',
    'error',
  ],
  ['a literal must hold a new input field', 'cart: ID! ', 'cart: ID!  address: ID! ', 4, 'INPUT_FIELD_ADDED', 'error'],
  ['an argument goes that is given', 'text: String, filter', 'filter', 4, 'FIELD_ARGUMENT_REMOVED', 'error'],
  ['a member goes that is asked for', 'Product | Article', 'Product', 4, 'UNION_MEMBER_REMOVED', 'error'],
  ['an enum value goes that is given', 'NAME PRICE', 'NAME', 4, 'ENUM_VALUE_REMOVED', 'error'],
  ['a leaf becomes an object', 'status: Status! }\nunion', 'status: Order! }\nunion', 4, 'FIELD_TYPE_CHANGED', 'error'],
  // It does not compose
  ['a type is not there', 'note: String  status', 'note: Nowhere  status', 2, 'INVALID_GRAPHQL', 'error'],
  [
    'a key goes that another subgraph needs',
    'Product implements Node @key(fields: "id")',
    'Product implements Node @key(fields: "slug")',
    2,
    'INVALID_FIELD_SHARING',
    'error',
  ],
  ['two subgraphs answer one field', 'slug: String ', 'slug: String  owner: Order ', 2, 'FIELD_TYPE_MISMATCH', 'error'],
  ['it is no SDL', 'type Order {', 'typ Order {', 2, 'NOT_SDL', 'error'],
];

let shop: Promise<Story>;
beforeAll(() => {
  shop = published(live, { operations, settings });
});

test.each(cases)('given that %s, then the verdict is as expected', async (_, from, to, exit, code, severity) => {
  const { hold } = await shop;
  expect(SHOP).toContain(from);

  const checked = await hold({ ...live, shop: SHOP.replaceAll(from, to) });

  expect(checked.findings).toContainEqual(expect.objectContaining({ code, severity }));
  expect(checked.exit).toBe(exit);
});

test('given a change that breaks a client, then the finding says file, line, operation, client, contract and what to do', async () => {
  const { hold } = await published(live, { operations, settings });
  const { findings } = await hold({ ...live, shop: SHOP.replace('name: String!', '') });
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'OPERATION',
      severity: 'error',
      coordinate: 'Product.name',
      place: { file: 'shop.graphql', line: 6, column: 6 },
      contract: 'public, storefront',
      hits: [{ client: 'storefront', version: '1.0', operation: 'ProductPage' }],
      change: 'FIELD_REMOVED Product.name',
      subgraph: 'shop',
      remedy: expect.stringContaining('Removed after 2027-01-19'),
    }),
  );
});

test('given nothing published, then all is a first release', async () => {
  const checked = await check({ subgraphs: graph(live) }, await emptyStore(), new Date());
  expect(checked.findings[0]).toMatchObject({ code: 'FIRST_RELEASE' });
  expect(checked).toMatchObject({ against: 0, supergraph: expect.stringContaining('join__Graph') });
});

test('given operations of the repository itself, then they are checked at the first release as at any other', async () => {
  const [fits, unfit] = ['{ me { id } }', '{ me { gone } }'].map((body, index) => ({
    id: `${index}`,
    name: `Op${index}`,
    body,
  }));
  const manifests = [
    { client: 'app', version: 'unreleased', operations: [fits!, unfit!, { id: '2', name: 'Op2', body: '{' }] },
  ];
  const { findings } = await check({ subgraphs: graph(live), operations: manifests }, await emptyStore(), new Date());
  expect(findings.filter(({ kind }) => kind === 'OPERATION')).toEqual([
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringContaining('Op1 does not validate: Cannot query field "gone"'),
    }),
    expect.objectContaining({
      code: 'OPERATION_UNREADABLE',
      hits: [{ client: 'app', version: 'unreleased', operation: 'Op2' }],
    }),
  ]);
});

test('given the same graph, then there is nothing to say', async () => {
  const { hold } = await published(live, { operations, settings });
  expect(await hold(live)).toMatchObject({ findings: [], changes: [], exit: 0, against: 1 });
});

test('given no operations and no traffic, then every breaking change counts as used', async () => {
  const { hold } = await published(live);
  const { findings, exit } = await hold({ ...live, shop: SHOP.replace('slug: String ', '') });
  expect(exit).toBe(1);
  expect(findings).toContainEqual(
    expect.objectContaining({ kind: 'BREAKING', message: expect.stringContaining('so it counts as used') }),
  );
});

test('given traffic alone, then it says who calls what goes, and since when nobody calls what does not', async () => {
  const { hold } = await published(live, { calls: { 'Query.product': 9, 'Product.slug': 7 } });
  const used = await hold({ ...live, shop: SHOP.replace('slug: String ', '') });
  expect(used.exit).toBe(1);
  expect(used.findings).toContainEqual(
    expect.objectContaining({ kind: 'BREAKING', hits: [{ client: 'app', version: '2.0', calls: 7 }] }),
  );
  const unused = await hold({ ...live, shop: SHOP.replace('price: Int ', '') });
  expect(unused.exit).toBe(0);
  expect(unused.findings).toContainEqual(
    expect.objectContaining({ severity: 'warning', message: expect.stringContaining('no call since 2026-11-19') }),
  );
});

test('given a field that a contract loses and the API keeps, then it is told of the contract alone', async () => {
  const { hold } = await published(live, { operations, settings });
  const { findings, exit } = await hold({
    ...live,
    shop: SHOP.replace('name: String!', 'name: String! @tag(name: "staff")'),
  });
  expect(exit).toBe(4);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'FIELD_REMOVED', contract: 'storefront' }));
});

test('given a contract that becomes empty, then it is an error, and one that was empty before is a warning', async () => {
  const staff = (sdl: string) => sdl.replaceAll(/type Query \{/g, 'type Query @tag(name: "staff") {');
  const hidden = { shop: staff(SHOP), users: staff(OTHER) };
  const contract = expect.objectContaining({ code: 'CONTRACT_EMPTY', severity: 'error' });
  const becomes = await (await published(live, { settings })).hold(hidden);
  expect(becomes.findings).toContainEqual(contract);
  expect(becomes.exit).toBe(2);
  const was = await (
    await published(hidden, { settings })
  ).hold({ ...hidden, shop: hidden.shop.replace('slug: String ', 'slug: String  x: Int ') });
  expect(was.findings).not.toContainEqual(contract);
  expect(was.exit).toBe(0);
});

test('given a mutation that goes, then a contract tells of it, and not of what nothing leads to any more', async () => {
  const { hold } = await published(live, { operations, settings });
  const { findings, exit } = await hold({ ...live, shop: SHOP.replace(/type Mutation.*\n/, '') });
  expect(exit).toBe(4);
  expect(findings.filter(({ contract }) => contract === 'storefront')).toEqual([]);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ change }) => change)).toEqual([
    'SCHEMA_MUTATION_TYPE_CHANGED',
    'TYPE_REMOVED Mutation',
  ]);
});

test('given an operation that was broken already, then it is a warning', async () => {
  const { hold } = await published(live, { operations: { Old: '{ product(id: "1") { gone } }', ...operations } });
  const { findings, exit } = await hold({ ...live, shop: SHOP.replace('slug: String ', '') });
  expect(exit).toBe(0);
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'OPERATION_BROKEN_BEFORE',
      severity: 'warning',
      message: expect.stringContaining('was broken before'),
    }),
  );
});

test('given a field that moves to another subgraph, then the operation that takes one more fetch is named', async () => {
  const { hold } = await published(live, { operations });
  const moved = {
    shop: SHOP,
    users: OTHER.replace('owner: User }', 'owner: User  name: String! @override(from: "shop") }'),
  };
  const { findings, exit } = await hold(moved);
  expect(exit).toBe(0);
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'COST',
      severity: 'warning',
      message: 'The operation ProductPage takes 2 fetches where it took 1.',
    }),
  );
});
