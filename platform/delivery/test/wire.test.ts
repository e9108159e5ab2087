import { newKeyPair, readSigningKeys } from '../keys';
import { signDelivery } from '../delivery';
import { etagOf, LONGEST_CLIENT, MOST_USES, readDelivery, readUsage, WireError } from '../wire';

const delivery = { version: '0123456789abcdef', release: 7, supergraph: 'type Query { me: ID }', publishedAt: 'then' };
const signed = signDelivery(delivery, readSigningKeys(newKeyPair('2026').signing)[0]!);

test('given what the service sends, then it is read as it was signed, and nothing beside it', () => {
  expect(readDelivery(JSON.stringify({ ...signed, more: 1 }))).toEqual(signed);
});

test('an ETag tells a release and its version', () => {
  expect(etagOf(signed)).toBe('"7-0123456789abcdef"');
});

test.each([
  '',
  '<html>',
  'null',
  '[]',
  '{}',
  JSON.stringify({ ...signed, release: '7' }),
  JSON.stringify({ ...signed, release: 0 }),
  JSON.stringify({ ...signed, supergraph: '' }),
  JSON.stringify({ ...signed, key: {} }),
  JSON.stringify({ ...signed, signature: 'A'.repeat(101) }),
])('given %p, then it is no delivery', (text) => {
  expect(() => readDelivery(text)).toThrow(WireError);
});

const use = { coordinate: 'Query.me', client: 'storefront', clientVersion: '1.2', count: 3 };
const batch = { id: 'batch-1', day: '2026-01-31', uses: [use, { ...use, coordinate: 'Query.node(id:)', client: '' }] };

test('given what a gateway counts, then it is read, and nothing beside it', () => {
  expect(readUsage({ ...batch, more: 1, uses: batch.uses.map((each) => ({ ...each, value: 'secret' })) })).toEqual(
    batch,
  );
});

test.each([
  ['no object', null, 'id'],
  ['no id', { ...batch, id: '' }, 'id'],
  ['an id with a NUL', { ...batch, id: 'a\0' }, 'id'],
  ['no day', { ...batch, day: '2026-1-31' }, 'day'],
  ['a day that never comes', { ...batch, day: '2026-13-01' }, 'day'],
  ['no list', { ...batch, uses: {} }, 'list'],
  ['too long a list', { ...batch, uses: Array.from({ length: MOST_USES + 1 }, () => use) }, String(MOST_USES)],
  ['no coordinate', { ...batch, uses: [{ ...use, coordinate: 'me' }] }, 'uses[0]'],
  ['a value beside an argument', { ...batch, uses: [use, { ...use, coordinate: 'Query.a(id: 1)' }] }, 'uses[1]'],
  ['too long a name', { ...batch, uses: [{ ...use, client: 'x'.repeat(LONGEST_CLIENT + 1) }] }, 'client'],
  ['a count of nothing', { ...batch, uses: [{ ...use, count: 0 }] }, 'count'],
  ['a half of a count', { ...batch, uses: [{ ...use, count: 0.5 }] }, 'count'],
])('given %s, then a batch is refused with the reason', (_, value, sentence) => {
  expect(() => readUsage(value)).toThrow(sentence);
});
