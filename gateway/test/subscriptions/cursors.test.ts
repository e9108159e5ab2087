import { buildSchema, getOperationAST, parse } from 'graphql';
import { beginningOf } from '../../subscriptions/sharing/cursors';

const schema = buildSchema(
  'type Query { a: Int } type Subscription { updates(id: ID, after: String): Int state(id: ID): Int since(cursor: Int): Int }',
);

const beginning = (source: string, variables = {}) => {
  const document = parse(source);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('It has no operation.');
  return beginningOf({ schema, document, definition, variables });
};

it.each([
  ['no cursor argument', 'subscription { state(id: 1) }', {}, 'unknown'],
  ['a cursor argument that is not given', 'subscription { updates(id: 1) }', {}, 'now'],
  ['null', 'subscription { updates(after: null) }', {}, 'now'],
  ['a cursor', 'subscription { updates(after: "c") }', {}, 'at-cursor'],
  ['a cursor of another name', 'subscription { since(cursor: 7) }', {}, 'at-cursor'],
  ['a variable without a value', 'subscription ($c: String) { updates(after: $c) }', {}, 'now'],
  ['a variable that is null', 'subscription ($c: String = "d") { updates(after: $c) }', { c: null }, 'now'],
  ['a variable with a value', 'subscription ($c: String) { updates(after: $c) }', { c: 'x' }, 'at-cursor'],
  ['the default of a variable', 'subscription ($c: String = "d") { updates(after: $c) }', {}, 'at-cursor'],
  ['a default of null', 'subscription ($c: String = null) { updates(after: $c) }', {}, 'now'],
  ['a fragment', 'subscription { ...F } fragment F on Subscription { ... { updates(after: "c") } }', {}, 'at-cursor'],
])('given %s, then %s begins %s', (_what, source, variables, expected) => {
  expect(beginning(source, variables)).toBe(expected);
});
