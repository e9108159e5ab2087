import type { SignedDelivery } from './delivery';
import { isObject, isText, isWhole } from './shapes';
import type { UsageBatch, UsageCount } from './usage';

/**
 * The live supergraph: `GET` with `authorization: Bearer TOKEN` answers 200 with a `SignedDelivery` as JSON and an `ETag`, or
 * 304 where `If-None-Match` has that of the live one. With `?wait=30` it answers as soon as there is another one, and 304 after
 * as many seconds at the latest. 404 before the first release, 401 and 403 for the token, 503 while the service stops.
 */
export const SUPERGRAPH_PATH = '/v1/supergraph';

/** What gateways have counted: `POST` of a `UsageBatch` as JSON. Answers 204, also for a batch that has come before. */
export const USAGE_PATH = '/v1/usage';

/** Redis channel on which the service publishes the number of each release. Only a hint: whoever hears it asks the service. */
export const HINT_CHANNEL = 'agora-registry';

/** Seconds for which one request may wait for another release. */
export const LONGEST_WAIT = 60;

/** Counts that one batch may have. */
export const MOST_USES = 10_000;

/** Characters that a client's name or version may have. */
export const LONGEST_CLIENT = 200;

/** The body of every answer that is no success, but for the 503 of a service that starts or stops. */
export type RegistryError = { readonly error: { readonly code: string; readonly message: string } };

/** What has come over the wire is not what it should be. */
export class WireError extends Error {
  override name = 'WireError';
}

/** The ETag of a delivery, with its quotation marks. */
export const etagOf = ({ release, version }: Pick<SignedDelivery, 'release' | 'version'>): string =>
  `"${release}-${version}"`;

/** @throws WireError */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WireError('It is not JSON.', { cause: error });
  }
}

const LONGEST_NAME = 100;

/**
 * What the service has answered, in the shape that it should have. Whether it is the registry's is told by `refusalOf`, and that
 * no release older than the one served comes back by the number of the release.
 * @throws WireError
 */
export function readDelivery(text: string): SignedDelivery {
  const value = parsed(text);
  if (!isObject(value)) throw new WireError('It is no delivery of a supergraph.');
  const { version, release, supergraph, publishedAt, key, signature } = value;
  const names = [version, publishedAt, key, signature];
  if (!names.every((each) => isText(each, 1, LONGEST_NAME)) || !isText(supergraph, 1) || !isWhole(release, 1))
    throw new WireError('It is no delivery of a supergraph.');
  return { version, release, supergraph, publishedAt, key, signature } as SignedDelivery;
}

const COORDINATE = /^[_A-Za-z]\w*\.[_A-Za-z]\w*(\([_A-Za-z]\w*:\))?$/;
const LONGEST_COORDINATE = 400;
const DAY = /^\d{4}-\d\d-\d\d$/;

const isDay = (value: unknown): boolean =>
  isText(value) && DAY.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));

function readUse(value: unknown, index: number): UsageCount {
  const { coordinate, client, clientVersion, count } = isObject(value) ? value : {};
  const wrong = (what: string) => new WireError(`uses[${index}] ${what}`);
  if (!isText(coordinate, 1, LONGEST_COORDINATE) || !COORDINATE.test(coordinate))
    throw wrong('needs a coordinate such as Type.field or Type.field(argument:).');
  if (!isText(client, 0, LONGEST_CLIENT) || !isText(clientVersion, 0, LONGEST_CLIENT))
    throw wrong(`needs client and clientVersion, texts of at most ${LONGEST_CLIENT} characters.`);
  if (!isWhole(count, 1)) throw wrong('needs a count, a whole number from 1.');
  return { coordinate, client, clientVersion, count };
}

/** What a gateway has sent, and nothing else that it may have put there. @throws WireError */
export function readUsage(value: unknown): UsageBatch {
  const { id, day, uses } = isObject(value) ? value : {};
  if (!isText(id, 1, LONGEST_NAME)) throw new WireError(`A batch needs an id of 1 to ${LONGEST_NAME} characters.`);
  if (!isDay(day)) throw new WireError('A batch needs a day such as 2026-01-31, in UTC.');
  if (!Array.isArray(uses) || uses.length > MOST_USES)
    throw new WireError(`A batch needs uses, a list of at most ${MOST_USES}.`);
  return { id, day: day as string, uses: uses.map(readUse) };
}
