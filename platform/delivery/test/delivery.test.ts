import { generateKeyPairSync } from 'node:crypto';
import { refusalOf, signDelivery, type Delivery } from '../delivery';

const [own, foreign] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
const trusted = [{ id: '2026', key: own.publicKey }];
const delivery: Delivery = {
  version: '0123456789abcdef',
  release: 7,
  supergraph: 'type Query { me: ID }',
  publishedAt: '2026-01-31T12:00:00.000Z',
};
const signed = signDelivery(delivery, { id: '2026', key: own.privateKey });

test('given what the registry has signed, then it is served', () => {
  expect(refusalOf(signed, trusted)).toBeNull();
});

test.each(Object.entries({ version: 'fedcba9876543210', release: 8, supergraph: '', publishedAt: '2027' }))(
  'given that its %s was altered, then it is refused',
  (part, value) => {
    expect(refusalOf({ ...signed, [part]: value }, trusted)).toMatch('does not fit');
  },
);

test('given a key that is not trusted, also under a trusted name, then it is refused', () => {
  expect(refusalOf(signDelivery(delivery, { id: '2025', key: own.privateKey }), trusted)).toMatch('"2025"');
  expect(refusalOf(signDelivery(delivery, { id: '2026', key: foreign.privateKey }), trusted)).toMatch('does not fit');
});

test.each(['', 'not base64!', 'AAAA'])('given %p for a signature, then it is refused', (signature) => {
  expect(refusalOf({ ...signed, signature }, trusted)).toMatch('does not fit');
});
