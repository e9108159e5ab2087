import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SigningKey } from './delivery';

// Settings that hold keys. Reading throws the end of the sentence "NAME … " when they cannot be.

const ENTRY = /^([\w.-]{1,64}):([A-Za-z0-9+/_=-]+)$/;

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('#'));

/** Keys as they stand in the setting, or in the file that it names. */
function entriesOf(text: string): string[] {
  const lines = linesOf(text);
  if (lines.some((line) => ENTRY.test(line))) return lines;
  try {
    return linesOf(readFileSync(text, 'utf8'));
  } catch (error) {
    throw new Error('must look like id:base64, or name a file with such lines that can be read', { cause: error });
  }
}

type Kind = { readonly what: string; readonly make: (der: Buffer) => KeyObject };

/** What stands before the 32 bytes of a key. (RFC 8410, section 10.1) */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const asSpki = (key: Buffer): Buffer => (key.length === 32 ? Buffer.concat([SPKI, key]) : key);

const PRIVATE: Kind = {
  what: 'a private Ed25519 key (PKCS8)',
  make: (key) => createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
};
const PUBLIC: Kind = {
  what: 'a public Ed25519 key (SPKI, or its 32 bytes)',
  make: (key) => createPublicKey({ key: asSpki(key), format: 'der', type: 'spki' }),
};

function keyOf(base64: string, { make }: Kind): KeyObject | null {
  try {
    const key = make(Buffer.from(base64, 'base64'));
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function readKeys(text: string, kind: Kind): readonly SigningKey[] {
  const keys = entriesOf(text).map((entry): SigningKey => {
    const [, id = '', base64 = ''] = ENTRY.exec(entry) ?? [];
    const key = keyOf(base64, kind);
    // What stands there may be a secret: it is not repeated.
    if (!key) throw new Error(`must hold keys that look like id:base64, each ${kind.what}${id && `; "${id}" is none`}`);
    return { id, key };
  });
  if (keys.length === 0) throw new Error('must hold a key at least');
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('must have keys of different ids');
  return keys;
}

/** REGISTRY_SIGNING_KEYS: `id:base64` of private keys, with commas between, or a file with one a line. The first signs. */
export const readSigningKeys = (text: string): readonly SigningKey[] => readKeys(text, PRIVATE);

/** SUPERGRAPH_KEYS: `id:base64` of public keys, with commas between, or a file with one a line. Each is trusted. */
export const readTrustedKeys = (text: string): readonly SigningKey[] => readKeys(text, PUBLIC);

const base64Of = (key: KeyObject, type: 'pkcs8' | 'spki') => key.export({ format: 'der', type }).toString('base64');

/** The public half of a key that signs, as SUPERGRAPH_KEYS has it. */
export const trustedText = ({ id, key }: SigningKey): string => `${id}:${base64Of(createPublicKey(key), 'spki')}`;

/** A new pair, as the settings of the service and of the gateways have it. */
export function newKeyPair(id: string): { readonly signing: string; readonly trusted: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { signing: `${id}:${base64Of(privateKey, 'pkcs8')}`, trusted: trustedText({ id, key: privateKey }) };
}
