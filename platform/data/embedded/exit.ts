import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const duties: (() => void)[] = [];

/**
 * Has `duty` done when this process exits, the newest duty first. Duties are synchronous.
 * Returns a function that calls it off.
 */
export function onExit(duty: () => void): () => void {
  if (duties.length === 0) listen();
  duties.push(duty);
  return () => {
    const index = duties.indexOf(duty);
    if (index < 0) return;
    duties.splice(index, 1);
    if (duties.length === 0) unlisten();
  };
}

function listen() {
  process.on('exit', doDuties);
  for (const signal of SIGNALS) process.on(signal, exitUnlessHandled);
}

function unlisten() {
  process.off('exit', doDuties);
  for (const signal of SIGNALS) process.off(signal, exitUnlessHandled);
}

function doDuties() {
  while (duties.length > 0) duties.pop()?.();
}

/** A signal that nobody handles would end the process without its 'exit' event. */
function exitUnlessHandled(signal: (typeof SIGNALS)[number]) {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}
