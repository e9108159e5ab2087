import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import { StartError } from '../../gateway/startErrors';
import { pauseAfter } from '../../platform/kernel/keepRunning';
import type { Planned } from './plan';

const ROOT = path.join(__dirname, '..', '..');

export type Say = (sentence: string) => void;

/** A process that is started again whenever it ends by itself. */
export type Supervised = {
  readonly planned: Planned;
  pid(): number | undefined;
  /** Resolves when it answers that it is ready. @throws Error when it ends before it ever was */
  ready(): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
};

/** A child learns from its parent's end that nobody looks after it any more: see `gateway/terminal.ts`. */
const environmentOf = ({ environment }: Planned) => ({
  ...process.env,
  ...environment,
  AGORA_PARENT: String(process.pid),
});

/** Ctrl-C reaches a whole process group; who ends first is decided here. */
function start(planned: Planned, say: Say): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', ...planned.command], {
    cwd: ROOT,
    env: environmentOf(planned),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => void (line && say(`${planned.name.padEnd(12)} ${line}`)));
  return child;
}

/** Answers whether it is ready, of a process that may speak TLS alone. */
function readiness({ url, environment: { TLS_CA: file } }: Planned): () => Promise<boolean> {
  const dispatcher = new Agent({ connect: file === undefined ? {} : { ca: readFileSync(file) } });
  return () =>
    fetch(`${url}/health/ready`, { dispatcher }).then(
      ({ ok }) => ok,
      () => false,
    );
}

export function supervise(planned: Planned, say: Say): Supervised {
  const isReady = readiness(planned);
  let child = start(planned, say);
  let stopping = false;
  let wasReady = false;
  let wait = 0;

  function watch(): void {
    const begunAt = performance.now();
    child.once('exit', (code, signal) => {
      if (stopping || !wasReady) return;
      say(`${planned.name} has ended (${signal ?? `code ${code}`}), and is started again.`);
      wait = pauseAfter(wait, performance.now() - begunAt);
      void pause(wait).then(() => {
        if (stopping) return;
        child = start(planned, say);
        watch();
      });
    });
  }
  watch();
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  return {
    planned,
    pid: () => child.pid,
    async ready() {
      while (!(await isReady())) {
        if (hasEnded() && !wasReady)
          throw new StartError(`${planned.name} could not start; what it said stands above.`);
        await pause(50);
      }
      wasReady = true;
    },
    async stop() {
      stopping = true;
      if (hasEnded()) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
