import { hash } from 'node:crypto';
import type Redis from 'ioredis';

/** Who is at the other end of a connection. */
export type Keeper = {
  /** Its name; undefined while it is not known. */
  name(): string | undefined;
  /** Asks again who it is. */
  doubt(): void;
};

const LENGTH = 22;

/** What INFO is asked for. */
export const SECTIONS = ['server', 'replication', 'memory'] as const;

const fieldIn = (info: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*)\\r$`, 'm').exec(info)?.[1];

/**
 * Names one life of one Redis as master, and the database in it: what is written under that name is there for as long as the name
 * is. A Redis that has started again, or a replica that took over, has another one.
 * @param info what INFO says
 * @returns undefined for one that may forget what it was told, or does not say who it is
 */
export function keeperIn(info: string, database: number): string | undefined {
  const [run, history] = [fieldIn(info, 'run_id'), fieldIn(info, 'master_replid')];
  if (!run || !history || fieldIn(info, 'role') !== 'master') return undefined;
  if (fieldIn(info, 'maxmemory') !== '0' && fieldIn(info, 'maxmemory_policy') !== 'noeviction') return undefined;
  return hash('sha256', `${run} ${history} ${database}`, 'base64url').slice(0, LENGTH);
}

export const databaseOf = ({ options }: Redis): number => options.db ?? 0;

/** Knows who is at the other end of a connection, for as long as it is the same connection. */
export function keeperBehind(redis: Redis): Keeper {
  let known: string | undefined;
  let isAsking = false;

  async function ask(): Promise<void> {
    if (isAsking || redis.status !== 'ready') return;
    isAsking = true;
    // Who does not say it is asked again by the next who wants to know.
    const info = await redis.info(...SECTIONS).catch(() => '');
    known = keeperIn(info, databaseOf(redis));
    isAsking = false;
  }

  redis.on('ready', () => void ask());
  redis.on('close', () => (known = undefined));
  return {
    name() {
      if (known === undefined) void ask();
      return redis.status === 'ready' ? known : undefined;
    },
    doubt() {
      known = undefined;
    },
  };
}
