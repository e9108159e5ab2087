import type { Logger } from 'pino';
import type { Withdrawals } from '../../../platform/redis/withdrawals';
import { httpTransport } from '../http/http';
import { resilient, type ResilientTransport } from '../resilient';
import type { HttpSettings } from '../settings';
import { signOfLife } from './signOfLife';
import { watched } from './watched';
import { withdrawing } from './withdrawing';

/** A way to a room, with connections of its own. */
export type Copy = { readonly transport: ResilientTransport; stop(): Promise<void> };

/** `http://host:port`, and which of the host's internet addresses is meant, if not any of them. */
export type Place = { readonly room: string; readonly address: string; readonly at?: string };

const PATH = '/graphql';

/** Two and a half times as long as our rooms are silent (platform/service/streams.ts). */
const SILENCE = 30_000;

/** Milliseconds: less than a room that stops goes on turning requests away, so that none is written where it has just hung up. */
const IDLE = 500;

/** @param withdrawals takes back what may not be sent twice; then it goes on waiting, or fails, if not given */
export function copyOpener(settings: HttpSettings, log: Logger, withdrawals?: Withdrawals) {
  const timeout = settings.headersTimeout + settings.bodyTimeout;

  function openWay({ room, address, at }: Place) {
    const url = new URL(PATH, address).href;
    const http = httpTransport({ silence: SILENCE, idle: IDLE, ...settings, room, url, at, log });
    const way = withdrawals ? withdrawing(http, { room, withdrawals, log }) : { ...http, withdraw() {} };
    return { way, stop: http.stop };
  }

  return {
    /** All there is of a room. */
    openOnly(place: Place): Copy {
      const { way, stop } = openWay(place);
      return { transport: resilient(way, { room: place.room, log, timeout }), stop };
    },
    /** One of several: another one is asked sooner than the same again, and one that has started is soon asked again. */
    openOneOf(place: Place): Copy {
      const { room, address, at } = place;
      const [{ way, stop }, sign] = [openWay(place), signOfLife(address, { tls: settings.tls, at })];
      const guarded = resilient(way, { room, log, timeout, retries: 0, rest: 1_000 });
      const transport = watched(guarded, { room, log, ...sign, withdraw: way.withdraw });
      return {
        transport,
        async stop() {
          transport.stop();
          await Promise.all([stop(), sign.stop()]);
        },
      };
    },
  };
}
