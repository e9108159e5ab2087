import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { refreshTokens, sessions } from './tables';

export type SessionRow = typeof sessions.$inferSelect;

export const sessionsRepository = (db: Db) => ({
  async open(session: Pick<SessionRow, 'id' | 'userId' | 'createdAt' | 'expiresAt'>, tokenHash: string): Promise<void> {
    await db.insert(sessions).values(session);
    await db.insert(refreshTokens).values({ hash: tokenHash, sessionId: session.id });
  },
  addToken: (hash: string, sessionId: string) => db.insert(refreshTokens).values({ hash, sessionId }),
  /** Uses a refresh token up: of two at once, one gets its session. Null when it was used before or is unknown. */
  async useToken(hash: string, at: Date): Promise<string | null> {
    const unused = and(eq(refreshTokens.hash, hash), isNull(refreshTokens.usedAt));
    const [row] = await db
      .update(refreshTokens)
      .set({ usedAt: at })
      .where(unused)
      .returning({ sessionId: refreshTokens.sessionId });
    return row?.sessionId ?? null;
  },
  async ofToken(hash: string): Promise<string | null> {
    const [row] = await db
      .select({ sessionId: refreshTokens.sessionId })
      .from(refreshTokens)
      .where(eq(refreshTokens.hash, hash));
    return row?.sessionId ?? null;
  },
  async live(id: string, at: Date): Promise<SessionRow | null> {
    const [row] = await db
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt), gt(sessions.expiresAt, at)));
    return row ?? null;
  },
  async end(id: string, at: Date): Promise<number> {
    const live = and(eq(sessions.id, id), isNull(sessions.endedAt));
    return (await db.update(sessions).set({ endedAt: at }).where(live).returning({ id: sessions.id })).length;
  },
  /** Ends a user's sessions, but for the one that is kept. */
  async endAll(userId: string, at: Date, kept?: string): Promise<number> {
    const live = and(
      eq(sessions.userId, userId),
      isNull(sessions.endedAt),
      kept === undefined ? undefined : ne(sessions.id, kept),
    );
    return (await db.update(sessions).set({ endedAt: at }).where(live).returning({ id: sessions.id })).length;
  },
});
