import { existsSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, escapeLiteral } from 'pg';
import { ALL_TENANTS, roleOf } from './database';

// Any constant will do, as long as every process that migrates takes the same.
export const MIGRATION_LOCK = 4_711_001;
const CROSS_TENANT_TABLES = ['outbox', 'inbox'];

const createRole = (role: string) => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role "${role}" nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$;
  do $$ begin
    -- Postgres 16 tells apart who belongs to a role and who may act as it.
    if not pg_has_role(current_user, '${role}', case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
      execute format('grant %I to %I', '${role}', current_user);
    end if;
  end $$;`;

const grants = (room: string, role: string) => `
  grant usage on schema "${room}" to "${role}";
  grant select, insert, update, delete on all tables in schema "${room}" to "${role}";
  grant usage, select on all sequences in schema "${room}" to "${role}";
  revoke update, delete, truncate on "${room}".audit_log from "${role}";
  revoke delete, truncate on "${room}".audit_heads from "${role}";`;

const TENANT = `nullif(current_setting('agora.tenant', true), '')`;

/** Whose rows a connection sees and writes. In a sub-select its tenant is read once a statement, and not for every row. */
function policyOf(table: string): string {
  const isCross = CROSS_TENANT_TABLES.includes(table);
  const rule = (tenant: string) => `tenant_id = ${tenant}${isCross ? ` or ${tenant} = '${ALL_TENANTS}'` : ''}`;
  return `using (${rule(`(select ${TENANT})`)}) with check (${rule(TENANT)})`;
}

// The policy's comment is how it was written, so that another one takes the place of what an older version made.
const isolation = (room: string, table: string) => `
  alter table "${room}"."${table}" enable row level security, force row level security;
  drop policy if exists tenant_isolation on "${room}"."${table}";
  create policy tenant_isolation on "${room}"."${table}" ${policyOf(table)};
  comment on policy tenant_isolation on "${room}"."${table}" is ${escapeLiteral(policyOf(table))};`;

async function isolateTenants(client: Client, room: string): Promise<void> {
  const { rows } = await client.query<{ table: string; tenant: boolean; policy: string | null }>(
    `select c.relname as table,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as tenant,
            (select obj_description(p.oid, 'pg_policy') from pg_policy p
              where p.polrelid = c.oid and p.polname = 'tenant_isolation') as policy
       from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')`,
    [room],
  );
  const open = rows.find((row) => !row.tenant);
  if (open) throw new Error(`Table ${room}.${open.table} has no tenant_id: every table of a room belongs to tenants.`);
  const statements = rows
    .filter(({ table, policy }) => policy !== policyOf(table))
    .map((row) => isolation(room, row.table));
  if (statements.length > 0) await client.query(statements.join(''));
}

async function migrateRoom(client: Client, room: string, folder: string): Promise<void> {
  const role = roleOf(room);
  await client.query(createRole(role));
  await migrate(drizzle({ client }), { migrationsFolder: folder, migrationsSchema: 'drizzle', migrationsTable: room });
  await isolateTenants(client, room);
  await client.query(grants(room, role));
}

export type RoomMigrations = { room: string; folder: string };

/**
 * Brings the schemas of rooms up to date, one process at a time, and puts every table under row-level security.
 * @param url a login that may create schemas and roles
 */
export async function migrateRooms(
  url: string,
  rooms: readonly RoomMigrations[],
  onRoom?: (room: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'agora migrations' });
  await client.connect();
  try {
    await client.query('set client_min_messages = warning');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const { room, folder } of rooms) {
      if (!existsSync(folder)) continue;
      onRoom?.(room);
      await migrateRoom(client, room, folder);
    }
  } finally {
    await client.end();
  }
}
