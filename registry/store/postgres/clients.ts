import type { Author, ClientOperation, ClientRelease, Unsigned } from '../store';
import { differs, takenRelease, unknownRelease } from '../clients';
import type { Ask } from './connection';
import { signedOf, type SignedRow } from './signed';

type Row = SignedRow & Omit<ClientRelease, 'registered'>;

const RELEASES = `
  select client, version, registered_by as by, registered_at as at, commit,
         coalesce((select json_agg(json_build_object('id', id, 'name', name, 'body', body) order by position)
                     from registry.operations o where o.client = c.client and o.version = c.version), '[]') as operations
    from registry.clients c`;

export async function readClients(ask: Ask): Promise<readonly ClientRelease[]> {
  const rows = await ask<Row>(`${RELEASES} order by client, registered_at, version`);
  return rows.map((row) => ({
    client: row.client,
    version: row.version,
    operations: row.operations,
    registered: signedOf(row),
  }));
}

const columnOf = (operations: readonly ClientOperation[], name: keyof ClientOperation) =>
  operations.map((operation) => operation[name]);

export async function writeClient(ask: Ask, release: Unsigned<ClientRelease>): Promise<void> {
  const { client, version, operations, registered } = release;
  const written = await ask(
    `with registered as (
       insert into registry.clients (client, version, registered_by, commit) values ($1, $2, $3, $4)
       on conflict do nothing returning client, version, registered_by),
     listed as (
       insert into registry.operations (client, version, position, id, name, body)
       select client, version, position, id, name, body
         from registered, unnest($5::text[], $6::text[], $7::text[]) with ordinality as o (id, name, body, position))
     insert into registry.audit (by, what, detail)
     select registered_by, 'register', jsonb_build_object('client', client, 'version', version) from registered
     returning id`,
    [
      client,
      version,
      registered.by,
      registered.commit,
      ...(['id', 'name', 'body'] as const).map((name) => columnOf(operations, name)),
    ],
  );
  if (written.length > 0) return;
  const [known] = await ask<Row>(`${RELEASES} where client = $1 and version = $2`, [client, version]);
  if (known && differs(known.operations, operations)) throw takenRelease(release);
}

export async function removeClient(ask: Ask, client: string, version: string, { by }: Author): Promise<void> {
  const removed = await ask(
    `with retired as (delete from registry.clients where client = $1 and version = $2 returning client, version)
     insert into registry.audit (by, what, detail)
     select $3, 'retire', jsonb_build_object('client', client, 'version', version) from retired
     returning id`,
    [client, version, by],
  );
  if (removed.length === 0) throw unknownRelease(client, version);
}
