import type { Envelope } from '../../../platform/identity/envelope';
import pino from 'pino';
import { sealer, type ServiceKeys } from '../../../platform/identity/seal';
import type { Tls } from '../../../platform/identity/tls';
import { unsealer } from '../../../platform/identity/unsealing';
import { openNonces } from '../../../platform/redis/nonces';
import type { Withdrawals } from '../../../platform/redis/withdrawals';
import { serviceMetrics } from '../../../platform/service/metrics';
import { serveRoom } from '../../../platform/service/service';
import { callbackEmitter } from '../../../platform/subgraph/callbacks/emitter';
import type { Room } from '../../../platform/subgraph/room';
import { openFrontDoor } from '../../http/frontDoor';
import { addressedRooms } from '../../transports/addressedRooms';
import { HTTP_DEFAULTS, type HttpSettings } from '../../transports/settings';

/** A buyer who asks. */
export const ada: Envelope = {
  requestId: 'asked by Ada',
  tenant: 'demo',
  locale: 'en-US',
  currency: 'USD',
  identity: { kind: 'user', id: 'usr_ada', roles: ['BUYER'] },
};

export const KEYS: ServiceKeys = [{ id: 'test', secret: 'a secret of at least 32 characters' }];

/**
 * One copy of a room as a service, on a free port or one that is given. What it says goes to `lines`.
 * @param redisUrl where it remembers nonces together with the others; by itself if not given
 */
export async function startCopy(
  room: Room,
  { port = 0, redisUrl, tls }: { port?: number; redisUrl?: string; tls?: Tls } = {},
) {
  const lines: { msg: string; flaw?: string }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as never) });
  const metrics = serviceMetrics(room.name);
  const emitter = callbackEmitter({ routers: [], log });
  const shared = redisUrl === undefined ? undefined : openNonces({ url: redisUrl, name: 'test', log }, metrics.alone);
  const unseal = unsealer({ keys: KEYS, seen: shared?.seen });
  const service = serveRoom({ room, unseal, emitter, metrics, log });
  const door = await openFrontDoor({ port, host: '127.0.0.1', tls });
  door.open({ handle: service.handle, upgrade: service.upgrade, check: async () => true });
  return {
    url: door.url,
    lines,
    refusals: async () => (await metrics.registry.getSingleMetric('agora_room_unsealed_requests_total')?.get())?.values,
    /** As it begins to stop: who listens is sent away, and nobody is let in any more. */
    async drain() {
      await service.endLive();
      await door.drain(1_000);
    },
    async stop() {
      await service.endLive();
      await door.close();
      shared?.close();
    },
  };
}
export type Copy = Awaited<ReturnType<typeof startCopy>>;

/** How a gateway reaches copies of a room. */
export const reach = (
  room: string,
  copies: readonly { readonly url: string }[],
  settings: Partial<HttpSettings> = {},
  withdrawals?: Withdrawals,
) =>
  addressedRooms(
    { [room]: copies.map(({ url }) => url) },
    { ...HTTP_DEFAULTS, subscriptions: 'sse', headersOf: sealer(KEYS), ...settings },
    pino({ level: 'silent' }),
    { withdrawals },
  );
