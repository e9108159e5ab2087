import { randomBytes } from 'node:crypto';

/** Makes nonces. Unique is enough: that nobody can make one up is the seal's matter. */
export function nonceMaker() {
  const ofThisProcess = randomBytes(12).toString('base64url');
  let made = 0;
  /** @param keeper names who must be told before what carries it is let in, so that its sender can withdraw it there */
  return (keeper?: string): string => {
    const nonce = `${ofThisProcess}.${(made++).toString(36)}`;
    return keeper === undefined ? nonce : `${nonce}.${keeper}`;
  };
}

const DOT = '.';

/** Who must be told of a nonce; undefined for one that may be let in without. */
export function keeperOf(nonce: string): string | undefined {
  const last = nonce.lastIndexOf(DOT);
  return nonce.indexOf(DOT) === last ? undefined : nonce.slice(last + 1);
}
