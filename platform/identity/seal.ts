import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { Envelope } from './envelope';
import { nonceMaker } from './nonce';

/** A secret that gateways and rooms share. The id says which one was taken. */
export type ServiceKey = { readonly id: string; readonly secret: string };

/** The first seals; all of them are accepted, so that keys can be changed one process after the other. */
export type ServiceKeys = readonly [ServiceKey, ...ServiceKey[]];

/** What is sent to a room. `path` is that of the request line, its query included. */
export type SentMessage = {
  readonly room: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
};

export const ENVELOPE_HEADER = 'agora-envelope';
export const SEAL_HEADER = 'agora-seal';

/** Milliseconds by which the clocks of two machines may differ, the way between them included. */
export const SEAL_WINDOW = 30_000;

export type SealParts = { readonly key: string; readonly time: string; readonly nonce: string };

/** The name of the room is part of it, so that what was sealed for one room is worth nothing at another. */
export function signatureOf(secret: string, message: SentMessage, envelope: string, parts: SealParts): Buffer {
  const { room, method, path, body } = message;
  const lines = ['agora-seal/1', room, method, path, hash('sha256', body, 'hex'), parts.time, parts.nonce, parts.key];
  return createHmac('sha256', secret)
    .update(`${lines.join('\n')}\n${envelope}`)
    .digest();
}

export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** Headers that tell a room who asks, and that it is so. @param nonce of the sender's own making */
export type Seal = (envelope: Envelope, message: SentMessage, nonce?: string) => Record<string, string>;

/**
 * Seals envelopes with HMAC-SHA256 over method, path, hash of the body, time, nonce, key id, room and envelope.
 * @param now milliseconds
 */
export function sealer([key]: ServiceKeys, now: () => number = Date.now): Seal {
  const nextNonce = nonceMaker();
  return (envelope, message, nonce = nextNonce()) => {
    const written = Buffer.from(JSON.stringify(envelope)).toString('base64url');
    const parts = { key: key.id, time: String(now()), nonce };
    const signature = signatureOf(key.secret, message, written, parts).toString('base64url');
    return {
      [ENVELOPE_HEADER]: written,
      [SEAL_HEADER]: `v1;${parts.key};${parts.time};${parts.nonce};${signature}`,
    };
  };
}
