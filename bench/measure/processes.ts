import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const closers: (() => unknown)[] = [];

/** What a benchmark has begun ends with it, the last first, also when it is interrupted. */
export const atEnd = (closer: () => unknown): void => void closers.push(closer);

async function close(): Promise<void> {
  for (let next = closers.pop(); next; next = closers.pop()) await next();
}

let closing: Promise<void> | undefined;

/** May be called while it runs: who is interrupted ends twice. */
export const endAll = (): Promise<void> => (closing ??= close().finally(() => (closing = undefined)));

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Child = { readonly process: ChildProcess; readonly pid: number; stop(): Promise<void> };

const ENVIRONMENT = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' };
const TSX = ['--import', 'tsx'];
const ROOT = path.join(__dirname, '..', '..');

/** Options of node for every process that is measured, such as `--cpu-prof --cpu-prof-dir=profiles`. */
const NODE_OPTIONS = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);

function kept(child: ChildProcess): Child {
  const gone = once(child, 'exit');
  const stop = async () => {
    // One that is forked ends by itself when its channel does, and leaves a profile where it was told to.
    if (child.connected) child.disconnect();
    else if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
  };
  atEnd(stop);
  return { process: child, pid: child.pid as number, stop };
}

/** A program of this project in a process of its own, with a channel to tell and to be told. */
export const forked = (file: string, args: readonly string[]): Child =>
  kept(
    fork(path.join(ROOT, file), args, {
      execArgv: [...NODE_OPTIONS, ...TSX],
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );

/** A program of this project as its users start it; what it writes is kept in `written`. */
export function spawned(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child & { written(): string } {
  const child = spawn(process.execPath, [...NODE_OPTIONS, ...TSX, file, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...ENVIRONMENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (written += text));
  return { ...kept(child), written: () => written };
}

/** Waits for what a program writes when it is ready. @throws Error with what it wrote instead */
export async function untilWritten(child: ReturnType<typeof spawned>, pattern: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = pattern.exec(child.written());
    if (found) return found;
    const { exitCode, signalCode, stdout, stderr } = child.process;
    if (exitCode !== null || signalCode !== null) throw new Error(`A server did not start:\n${child.written()}`);
    const told = new AbortController();
    const { signal } = told;
    const next = [once(stdout as never, 'data', { signal }), once(stderr as never, 'data', { signal })];
    await Promise.race([...next, once(child.process, 'exit', { signal })]);
    told.abort();
  }
}

/** What a program says next. @throws Error when it ends instead */
export const hear = <T>({ process: child }: Child): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A process of the benchmark has ended with ${code}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
