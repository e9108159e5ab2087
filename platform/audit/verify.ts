import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { openRoomDatabase } from '../data/database';
import { brokenLinks, type BrokenLink } from './chain';

/** What was found of a tenant's chain in a room. */
export type Verdict = {
  readonly room: string;
  readonly tenant: string;
  readonly entries: number;
  /** The hash of the last entry, which stands for all before it; null when there is none. */
  readonly head: string | null;
  readonly broken: readonly Pick<BrokenLink, 'position' | 'what'>[];
};

/** The schema of a room is not there, or older than audit chains. */
export class NoChains extends Error {
  override name = 'NoChains';
}

async function mustBeThere(url: string, room: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'agora audit' });
  await client.connect();
  try {
    const { rows } = await client.query<{ log: string | null }>('select to_regclass($1) as log', [`${room}.audit_log`]);
    if (!rows[0]?.log) throw new NoChains(`There are no audit chains of ${room} here yet.`);
  } finally {
    await client.end();
  }
}

type Head = { entries: number; head: string | null };

/** Verifies the chains of a room's tenants, in the eyes of the room itself: so no other rights are needed. @throws NoChains */
export async function verifyRoom(url: string, room: string, tenants: readonly string[]): Promise<Verdict[]> {
  await mustBeThere(url, room);
  const database = openRoomDatabase({ url, room, connections: 1 });
  const verdicts: Verdict[] = [];
  try {
    for (const tenant of tenants) {
      const db = database.forTenant(tenant);
      const log = sql`${sql.identifier(room)}.audit_log`;
      const ends = sql`select count(*)::int as entries, (array_agg(hash order by position desc))[1] as head from ${log}`;
      const { rows } = await db.execute<Head>(ends);
      const broken = await db.execute<BrokenLink>(sql.raw(brokenLinks(room)));
      verdicts.push({ room, tenant, ...(rows[0] as Head), broken: broken.rows });
    }
  } finally {
    await database.close();
  }
  return verdicts;
}
