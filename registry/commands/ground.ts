import { openStore } from '../store/open';
import type { Store } from '../store/store';
import type { Ground } from './command';
import { paintFor } from './paint';

/** The process as a ground to stand on. */
export function groundOf({ env, stdin, stdout, stderr, cwd }: NodeJS.Process): Ground & { close(): Promise<void> } {
  let opened: Promise<Store> | undefined;
  return {
    store: () => (opened ??= openStore(env)),
    now: () => new Date(),
    cwd: cwd(),
    env,
    input: stdin,
    write: (text) => void stdout.write(text),
    tell: (text) => void stderr.write(text),
    paint: paintFor(stdout, env),
    async close() {
      // One that could not be opened has been told of already.
      const store = await opened?.catch(() => undefined);
      await store?.close();
    },
  };
}
