import { explain } from './startErrors';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function endWith(code: number): never {
  process.exit(code);
}

/** Sentences for whoever has started the process; its log is another thing. */
export const say = (sentence: string): void =>
  void process.stdout.write(`[${performance.now().toFixed(0).padStart(6)} ms] ${sentence}\n`);

export function fail(error: unknown): never {
  process.stderr.write(`\n${explain(error)}\n`);
  return endWith(1);
}

const LOOK_EVERY = 250;

/**
 * npm hands a signal to the shell between itself and this process, and that dies of it without a word. So who was started by
 * npm, or by a parent that has given its id, ends when that has.
 */
function whenOrphaned(end: () => void): void {
  const { npm_lifecycle_event: script, AGORA_PARENT: given } = process.env;
  if (script === undefined && given === undefined) return;
  // It may have died before we came to look.
  const parent = given === undefined ? process.ppid : Number(given);
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, LOOK_EVERY).unref();
}

/**
 * Ends well at the first signal, at once at the second. `running` is null while it still starts.
 * @param patience milliseconds after which it ends anyway; for ever if not given
 */
export function obeySignals(running: () => { stop(): Promise<void> } | null, patience?: number): void {
  let asked = false;
  const end = () => {
    const server = running();
    if (!server) endWith(0);
    asked = true;
    say('Stopping: letting what is under way finish. Press Ctrl-C again to stop at once.');
    if (patience !== undefined) setTimeout(() => endWith(1), patience).unref();
    server.stop().then(() => {
      say('Stopped.');
      endWith(0);
    }, fail);
  };
  for (const signal of SIGNALS) process.on(signal, () => (asked ? endWith(1) : end()));
  whenOrphaned(() => asked || end());
}
