import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onExit } from '../data/embedded/exit';
import { freePort } from '../data/embedded/port';
import { keepRunning } from '../kernel/keepRunning';
import { note } from './orphans';

/** Redis cannot be started here. The message says what to do. */
export class RedisStartError extends Error {
  override name = 'StartError';
}

export type RedisServer = {
  readonly url: string;
  /** Of the server, for those who want to do it harm. */
  readonly pid: number;
  /** Settles when it is gone, with what ended it. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

const MISSING =
  'Redis is not installed: there is no redis-server. On Debian and Ubuntu: apt-get install -y redis-server; ' +
  'on macOS: brew install redis. Or set REDIS_URL to a Redis of your own.';
const READY = /Ready to accept connections/;

/** In memory alone: what it carries is kept in Postgres until it has arrived. */
const argumentsFor = (port: number, directory: string): string[] => [
  '--port',
  String(port),
  '--bind',
  '127.0.0.1',
  '--save',
  '',
  '--appendonly',
  'no',
  '--dir',
  directory,
];

/** @throws RedisStartError */
async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new RedisStartError(error.code === 'ENOENT' ? MISSING : `Redis could not start: ${error.message}`)),
    );
    server.once('exit', () => reject(new RedisStartError(`Redis could not start. It said:\n${said}`)));
    server.stdout?.on('data', (text) => {
      said += String(text);
      if (READY.test(said)) resolve();
    });
  });
}

export type RedisServerOptions = {
  /** A free one if not given. */
  readonly port?: number;
  /** Where it is noted, so that `endOrphans` finds it when this process is killed; nowhere if not given. */
  readonly notes?: string;
};

/** Starts a `redis-server` of the system on 127.0.0.1. It ends with this process, unless that is killed. */
export async function startRedis({ port, notes }: RedisServerOptions = {}): Promise<RedisServer> {
  const chosen = port ?? (await freePort());
  const directory = mkdtempSync(path.join(tmpdir(), 'agora-redis-'));
  // Ctrl-C reaches a whole process group; the server is to stop after its clients.
  const server = spawn('redis-server', argumentsFor(chosen, directory), {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const forget = notes !== undefined && server.pid !== undefined ? note(notes, server.pid, directory) : () => {};
  const end = () => {
    server.kill('SIGKILL');
    forget();
    rmSync(directory, { recursive: true, force: true });
  };
  const callOff = onExit(end);
  await untilReady(server).catch((error: unknown) => {
    callOff();
    end();
    throw error;
  });
  const ended = once(server, 'exit').then(([code, signal]) => `ended ${signal ? `by ${signal}` : `with code ${code}`}`);
  return {
    ended,
    url: `redis://127.0.0.1:${chosen}`,
    pid: server.pid as number,
    async stop() {
      callOff();
      end();
      await ended;
    },
  };
}

/** The same, started again on the same port whenever it is killed: empty, as whoever uses it has to expect. */
export async function startLastingRedis(options: RedisServerOptions, tell: (sentence: string) => void) {
  const first = await startRedis(options);
  const again = async (dead: RedisServer) => {
    await dead.stop();
    return startRedis({ ...options, port: Number(new URL(first.url).port) });
  };
  const { current, stop } = keepRunning(first, again, (what) => tell(`Redis: ${what}. It is started again.`));
  return {
    url: first.url,
    get pid() {
      return current().pid;
    },
    stop,
  };
}
