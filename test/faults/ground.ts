import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../platform/data/embedded';
import { startRedis, type RedisServer } from '../../platform/redis/server';
import { startProxy, type Proxy } from './proxies/proxy';

/** Postgres and Redis behind wires of ours, so that they keep their addresses whatever becomes of them. */
export type Ground = {
  /** What rooms are given. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly wires: { readonly postgres: Proxy; readonly redis: Proxy };
  /** The ways beside the wires, for those who look on. */
  direct(): { readonly databaseUrl: string; readonly redisUrl: string };
  /** Ends it at once, as a crash does, and starts it on the same data. */
  crashPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  killRedis(): Promise<void>;
  /** Empty: it keeps nothing. */
  startRedis(): Promise<void>;
  readonly folder: string;
  stop(): Promise<void>;
};

const SETTINGS = { max_connections: '400' };

const destinationOf = (url: string) => ({ host: '127.0.0.1', port: Number(new URL(url).port) });

/** The same address at another port. */
function through(url: string, { port }: Proxy): string {
  const wired = new URL(url);
  wired.port = String(port);
  return wired.href;
}

const postmasterOf = (data: string): number =>
  Number(readFileSync(path.join(data, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-faults-'));
  // Where root runs this, Postgres is somebody else, who has to pass through.
  chmodSync(folder, 0o711);
  return folder;
}

/** @param random which connections break @throws an error whose message says what to do */
export async function openGround(random: () => number): Promise<Ground> {
  const folder = newFolder();
  const data = path.join(folder, 'postgres');
  const start = () => startEmbeddedPostgres({ dataDirectory: data, settings: SETTINGS });
  let redis: RedisServer = await startRedis();
  let postgres: EmbeddedPostgres = await start();
  const wires = {
    postgres: await startProxy(destinationOf(postgres.url), random),
    redis: await startProxy(destinationOf(redis.url), random),
  };
  return {
    folder,
    wires,
    databaseUrl: through(postgres.url, wires.postgres),
    redisUrl: through(redis.url, wires.redis),
    direct: () => ({ databaseUrl: postgres.url, redisUrl: redis.url }),
    async crashPostgres() {
      // What `pg_ctl stop -m immediate` sends: no checkpoint, the next start recovers from the log.
      process.kill(postmasterOf(data), 'SIGQUIT');
      await postgres.stop();
    },
    async startPostgres() {
      postgres = await start();
      wires.postgres.lead(destinationOf(postgres.url));
    },
    killRedis: () => redis.stop(),
    async startRedis() {
      redis = await startRedis({ port: Number(new URL(redis.url).port) });
    },
    async stop() {
      await Promise.all([wires.postgres.stop(), wires.redis.stop()]);
      await Promise.all([redis.stop(), postgres.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
