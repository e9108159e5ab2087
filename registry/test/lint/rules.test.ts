import { parse, Source } from 'graphql';
import { lintSubgraphs } from '../../lint/lint';
import { RULES, type RuleName } from '../../lint/names';
import { DEFAULTS, readSettings, type Settings } from '../../proposal/settings';

const subgraph = (sdl: string, name = 'shop') => ({
  name,
  file: `${name}.graphql`,
  document: parse(new Source(sdl, `${name}.graphql`)),
});

const only = (rule: RuleName): Settings => ({
  ...DEFAULTS,
  policies: 'directives',
  lint: Object.fromEntries(
    RULES.map((name) => [name, { severity: name === rule ? 'error' : 'off', except: [] }]),
  ) as unknown as Settings['lint'],
});

/** What one rule says of a schema. */
function said(rule: RuleName, sdl: string, ...others: string[]): readonly string[] {
  const all = [sdl, ...others].map((each, index) => subgraph(each, `shop${index}`));
  return lintSubgraphs(all.slice(0, 1), all, only(rule)).map(({ message }) => message);
}

test.each<readonly [RuleName, string, string]>([
  ['naming', 'type order { id: ID }', 'order is not in PascalCase.'],
  ['naming', 'type Order { Number: ID }', 'Order.Number is not in camelCase.'],
  ['naming', 'type Order { lines(First: Int): ID }', 'Order.lines(First:) is not in camelCase.'],
  ['naming', 'enum Status { paid }', 'Status.paid is not in SCREAMING_CASE.'],
  ['naming', 'input Address { city: String }', 'The input Address does not say that it is one.'],
  ['described', '"An order." type Order { id: ID }', 'Order.id has no description.'],
  [
    'described',
    '"An order." type Order { "Its name." id("Which." of: Int, by: Int): ID }',
    'Order.id(by:) has no description.',
  ],
  ['described', '"Where it stands." enum Status { PAID }', 'Status.PAID has no description.'],
  ['described', 'scalar Decimal', 'Decimal has no description.'],
  [
    'connections',
    'type OrderConnection { nodes: [ID] }',
    'The connection OrderConnection has no edges and no pageInfo.',
  ],
  [
    'connections',
    'type User { orders(first: Int): OrderConnection }',
    'User.orders answers a connection and takes no page.',
  ],
  [
    'mutations',
    'type Mutation { pay(id: ID!): PayPayload! } type PayPayload { userErrors: [ID!]! }',
    'Mutation.pay takes something else than one input.',
  ],
  [
    'mutations',
    'type Mutation { pay(input: PayInput): PayPayload! } type PayPayload { userErrors: [ID!]! }',
    'Mutation.pay takes an input that may be null.',
  ],
  [
    'mutations',
    'type Mutation { pay(input: PayInput!): Boolean }',
    'Mutation.pay answers Boolean, which is no payload.',
  ],
  [
    'mutations',
    'type Mutation { pay(input: PayInput!): PayPayload } type PayPayload { id: ID }',
    'Mutation.pay answers PayPayload, which has no userErrors.',
  ],
  [
    'mutations',
    'schema { mutation: Acts } type Acts { pay: Boolean }',
    'Acts.pay takes something else than one input.',
  ],
  ['deprecations', 'type Order { id: ID @deprecated }', 'Order.id is deprecated without a reason.'],
  [
    'deprecations',
    'type Order { id: ID @deprecated(reason: "Use number.") }',
    'Order.id is deprecated without a date.',
  ],
  [
    'deprecations',
    'type Order { id: ID @deprecated(reason: "Until 2026-19-39.") }',
    'Order.id is deprecated without a date.',
  ],
  ['policies', 'type Query { orders: ID }', 'Nobody says who may call Query.orders.'],
  ['policies', 'extend type Subscription { ordered: ID }', 'Nobody says who may call Subscription.ordered.'],
  ['money', 'type Order { totalPrice: Float! }', 'Order.totalPrice is money in a Float.'],
  ['money', 'input PayInput { amount: Float }', 'PayInput.amount is money in a Float.'],
])('given the rule of %s and %j, then it is told', (rule, sdl, message) => {
  expect(said(rule, sdl)).toContain(message);
});

