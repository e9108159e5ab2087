import { Agent, request } from 'undici';
import type { Tls } from '../../platform/identity/tls';

const PATH = '/health/live';
/** Milliseconds: a room needs no database for that, and no turn among those that wait. */
const PATIENCE = 1_000;

/** Asks one of our rooms whether it lives, each time on a connection of its own: the others may all wait for something. */
export function signOfLife(address: string, tls?: Tls) {
  const dispatcher = new Agent({ pipelining: 0, connect: tls });
  const url = new URL(PATH, address);
  return {
    async lives(): Promise<boolean> {
      try {
        const { statusCode, body } = await request(url, { dispatcher, signal: AbortSignal.timeout(PATIENCE) });
        await body.dump();
        return statusCode === 200;
      } catch {
        return false;
      }
    },
    stop: () => dispatcher.destroy(),
  };
}
