import { readFileSync } from 'node:fs';
import type { ServiceKey, ServiceKeys } from '../platform/identity/seal';
import { validateTenants, type Tenant } from '../platform/identity/tenants';

// What the value of a setting may be. Each reads it, and throws the end of the sentence "NAME … " when it cannot be.

export const oneOf =
  <T extends string>(...values: readonly T[]) =>
  (text: string): T => {
    const found = values.find((value) => value === text);
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return found;
  };

export const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new Error(`must be a whole number from ${least} to ${most}`);
  return value;
};

export const atMost = (text: string): number => whole(0, 1_000_000)(text) || Infinity;

export function postgresUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new Error('must look like postgres://user:password@host:5432/database');
  return text;
}

export function webUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error('must look like http://host:4318');
  return text;
}

export function secret(text: string): string {
  if (text.length < 16) throw new Error('must have at least 16 characters');
  return text;
}

function isTenant(value: unknown): value is Tenant {
  const { id, name, hosts, currencies, locales } = (value ?? {}) as Record<string, unknown>;
  const texts = (list: unknown, least: number) =>
    Array.isArray(list) && list.length >= least && list.every((each) => typeof each === 'string');
  return (
    typeof id === 'string' && typeof name === 'string' && texts(hosts, 0) && texts(currencies, 1) && texts(locales, 1)
  );
}

export function tenantsIn(file: string): readonly Tenant[] {
  let tenants: unknown;
  try {
    tenants = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`must be a JSON file that can be read: ${(error as Error).message}`, { cause: error });
  }
  if (!Array.isArray(tenants) || !tenants.every(isTenant)) {
    throw new Error('must hold a list of tenants, each with id, name, hosts, currencies and locales');
  }
  try {
    return validateTenants(tenants);
  } catch (error) {
    throw new Error(`names tenants that cannot be: ${(error as Error).message}`, { cause: error });
  }
}

export const optional =
  <T>(parse: (text: string) => T) =>
  (text: string): T | undefined =>
    text === '' ? undefined : parse(text);

/** For what is needed only where the supergraph comes from there. @param what it is, as a person is told */
export const neededBy =
  <T>(source: string, what: string, parse: (text: string) => T) =>
  (text: string, { SUPERGRAPH_SOURCE: chosen }: Readonly<Record<string, string | undefined>>): T | undefined => {
    if (text !== '') return parse(text);
    if (chosen?.trim() === source) throw new Error(`is needed for SUPERGRAPH_SOURCE=${source}: ${what}`);
    return undefined;
  };

export function shareOrOff(text: string): number | undefined {
  if (text === 'off') return undefined;
  const share = Number(text);
  if (!/^(\d+|\d*\.\d+)$/.test(text) || share > 1) throw new Error('must be a number from 0 to 1, such as 0.2, or off');
  return share;
}

export function redisUrl(text: string): string {
  if (!URL.canParse(text) || !/^rediss?:$/.test(new URL(text).protocol))
    throw new Error('must look like redis://host:6379');
  return text;
}

type Environment = Readonly<Record<string, string | undefined>>;

const TLS = ['TLS_CERT', 'TLS_KEY', 'TLS_CA'] as const;

/** A file of those with which processes show each other who they are: with one, all three are needed. */
export const tlsFile =
  (read: (file: string, env: Environment) => string) =>
  (file: string, env: Environment): string | undefined => {
    if (file === '') return undefined;
    const missing = TLS.filter((name) => !env[name]?.trim());
    if (missing.length > 0) throw new Error(`needs ${missing.join(' and ')} as well`);
    return read(file, env);
  };

/** Addresses of the copies of a room. */
export function roomUrls(text: string): readonly string[] {
  const urls = text.split(',').map((each) => each.trim());
  for (const url of urls)
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).pathname !== '/')
      throw new Error('must look like http://host:4001, with a comma between the copies of a room');
  return urls;
}

export function executorId(text: string): string {
  if (!/^[\w.-]{1,64}$/.test(text)) throw new Error('may have 64 letters, digits, dots, dashes and underscores');
  return text;
}

const LEAST_SECRET = 32;

function serviceKey(text: string): ServiceKey {
  const [, id, shared = ''] = /^([\w-]{1,64}):(.*)$/.exec(text) ?? [];
  if (id === undefined) throw new Error('must look like id:secret, or new:secret,old:secret while keys change');
  if (shared.length < LEAST_SECRET) throw new Error(`must have secrets of at least ${LEAST_SECRET} characters`);
  return { id, secret: shared };
}

/** The first seals, both are accepted. */
export function serviceKeys(text: string): ServiceKeys {
  const [first, ...others] = text.split(',').map((each) => serviceKey(each.trim()));
  if (others.length > 1) throw new Error('may have two keys: the one that seals, and the one before it');
  if (others.some(({ id }) => id === first?.id)) throw new Error('must have keys of different ids');
  return [first as ServiceKey, ...others];
}
