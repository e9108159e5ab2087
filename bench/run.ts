import { endAll } from './measure/processes';
import { OptionsError } from './options';

const INTERRUPTED = 130;
const began = performance.now();

/** For a person who waits, with the seconds that have passed. */
export const tell = (what: string): void =>
  void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}\n`);

function fail(error: unknown): void {
  // What is asked while all is being closed fails, and nobody wants to know.
  if (process.exitCode === INTERRUPTED) return;
  process.stderr.write(`${error instanceof OptionsError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    fail(error);
  } finally {
    await endAll();
  }
}

function interrupted(): void {
  process.exitCode = INTERRUPTED;
  void endAll().then(() => process.exit());
}

/** Runs a benchmark from the command line; whatever becomes of it, no process of it stays. */
export function runBench<Options extends { readonly help: boolean }>(
  read: (args: readonly string[]) => Options,
  usage: string,
  measure: (options: Options) => Promise<void>,
): void {
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  void attempt(async () => {
    const options = read(process.argv.slice(2));
    if (!options.help && process.platform !== 'linux')
      throw new OptionsError('CPU time is read from /proc: this needs Linux.');
    if (options.help) process.stdout.write(usage);
    else await measure(options);
  });
}
