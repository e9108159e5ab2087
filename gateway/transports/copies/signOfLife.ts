import { Agent, request } from 'undici';
import { socketOptions } from '../http/connecting';
import type { Address } from '../settings';

/** Milliseconds: a room needs no turn for that among those that wait. */
const PATIENCE = 1_000;

/** Asks one of our rooms how it is, each time on a connection of its own: the others may all wait for something. */
export function signOfLife(address: string, way: Pick<Address, 'tls' | 'at'>) {
  const dispatcher = new Agent({ pipelining: 0, connect: socketOptions(way) });
  async function affirms(path: string): Promise<boolean> {
    try {
      const sent = { dispatcher, signal: AbortSignal.timeout(PATIENCE) };
      const { statusCode, body } = await request(new URL(path, address), sent);
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
  }
  return {
    lives: () => affirms('/health/live'),
    isReady: () => affirms('/health/ready'),
    stop: () => dispatcher.destroy(),
  };
}
