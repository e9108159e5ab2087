import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDistributed, readServiceSettings } from '../../../gateway/serviceSettings';
import { OWNERS, readSettings, ROOM_SETTINGS, SETTINGS } from '../../../gateway/settings';
import type { AnySubgraph } from '../../../platform/subgraph/definition';

export const DOCKER = path.join(__dirname, '../../../docker');
export const ROOMS = OWNERS.filter((owner) => owner !== 'workflows');

const NAMES = new Set([
  ...Object.keys(SETTINGS),
  ...Object.keys(ROOM_SETTINGS).flatMap((name) => OWNERS.map((owner) => name.replace('<ROOM>', owner.toUpperCase()))),
]);

export const unknownIn = (names: readonly string[]): string[] => names.filter((name) => !NAMES.has(name));

/** What nobody may read in a file. */
export const isSecret = (name: string): boolean =>
  /^(SERVICE_KEYS|REDIS_URL|.*DATABASE_URL|.*(SECRET|PASSWORD))$/.test(name);

/** What stands in for secrets, which are no part of the files. */
export const SECRETS: Readonly<Record<string, string>> = {
  SERVICE_KEYS: `test:${'k'.repeat(32)}`,
  DATABASE_URL: 'postgres://agora:test@database:5432/agora',
  REDIS_URL: 'redis://redis:6379',
  PAYMENTS_WEBHOOK_SECRET: 's'.repeat(32),
  POSTGRES_PASSWORD: 'test',
};

type Program = { readonly program: string; readonly args: readonly string[] };

/** @throws Error for a command that does not run one of our entry points as the image does */
export function programOf(command: readonly string[]): Program {
  const [node, loader, tsx, program = '', ...args] = command;
  if (`${node} ${loader} ${tsx}` !== 'node --import tsx')
    throw new Error(`${command.join(' ')} is not how the image runs.`);
  return { program, args };
}

/** Where this process would look for the rooms. @throws SettingsError when it would not start */
export function addressesFor({ program, args }: Program, environment: Readonly<Record<string, string>>) {
  const definitions = ROOMS.map((name) => ({ name }) as AnySubgraph);
  if (program === 'subgraphs/serve.ts') return readServiceSettings(args, environment, definitions).settings.roomUrls;
  const settings = readSettings(environment);
  if (program !== 'gateway/main.ts' || !isDistributed(settings))
    throw new Error(`${program} is no gateway in front of rooms.`);
  return settings.roomUrls;
}

/** The variables that the image sets. */
export function imageEnvironment(): Record<string, string> {
  const file = readFileSync(path.join(DOCKER, 'Dockerfile'), 'utf8');
  const pairs = [...file.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => line.split(' '));
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}
