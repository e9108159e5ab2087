import { generateKeyPairSync } from 'node:crypto';
import { temporaryFile } from '../../../test/story/files';
import { refusalOf, signDelivery } from '../delivery';
import { newKeyPair, readSigningKeys, readTrustedKeys, trustedText } from '../keys';

const delivery = { version: 'v', release: 1, supergraph: 's', publishedAt: '2026-01-31T12:00:00.000Z' };
const [old, young] = [newKeyPair('2025'), newKeyPair('2026')];

test('given a new pair, then what the one half signs the other trusts', () => {
  const signed = signDelivery(delivery, readSigningKeys(young.signing)[0]!);
  expect(refusalOf(signed, readTrustedKeys(young.trusted))).toBeNull();
});

test('given two keys, then the first signs, and whoever trusts either is served', () => {
  const [first] = readSigningKeys(`${young.signing}, ${old.signing}`);
  expect(first?.id).toBe('2026');
  expect(refusalOf(signDelivery(delivery, first!), readTrustedKeys(`${old.trusted},${young.trusted}`))).toBeNull();
});

test('given a key that signs, then its public half can be told', () => {
  expect(trustedText(readSigningKeys(young.signing)[0]!)).toBe(young.trusted);
});

test('given the 32 bytes of a public key alone, then it is the same key', () => {
  const [id = '', spki = ''] = young.trusted.split(':');
  const raw = Buffer.from(spki, 'base64').subarray(-32).toString('base64');
  const signed = signDelivery(delivery, readSigningKeys(young.signing)[0]!);
  expect(refusalOf(signed, readTrustedKeys(`${id}:${raw}`))).toBeNull();
});

test('given a file, then its lines are the keys', () => {
  const file = temporaryFile('keys', `# for gateways\n${young.trusted}\n\n${old.trusted}\n`);
  expect(readTrustedKeys(file).map(({ id }) => id)).toEqual(['2026', '2025']);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'der', type: 'pkcs8' });

test.each([
  ['a file that is not there', '/nowhere/keys', 'file'],
  ['no base64 of a key', '2026:AAAA', '"2026" is none'],
  ['a public key where a private one is asked for', young.trusted, 'private Ed25519'],
  ['a key of another kind', `rsa:${rsa.toString('base64')}`, '"rsa" is none'],
  ['two keys of one id', `${young.signing},${young.signing}`, 'different ids'],
])('given %s, then it is refused with what to write', (_, text, sentence) => {
  expect(() => readSigningKeys(text)).toThrow(sentence);
});

test('given a key that cannot be read, then the sentence does not repeat it', () => {
  expect(() => readTrustedKeys(young.signing)).toThrow(expect.not.stringContaining(young.signing.slice(10, 30)));
});
