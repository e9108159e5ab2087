import { isObject, isText, isWhole } from '../../platform/delivery/shapes';
import type { UsageBatch, UsageCount } from '../../platform/delivery/usage';
import { readUsage, WireError } from '../../platform/delivery/wire';
import type { Approval, ClientRelease, Release, Signed } from './store';

type Is = (value: unknown) => boolean;

const text: Is = (value) => isText(value);
const filled: Is = (value) => isText(value, 1);
const whole: Is = (value) => isWhole(value, 0);
const optional =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value);
const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const fieldsOf = (fields: { readonly [name: string]: Is }): Is => {
  const checks = Object.entries(fields);
  return (value) => isObject(value) && checks.every(([name, is]) => is(value[name]));
};

const time: Is = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const signed = fieldsOf({ by: filled, at: time, commit: optional(text) });

/** Whether JSON that was read holds what it should. Each says so of one kind. */
const as =
  <T>(is: Is) =>
  (value: unknown): value is T =>
    is(value);

export type Manifest = {
  readonly id: string;
  /** The hash of the supergraph: the id is that of the subgraphs alone. */
  readonly supergraph: string;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  readonly pushed: Signed;
};

export const isManifest = as<Manifest>(
  fieldsOf({
    id: filled,
    supergraph: filled,
    subgraphs: listOf(fieldsOf({ name: filled, url: text })),
    pushed: signed,
  }),
);

export const isRelease = as<Release>(
  fieldsOf({
    number: whole,
    version: filled,
    kind: (value) => value === 'publish' || value === 'rollback',
    published: signed,
    changes: listOf(text),
  }),
);

export const isApproval = as<Approval>(
  fieldsOf({ change: filled, schema: filled, reason: filled, expiresAt: time, approved: signed }),
);

export const isClientRelease = as<ClientRelease>(
  fieldsOf({
    client: filled,
    version: filled,
    operations: listOf(fieldsOf({ id: filled, name: text, body: filled })),
    registered: signed,
  }),
);

export function isUsageBatch(value: unknown): value is UsageBatch {
  try {
    readUsage(value);
    return true;
  } catch (error) {
    if (error instanceof WireError) return false;
    throw error;
  }
}

/** All batches of one day in one file. */
export type CountedDay = { readonly batches: readonly string[]; readonly uses: readonly UsageCount[] };

export const isCountedDay = as<CountedDay>(
  fieldsOf({
    batches: listOf(filled),
    uses: listOf(fieldsOf({ coordinate: filled, client: text, clientVersion: text, count: whole })),
  }),
);
