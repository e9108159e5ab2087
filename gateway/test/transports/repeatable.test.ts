import { parse } from 'graphql';
import { contextOf } from '../protection/world';
import { isRepeatable } from '../../transports/repeatable';

const { envelope } = contextOf();
const asked = (query: string, variables?: Record<string, unknown>) => isRepeatable({ query, variables, envelope });
// Jest takes a last parameter that a row does not fill for a callback, and waits for it.
type Row = [what: string, query: string, variables?: Record<string, unknown>];
const KEYED = { input: { cartId: 'c', idempotencyKey: 'k' } };

describe('what may be sent again', () => {
  it.each<Row>([
    ['a query', '{ a }'],
    ['a mutation with a key in its input', 'mutation ($input: I!) { place(input: $input) { a } }', KEYED],
    ['one with a key beside it', 'mutation ($key: String!) { lend(idempotencyKey: $key) { a } }', { key: 'k' }],
    [
      'one with a key as an input of its own',
      'mutation ($key: String!) { place(input: { idempotencyKey: $key }) }',
      { key: 'k' },
    ],
    ['one that is written out', 'mutation { place(input: { idempotencyKey: "k" }) { a } }'],
  ])('is %s', (...[, query, variables]: Row) => {
    expect(asked(query, variables)).toBe(true);
  });

  it.each<Row>([
    ['a mutation without a key', 'mutation ($input: I!) { cancel(input: $input) { a } }', { input: { orderId: 'o' } }],
    ['one without variables', 'mutation ($input: I!) { place(input: $input) { a } }'],
    [
      'one whose key is null',
      'mutation ($input: I) { claim(input: $input) { a } }',
      { input: { idempotencyKey: null } },
    ],
    ['one whose key is empty', 'mutation { place(input: { idempotencyKey: "" }) { a } }'],
    [
      'one of whose fields has none',
      'mutation ($input: I!) { place(input: $input) { a } cancel(id: "o") { a } }',
      KEYED,
    ],
    ['one with a text that is called otherwise', 'mutation { place(note: "k") { a } }'],
    ['a subscription', 'subscription { a }'],
  ])('is not %s', (...[, query, variables]: Row) => {
    expect(asked(query, variables)).toBe(false);
  });

  it('is told by the document, where it is at hand', () => {
    expect(isRepeatable({ query: 'not read', document: parse('{ a }'), envelope })).toBe(true);
  });
});
