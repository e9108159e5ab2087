import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that a system gives to outgoing connections, which would take it before it is used (Linux: from 32768 on). */
const [FROM, TO] = [10_000, 32_000];
const ATTEMPTS = 100;

/** A port that is free on the loopback address now; somebody else may take it before it is used. */
export function freePort(attempts = ATTEMPTS): Promise<number> {
  const port = randomInt(FROM, TO);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (attempts > 1 ? resolve(freePort(attempts - 1)) : reject(error)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
