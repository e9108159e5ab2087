import type { IncomingHttpHeaders } from 'node:http';
import type { Envelope } from './envelope';
import { keeperOf } from './nonce';
import { ENVELOPE_HEADER, isSame, SEAL_HEADER, SEAL_WINDOW, signatureOf, type SentMessage } from './seal';
import type { ServiceKeys } from './seal';

/** Why a request is not let in, as metrics count it. */
export const SEAL_FLAWS = {
  uncertified: 'It comes over TLS without a certificate that this room believes.',
  unsigned: 'It carries no envelope, or no seal.',
  malformed: 'Its seal or its envelope cannot be read.',
  'unknown-key': 'It is sealed with a key that this room does not have.',
  altered: 'Its seal is not that of what has come.',
  stale: 'It was sealed too long ago, or by a clock that goes wrong.',
  replayed: 'It has come before.',
} as const;
export type SealFlaw = keyof typeof SEAL_FLAWS;

/** A request that nobody has sealed for this room, now. */
export class SealError extends Error {
  constructor(readonly flaw: SealFlaw) {
    super(SEAL_FLAWS[flaw]);
  }
}

/** Its sender may withdraw it, but where that is told nobody can be asked. Nothing of it was done. */
export class NotTold extends Error {}

/**
 * Remembers nonces for as long as what carries them would be taken. Answers false for one that it knows. @throws NotTold
 */
export type Nonces = (nonce: string, now: number) => boolean | Promise<boolean>;

/** Two sets in turn: what the older one holds is too old to be taken, once the younger has served its time. */
export function nonces(window = SEAL_WINDOW) {
  let young = new Set<string>();
  let old = new Set<string>();
  let turn = -Infinity;
  return (nonce: string, now: number): boolean => {
    // What was sealed by a clock that goes before ours stays good for twice the window.
    if (now - turn > 2 * window) [old, young, turn] = [young, new Set(), now];
    if (young.has(nonce) || old.has(nonce)) return false;
    young.add(nonce);
    return true;
  };
}

/** Those of this copy alone, which nobody else is told of. */
function ofThisCopy(): Nonces {
  const seen = nonces();
  return (nonce, now) => {
    if (keeperOf(nonce) !== undefined) throw new NotTold();
    return seen(nonce, now);
  };
}

const SHAPE = /^v1;([\w-]{1,64});(\d{1,16});([\w.-]{1,128});([\w-]{43})$/;

function readEnvelope(written: string): Envelope {
  try {
    return JSON.parse(Buffer.from(written, 'base64url').toString()) as Envelope;
  } catch {
    throw new SealError('malformed');
  }
}

export type UnsealOptions = {
  readonly keys: ServiceKeys;
  /** Those of this copy alone if not given. */
  readonly seen?: Nonces;
  /** Milliseconds. */
  readonly now?: () => number;
};

/** Opens what was sealed for a room. @throws SealError, NotTold */
export type Unseal = (headers: IncomingHttpHeaders, message: SentMessage) => Promise<Envelope>;

export function unsealer({ keys, seen = ofThisCopy(), now = Date.now }: UnsealOptions): Unseal {
  const secrets = new Map(keys.map(({ id, secret }) => [id, secret]));
  return async (headers, message) => {
    const { [ENVELOPE_HEADER]: envelope, [SEAL_HEADER]: seal } = headers;
    if (typeof envelope !== 'string' || typeof seal !== 'string') throw new SealError('unsigned');
    const [, key, time, nonce, signature] = SHAPE.exec(seal) ?? [];
    if (key === undefined || time === undefined || nonce === undefined || signature === undefined)
      throw new SealError('malformed');
    const secret = secrets.get(key);
    if (secret === undefined) throw new SealError('unknown-key');
    const expected = signatureOf(secret, message, envelope, { key, time, nonce });
    if (!isSame(Buffer.from(signature, 'base64url'), expected)) throw new SealError('altered');
    const at = now();
    const isStale = (moment: number) => Math.abs(moment - Number(time)) > SEAL_WINDOW;
    if (isStale(at)) throw new SealError('stale');
    if (!(await seen(nonce, at))) throw new SealError('replayed');
    // A process may have been stopped in between, until nobody remembered the nonce any more.
    if (isStale(now())) throw new SealError('stale');
    return readEnvelope(envelope);
  };
}