test.each<readonly [RuleName, string]>([
  [
    'naming',
    'type Order { id: ID, line2: ID, _x: ID } enum Status { PAID SOLD_OUT } input OrderFilter { id: ID } input PayInput { id: ID }',
  ],
  ['described', 'type Query { "One." order("Which." id: ID!): ID }'],
  [
    'connections',
    'type User { orders(first: Int, after: String): OrderConnection } type OrderConnection { edges: [ID], pageInfo: ID }',
  ],
  [
    'connections',
    'type User { orders(last: Int, before: String): OrderConnection, connection: Connection } type Connection { id: ID }',
  ],
  ['mutations', 'type Mutation { pay(input: PayInput!): PayPayload! } type PayPayload { userErrors: [Oops!]! }'],
  ['deprecations', 'type Order { id: ID @deprecated(reason: "Use number. Removed after 2027-01-31.") }'],
  ['policies', 'type Query { orders: ID @authenticated, mine: ID @federation__policy(policies: []), _service: ID }'],
  ['money', 'type Order { rating: Float, totalCount: Int, price: Decimal, latitude: Float }'],
])('given the rule of %s and %j, then there is nothing to say', (rule, sdl) => {
  expect(said(rule, sdl)).toEqual([]);
});

test('given an element that another subgraph describes, then it is described', () => {
  expect(
    said('described', 'type Order @key(fields: "id") { id: ID }', '"An order." type Order { "Its name." id: ID }'),
  ).toEqual([]);
});

test('given a graph whose policies stand elsewhere, and nothing is said of them, then it is a warning', () => {
  const all = [subgraph('type Query { orders: ID }')];
  const settings = { ...only('policies'), policies: undefined };
  expect(lintSubgraphs(all, all, settings)).toEqual([expect.objectContaining({ severity: 'warning' })]);
});

test('given rooms that declare their policies, then those count, and a room that declares none for a field is told of', () => {
  const all = [subgraph('type Query { orders: ID, order: ID }')];
  const known = (name: string, root: string, field: string) =>
    name === 'shop' && root === 'Query' && field === 'orders';
  expect(lintSubgraphs(all, all, only('policies'), known).map(({ message, remedy }) => [message, remedy])).toEqual([
    ['Nobody says who may call Query.order.', 'Declare its policy in the policies.ts of shop.'],
  ]);
});

test('given settings, then a rule is off, warns, or leaves an element alone', () => {
  const all = [subgraph('type order { Number: Float, price: Float }')];
  const settings = readSettings(
    'lint: { described: off, naming: warning, money: { except: [order.price] } }',
    'registry.yaml',
  );
  expect(lintSubgraphs(all, all, settings).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'lint/naming warning',
    'lint/naming warning',
  ]);
});

test.each([
  ['lint: { spelling: off }', 'registry.yaml: lint knows naming, described'],
  ['lint: { money: sometimes }', 'the rule money must be error, warning or off'],
  ['contracts: { public: { exclude: [a] } }', 'must have another name'],
  ['contracts: { shop: {} }', 'must include or exclude tags'],
  ['contracts: { shop: { exclude: staff } }', 'exclude must be a list of names'],
  ['policies: everywhere', 'policies must be directives or rooms'],
  ['manifests: { shop: 1 }', 'the manifest of shop must be a file'],
  ['contract: 1', 'and no contract'],
  ['- 1', 'must hold fields'],
  ['a: [', 'registry.yaml:1 is no YAML'],
])('given the settings %j, then they are refused with a sentence', (text, sentence) => {
  expect(() => readSettings(text, 'registry.yaml')).toThrow(sentence);
});
