import { hash, sign, verify, type KeyObject } from 'node:crypto';

/** A supergraph as the registry hands it to gateways. */
export type Delivery = {
  /** The version's id in the registry. */
  readonly version: string;
  /** Number of the release. It only grows: a rollback is a new release of an old version. */
  readonly release: number;
  readonly supergraph: string;
  /** RFC 3339, by the registry's clock. */
  readonly publishedAt: string;
};

/** `key` names the key; `signature` is Ed25519 (RFC 8032) in base64url. */
export type SignedDelivery = Delivery & { readonly key: string; readonly signature: string };

export type SigningKey = { readonly id: string; readonly key: KeyObject };

const signedText = ({ version, release, supergraph, publishedAt }: Delivery, key: string): Buffer =>
  Buffer.from(['agora-supergraph/1', key, version, release, publishedAt, hash('sha256', supergraph, 'hex')].join('\n'));

/** @param key a private Ed25519 key */
export const signDelivery = (delivery: Delivery, { id, key }: SigningKey): SignedDelivery => ({
  ...delivery,
  key: id,
  signature: sign(null, signedText(delivery, id), key).toString('base64url'),
});

/** Says why a delivery must not be served; null when it is the registry's, and whole. */
export function refusalOf(delivery: SignedDelivery, keys: readonly SigningKey[]): string | null {
  const known = keys.find(({ id }) => id === delivery.key);
  if (!known) return `it is signed with the key "${delivery.key}", which is not trusted here`;
  const signature = Buffer.from(delivery.signature, 'base64url');
  return verify(null, signedText(delivery, known.id), known.key, signature)
    ? null
    : 'its signature does not fit what it says';
}
