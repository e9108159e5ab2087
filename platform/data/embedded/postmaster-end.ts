import { setTimeout as pause } from 'node:timers/promises';
import type { Postmaster } from './postmaster';
import { findProcess } from './processes';

const FAST_SHUTDOWN = 20_000;
const IMMEDIATE_SHUTDOWN = 5_000;

/** Ends the server: clients are cut off, everything acknowledged is on disk. Resolves when it is gone. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_SHUTDOWN],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN],
    ['SIGKILL', IMMEDIATE_SHUTDOWN],
  ];
  for (const [signal, patience] of steps) {
    if (postmaster.isGone()) return;
    send(postmaster.pid, signal);
    const alarm = new AbortController();
    await Promise.race([postmaster.ended, pause(patience, undefined, { signal: alarm.signal }).catch(() => {})]);
    alarm.abort();
  }
}

/** Ends the server while this process exits: nothing can be awaited there, so it blocks until the server is gone. */
export function endAtExit(pid: number | undefined) {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (const [signal, patience] of [
    ['SIGINT', 5_000],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 1_000],
  ] as const) {
    if (!pid || !findProcess(pid)) return;
    send(pid, signal);
    const deadline = Date.now() + patience;
    while (findProcess(pid) && Date.now() < deadline) Atomics.wait(sleeper, 0, 0, 10);
  }
}

function send(pid: number | undefined, signal: NodeJS.Signals) {
  try {
    if (pid) process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
