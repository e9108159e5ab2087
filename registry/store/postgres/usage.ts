import type { UsageBatch, UsageCount } from '../../../platform/delivery/usage';
import type { DailyUse } from '../store';
import type { Ask } from './connection';

type Row = Omit<DailyUse, 'count'> & { readonly count: string };

const columnOf = (uses: readonly UsageCount[], name: keyof UsageCount) => uses.map((use) => use[name]);

/**
 * A gateway that had no answer sends a batch again within minutes: what is known of batches is forgotten after a month. Rows are
 * always locked in one order, or left to who has them, so that two batches never wait for each other.
 */
export async function writeBatch(ask: Ask, { id, day, uses }: UsageBatch): Promise<void> {
  await ask(
    `with batch as (insert into registry.batches (id) values ($1) on conflict do nothing returning id),
     forgotten as (
       delete from registry.batches where id in (
         select id from registry.batches where received_at < now() - interval '30 days' for update skip locked))
     insert into registry.usage (day, coordinate, client, client_version, count)
     select $2::date, coordinate, client, client_version, sum(count)
       from batch, unnest($3::text[], $4::text[], $5::text[], $6::bigint[]) as u (coordinate, client, client_version, count)
      group by coordinate, client, client_version order by coordinate, client, client_version
     on conflict (day, coordinate, client, client_version) do update set count = usage.count + excluded.count`,
    [id, day, ...(['coordinate', 'client', 'clientVersion', 'count'] as const).map((name) => columnOf(uses, name))],
  );
}

export async function readUsage(ask: Ask, since: string): Promise<readonly DailyUse[]> {
  const rows = await ask<Row>(
    `select to_char(day, 'YYYY-MM-DD') as day, coordinate, client, client_version as "clientVersion", count
       from registry.usage where day >= $1::date order by day, coordinate, client, client_version`,
    [since],
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
