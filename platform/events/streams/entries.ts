import type { EventMessage } from '../event';

/** Ids and fields of entries of a stream, as Redis lists them: names and values in turns. */
export type Entry = readonly [id: string, fields: readonly string[] | null];

const PREFIX = 'agora:events:';

/** The stream of what a room publishes. */
export const streamOf = (room: string): string => `${PREFIX}${room}`;

export const roomOf = (stream: string): string => stream.slice(PREFIX.length);

/** What has been given up, of all rooms. */
export const DEAD_LETTERS = 'agora:dead-letters';

/** Where a publisher hears who has taken its events in. */
export const heardChannel = (publisher: string): string => `agora:heard:${publisher}`;

export const fieldsOf = ({ id, tenant, type, payload, occurredAt }: EventMessage, from: string): string[] => [
  'id',
  id,
  'tenant',
  tenant,
  'type',
  type,
  'payload',
  JSON.stringify(payload),
  'occurredAt',
  occurredAt.toISOString(),
  'from',
  from,
];

export function pairs(fields: readonly string[] | null): Record<string, string> {
  const named: Record<string, string> = {};
  for (let at = 0; fields && at + 1 < fields.length; at += 2) named[fields[at] as string] = fields[at + 1] as string;
  return named;
}

/** An event as it was read, and who wants to hear that it was. */
export type Received = { readonly entry: string; readonly from: string; readonly event: EventMessage };

/** @throws Error when it is no event */
export function readEntry([entry, fields]: Entry): Received {
  const { id, tenant, type, payload, occurredAt, from = '' } = pairs(fields);
  const time = new Date(occurredAt ?? '');
  if (!id || !tenant || !type || payload === undefined || Number.isNaN(time.getTime()))
    throw new Error('It is no event: a field is missing.');
  return { entry, from, event: { id, tenant, type, payload: JSON.parse(payload) as unknown, occurredAt: time } };
}
