import type { Logger } from 'pino';
import { Agent, request } from 'undici';
import type { Tls } from '../../platform/identity/tls';
import type { Seal } from '../../platform/identity/seal';
import { unavailable } from '../../platform/kernel/errors';
import type { AnySubgraph } from '../../platform/subgraph/definition';
import type { RouteAnswer, RoutedRoom, RouteRequest } from '../http/roomRoutes';
import type { Addresses } from './addressedRooms';

// What describes the connection is between two programs alone.
const OWN =
  /^(host|connection|keep-alive|transfer-encoding|upgrade|te|trailer|expect|content-length|agora-envelope|agora-seal)$/;

const handedOn = ({ headers }: RouteRequest): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined || OWN.test(name) ? [] : [[name, value]])),
  );

export type RoutingOptions = {
  readonly addresses: Addresses;
  readonly seal: Seal;
  readonly tls?: Tls;
  /** Milliseconds that a room may take. */
  readonly timeout: number;
  readonly log: Logger;
};

type Route = { readonly method: 'GET' | 'POST'; readonly path: string };

/** Hands the HTTP endpoints of rooms on to where the rooms are: their webhooks come in at the gateway. */
export function routedThere(
  definitions: readonly AnySubgraph[],
  { addresses, seal, tls, timeout, log }: RoutingOptions,
) {
  const dispatcher = new Agent({ connect: { timeout, ...tls }, headersTimeout: timeout, bodyTimeout: timeout });

  async function hand(
    room: string,
    { method, path }: Route,
    ...[envelope, asked]: Parameters<RoutedRoom['routes'][number]['handle']>
  ): Promise<RouteAnswer> {
    const { body } = asked;
    for (const address of addresses[room] ?? []) {
      const headers = { ...handedOn(asked), ...seal(envelope, { room, method, path, body }) };
      try {
        const sent = { method, headers, body: method === 'GET' ? undefined : body, dispatcher };
        const answer = await request(new URL(path, address), sent);
        const text = await answer.body.text();
        const type = answer.headers['content-type'];
        if (answer.statusCode === 503) throw new Error(text);
        return {
          status: answer.statusCode,
          body: text,
          headers: typeof type === 'string' ? { 'content-type': type } : {},
        };
      } catch (error) {
        log.warn({ err: error, room, path }, 'a room does not answer');
      }
    }
    throw unavailable(`The room ${room} does not answer.`);
  }

  const routed = definitions.map(({ name, routes = [] }): RoutedRoom => ({
    name,
    routes: routes.map(({ method, path }) => ({
      method,
      path,
      handle: (envelope, asked) => hand(name, { method, path }, envelope, asked),
    })),
  }));
  return { routed, stop: () => dispatcher.close() };
}
