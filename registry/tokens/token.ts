import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What whoever has a token may do. Each includes those before it, but `usage` stands alone. */
export const RIGHTS = ['read', 'check', 'publish', 'usage'] as const;
export type Right = (typeof RIGHTS)[number];

const INCLUDED: Readonly<Record<Right, readonly Right[]>> = {
  read: ['read'],
  check: ['read', 'check'],
  publish: ['read', 'check', 'publish'],
  usage: ['usage'],
};

/** A token as it is kept: not the token itself, but its SHA-256 in hexadecimal digits. */
export type Token = {
  readonly name: string;
  readonly rights: readonly Right[];
  readonly hash: string;
  /** The last day on which it counts, `2026-12-31` in UTC. */
  readonly expires?: string;
};

const NAME = /^[\w.-]{1,64}$/;
const HASH = /^[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const isRight = (text: string): text is Right => (RIGHTS as readonly string[]).includes(text);

/** Each throws a sentence that says what to write. */
export function readName(text: string): string {
  if (!NAME.test(text)) throw new Error('A token has a name of 1 to 64 letters, digits, dots, dashes and underscores.');
  return text;
}

export function readRights(text: string): readonly Right[] {
  const rights = text.split(',').map((each) => each.trim());
  if (!rights.every(isRight)) throw new Error(`A token has rights out of ${RIGHTS.join(', ')}, with commas between.`);
  return rights;
}

export function readDay(text: string): string {
  if (!DAY.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error('A token expires on a day such as 2026-12-31.');
  return text;
}

/** @throws Error with a sentence */
function readLine(line: string): Token {
  const [name = '', rights = '', hash = '', expires, ...more] = line.split(':').map((each) => each.trim());
  if (!HASH.test(hash) || more.length > 0)
    throw new Error('A line has name:rights:hash, or name:rights:hash:day, as `tokens create` writes it.');
  return {
    name: readName(name),
    rights: readRights(rights),
    hash,
    ...(expires !== undefined && { expires: readDay(expires) }),
  };
}

const isLine = (line: string) => line.trim() !== '' && !line.trim().startsWith('#');

/** The tokens of a file: a line each; empty ones, and those that begin with #, count for nothing. @throws Error with a sentence */
export function readTokens(text: string): readonly Token[] {
  const tokens = text.split('\n').flatMap((line, index) => {
    try {
      return isLine(line) ? [readLine(line)] : [];
    } catch (error) {
      throw new Error(`Line ${index + 1} cannot be read. ${(error as Error).message}`, { cause: error });
    }
  });
  const twice = tokens.find(({ name }, index) => tokens.findIndex((each) => each.name === name) !== index);
  if (twice) throw new Error(`There are two tokens of the name ${twice.name}.`);
  return tokens;
}

export const lineOf = ({ name, rights, hash, expires }: Token): string =>
  [name, rights.join(','), hash, ...(expires === undefined ? [] : [expires])].join(':');

/** The name of the token that a line of a file holds; null for one that holds none. */
export const nameIn = (line: string): string | null => (isLine(line) ? (line.split(':')[0]?.trim() ?? null) : null);

/** Begins a token, so that it is found where it should not stand. */
const PREFIX = 'agr_';

/** A new token, and what is kept of it. The secret is 32 random bytes: its hash needs neither salt nor stretching. */
export function newToken(kept: Omit<Token, 'hash'>): { readonly secret: string; readonly token: Token } {
  const secret = PREFIX + randomBytes(32).toString('base64url');
  return { secret, token: { ...kept, hash: hashOf(secret) } };
}

/** The token that has this secret. Takes as long for any. */
export function tokenOf(tokens: readonly Token[], secret: string): Token | undefined {
  const hash = Buffer.from(hashOf(secret));
  return tokens.filter((token) => timingSafeEqual(Buffer.from(token.hash), hash))[0];
}

export const isExpired = ({ expires }: Pick<Token, 'expires'>, now: Date): boolean =>
  expires !== undefined && now.toISOString().slice(0, 10) > expires;

export const allows = ({ rights }: Token, right: Right): boolean =>
  rights.some((each) => INCLUDED[each].includes(right));
