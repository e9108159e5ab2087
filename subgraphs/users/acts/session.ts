import { createHash, randomBytes } from 'node:crypto';
import { DAY, MINUTE } from '../../../platform/kernel/clock';
import type { Context, Transaction } from '../context';
import type { UserRow } from '../data/users.repository';
import { signAccessToken } from './keys';

const ACCESS_TOKEN_LIFE = 10 * MINUTE;
const SESSION_LIFE = 30 * DAY;

/** A user as the graph shows one. */
export type Account = UserRow & {
  /** Whether it was reached through the password or the token that belongs to it, whatever identity the request came with. */
  readonly own?: true;
};

/** A session as the client gets it. Only the hash of the refresh token is kept. */
export type SessionTokens = { accessToken: string; refreshToken: string; expiresAt: Date; user: Account };

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

async function tokens(
  context: Context,
  user: UserRow,
  sessionId: string,
  refreshToken: string,
): Promise<SessionTokens> {
  const expiresAt = new Date(context.now().getTime() + ACCESS_TOKEN_LIFE);
  const accessToken = await signAccessToken(context, { user, sessionId, expiresAt });
  return { accessToken, refreshToken, expiresAt, user: { ...user, own: true } };
}

/** Opens a session for somebody whose password was right. */
export async function openSession(context: Context, user: UserRow): Promise<SessionTokens> {
  const createdAt = context.now();
  const refreshToken = randomBytes(32).toString('base64url');
  const session = {
    id: context.newId('ses'),
    userId: user.id,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + SESSION_LIFE),
  };
  await context.transaction((tx) => tx.repositories.sessions.open(session, hashToken(refreshToken)));
  return tokens(context, user, session.id, refreshToken);
}

/** Exchanges a token that was not used yet; a replayed one ends its session, whoever holds the newer token. */
async function rotate(
  tx: Transaction,
  hash: string,
  newHash: string,
): Promise<{ sessionId: string; userId: string } | null> {
  const { sessions } = tx.repositories;
  const sessionId = await sessions.useToken(hash, tx.now());
  if (sessionId === null) {
    const replayed = await sessions.ofToken(hash);
    if (replayed !== null) {
      await sessions.end(replayed, tx.now());
      tx.audit({ action: 'users.refreshTokenReplayed', details: { sessionId: replayed } });
    }
    return null;
  }
  const session = await sessions.live(sessionId, tx.now());
  if (!session) return null;
  await sessions.addToken(newHash, sessionId);
  return { sessionId, userId: session.userId };
}

/** Goes on with a session. Null when the token is unknown, used before, or its session has ended. */
export async function refreshSession(context: Context, token: string): Promise<SessionTokens | null> {
  const refreshToken = randomBytes(32).toString('base64url');
  const rotated = await context.transaction((tx) => rotate(tx, hashToken(token), hashToken(refreshToken)));
  const user = rotated && (await context.loaders.userById.load(rotated.userId));
  return user ? tokens(context, user, rotated.sessionId, refreshToken) : null;
}
