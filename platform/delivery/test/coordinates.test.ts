import { buildSchema, parse } from 'graphql';
import { coordinatesOf } from '../coordinates';

const schema = buildSchema(`
  type Query { orders(first: Int, filter: Filter, sort: Sort): [Order!]! node(id: ID!): Node }
  interface Node { id: ID! }
  type Order implements Node { id: ID! total: Int lines(first: Int): [ID!]! }
  input Filter { status: Status, and: Filter, price: Range }
  input Range { min: Int, max: Int }
  enum Status { OPEN PAID }
  enum Sort { NEWEST OLDEST }
`);
const used = (source: string) => [...coordinatesOf(schema, parse(source))].toSorted();

test('given fields with arguments, then both are used, on the type that they are asked of', () => {
  expect(
    used(
      '{ orders(first: 1) { id __typename } node(id: 1) { id ... on Order { total } } __schema { types { name } } }',
    ),
  ).toEqual([
    'Node.id',
    'Order.id',
    'Order.total',
    'Query.node',
    'Query.node(id:)',
    'Query.orders',
    'Query.orders(first:)',
  ]);
});

test('given fields in a fragment, then they are used', () => {
  expect(used('{ orders { ...F } } fragment F on Order { lines(first: 2) }')).toEqual([
    'Order.lines',
    'Order.lines(first:)',
    'Query.orders',
  ]);
});

test('given a value that is written down, then what is in it is used, and nothing else', () => {
  expect(used('{ orders(filter: { status: OPEN, and: { price: { min: 1 } } }, sort: NEWEST) { id } }')).toEqual([
    'Filter.and',
    'Filter.price',
    'Filter.status',
    'Order.id',
    'Query.orders',
    'Query.orders(filter:)',
    'Query.orders(sort:)',
    'Range.min',
    'Sort.NEWEST',
    'Status.OPEN',
  ]);
});

test('given a variable, then whatever it may hold is used', () => {
  expect(used('query Q($filter: Filter) { orders(filter: $filter) { id } }')).toEqual([
    'Filter.and',
    'Filter.price',
    'Filter.status',
    'Order.id',
    'Query.orders',
    'Query.orders(filter:)',
    'Range.max',
    'Range.min',
    'Status.OPEN',
    'Status.PAID',
  ]);
});

test('given what the schema does not have, then it is left out', () => {
  expect(used('{ nothing(x: 1) { id } orders(last: 1, sort: BEST) @include(if: true) { price } }')).toEqual([
    'Query.orders',
    'Query.orders(sort:)',
  ]);
});
