import type { ServiceKeys } from '../platform/identity/seal';
import type { Tls } from '../platform/identity/tls';
import type { AnySubgraph } from '../platform/subgraph/definition';
import { OWNERS, readSettings, SettingsError, type Environment, type Settings } from './settings';

/** What every process needs to know where rooms are services of their own. */
type Shared = { readonly SERVICE_KEYS: ServiceKeys };

export type ServiceSettings = Settings & Shared & { readonly REDIS_URL: string };
export type DistributedSettings = Settings & Shared;

const LIST = (mistakes: readonly string[]) => mistakes.map((each) => `  - ${each}`).join('\n');

function refuse(who: string, mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new SettingsError(`${who} cannot start:\n${LIST(mistakes)}`);
}

/** What shows to others who this process is, where that is asked for. */
export const tlsOf = ({ TLS_CERT: cert, TLS_KEY: key, TLS_CA: ca }: Settings): Tls | undefined =>
  cert === undefined || key === undefined || ca === undefined ? undefined : { cert, key, ca };

/** Sentences for rooms that are not asked by TLS, although everybody is to show a certificate. */
const openAddresses = (settings: Settings): string[] =>
  Object.entries(tlsOf(settings) ? settings.roomUrls : {})
    .filter(([, urls]) => urls.some((url) => !url.startsWith('https:')))
    .map(([room]) => `${room.toUpperCase()}_URL must begin with https://, since TLS_CERT is given.`);

/** Sentences for what is needed to reach the rooms. */
const missingAddresses = (settings: Settings, rooms: readonly string[]): string[] => [
  ...openAddresses(settings),
  ...rooms
    .filter((room) => settings.roomUrls[room] === undefined)
    .map((room) => `${room.toUpperCase()}_URL is needed: where the room ${room} is, such as http://${room}:4000.`),
  ...(settings.SERVICE_KEYS
    ? []
    : ['SERVICE_KEYS is needed: a key such as 2026:<32 characters or more>, the same for all.']),
];

/**
 * What a room that is a service of its own is started with.
 * @param args of the command line: the name of the room
 * @throws SettingsError with a sentence for every mistake
 */
export function readServiceSettings(
  [name = '', ...more]: readonly string[],
  env: Environment,
  definitions: readonly AnySubgraph[],
): { definition: AnySubgraph; settings: ServiceSettings } {
  const names = definitions.map((each) => each.name);
  const definition = definitions.find((each) => each.name === name);
  if (!definition || more.length > 0)
    throw new SettingsError(`Name one room to serve: npm run serve -- ${names.join(' | ')}`);
  const settings = readSettings(env);
  const { DATABASE_URL, REDIS_URL, roomDatabases } = settings;
  const others = names.filter((each) => each !== name);
  const databases = [name, 'workflows'].filter((owner) => (roomDatabases[owner] ?? DATABASE_URL) === undefined);
  refuse(`The room ${name}`, [
    ...(databases.length > 0
      ? [
          `DATABASE_URL is needed (or ${databases.map((owner) => `${owner.toUpperCase()}_DATABASE_URL`).join(' and ')}).`,
        ]
      : []),
    ...(REDIS_URL === undefined ? ['REDIS_URL is needed: events and live updates go through it.'] : []),
    ...missingAddresses(settings, others),
  ]);
  return { definition, settings: settings as ServiceSettings };
}

/** Whether the rooms are services of their own. @throws SettingsError with a sentence for each that is not given */
export function isDistributed(settings: Settings): settings is DistributedSettings {
  if (Object.keys(settings.roomUrls).length === 0) return false;
  const rooms = OWNERS.filter((owner) => owner !== 'workflows');
  refuse('The gateway', missingAddresses(settings, rooms));
  return true;
}
