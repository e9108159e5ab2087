import { randomBytes } from 'node:crypto';
import type { Environment } from '../../gateway/settings';
import { StartError } from '../../gateway/startErrors';

/** A process of the distributed shape, as it is started. */
export type Planned = {
  /** `orders-1`, `gateway-2`. */
  readonly name: string;
  readonly kind: 'room' | 'gateway';
  /** Of the entry point, with its arguments. */
  readonly command: readonly string[];
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
};

export type Ground = { readonly databaseUrl: string; readonly redisUrl: string };

const HOST = '127.0.0.1';
const MOST = 8;

/** How many copies are asked for: `COPIES_orders=2`; one where nothing is. @throws StartError */
export function copiesOf(room: string, environment: Environment, byDefault = 1): number {
  const given = environment[`COPIES_${room}`]?.trim();
  if (!given) return byDefault;
  const copies = Number(given);
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST)
    throw new StartError(`COPIES_${room} must be a whole number from 1 to ${MOST}.`);
  return copies;
}

const given = (environment: Environment, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (environment[name]?.trim() ? [[name, environment[name]]] : [])));

const secret = (): string => randomBytes(32).toString('base64url');

/** One line a process: rooms first, since gateways stand in front of them. @param nextPort a port that is free */
export async function plan(
  rooms: readonly string[],
  environment: Environment,
  { databaseUrl, redisUrl }: Ground,
  nextPort: () => Promise<number>,
): Promise<Planned[]> {
  const urlsOf = async (name: string, scheme: string, byDefault?: number) => {
    const urls: string[] = [];
    while (urls.length < copiesOf(name, environment, byDefault)) urls.push(`${scheme}://${HOST}:${await nextPort()}`);
    return urls;
  };
  const tls = given(environment, ['TLS_CERT', 'TLS_KEY', 'TLS_CA']);
  const addresses = new Map<string, readonly string[]>();
  for (const room of rooms) addresses.set(room, await urlsOf(room, tls.TLS_CERT === undefined ? 'http' : 'https'));
  const shared = {
    HOST,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SERVICE_KEYS: environment.SERVICE_KEYS?.trim() || `start:${secret()}`,
    PAYMENTS_WEBHOOK_SECRET: environment.PAYMENTS_WEBHOOK_SECRET?.trim() || secret(),
    LOG_LEVEL: environment.LOG_LEVEL?.trim() || 'warn',
    ...tls,
    // They would be in each other's way on one port.
    ...(environment.METRICS_PORT?.trim() && { METRICS_PORT: '0' }),
    ...Object.fromEntries([...addresses].map(([room, urls]) => [`${room.toUpperCase()}_URL`, urls.join(',')])),
  };
  const planned = (kind: Planned['kind'], command: readonly string[], more: (name: string) => object) =>
    function copy(url: string, at: number): Planned {
      const name = `${command[1] ?? 'gateway'}-${at + 1}`;
      return { name, kind, command, url, environment: { ...shared, PORT: new URL(url).port, ...more(name) } };
    };
  const ofRooms = [...addresses].flatMap(([room, urls]) =>
    urls.map(planned('room', ['subgraphs/serve.ts', room], (name) => ({ EXECUTOR_ID: name }))),
  );
  const ofGateways = (await urlsOf('gateway', 'http', 2)).map(planned('gateway', ['gateway/main.ts'], () => ({})));
  return [...ofRooms, ...ofGateways];
}
