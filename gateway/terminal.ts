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

/** Ends well at the first signal, at once at the second. `running` is null while it still starts. */
export function obeySignals(running: () => { stop(): Promise<void> } | null): void {
  let asked = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const server = running();
      if (asked || !server) endWith(asked ? 1 : 0);
      asked = true;
      say('Stopping: letting what is under way finish. Press Ctrl-C again to stop at once.');
      server.stop().then(() => {
        say('Stopped.');
        endWith(0);
      }, fail);
    });
  }
}
