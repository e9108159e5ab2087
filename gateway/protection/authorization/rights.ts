import { may, PERMISSIONS, type Permission } from '../../../platform/identity/identity';
import type { RequestContext } from '../../context';
import type { Demand } from './demands';

/** Tells which of some policies whoever asks fulfils. */
export type AllowPolicies = (policies: readonly string[], context: RequestContext) => Promise<ReadonlySet<string>>;

const NONE: ReadonlySet<string> = new Set();
const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);

/** Our policies are the permissions that roles have: `@policy(policies: [["catalog:write"]])`. */
export const allowPermissions: AllowPolicies = async (policies, { envelope }) =>
  new Set(policies.filter((name) => isPermission(name) && may(envelope.identity, name)));

const fulfils = (anyOf: readonly (readonly string[])[], held: ReadonlySet<string>) =>
  anyOf.some((all) => all.every((each) => held.has(each)));

/** The demands that whoever asks does not meet. */
export async function unmet(
  numbers: ReadonlySet<number>,
  demands: readonly Demand[],
  context: RequestContext,
  allow: AllowPolicies,
): Promise<ReadonlySet<number>> {
  const asked = [...numbers].map((number) => ({ number, demand: demands[number] as Demand }));
  const names = asked.flatMap(({ demand }) => (demand.kind === 'policies' ? demand.anyOf.flat() : []));
  const policies = names.length > 0 ? await allow([...new Set(names)], context) : new Set<string>();
  const isMet = (demand: Demand) => {
    if (demand.kind === 'authenticated') return context.envelope.identity.kind !== 'guest';
    return fulfils(demand.anyOf, demand.kind === 'scopes' ? (context.scopes ?? NONE) : policies);
  };
  return new Set(asked.filter(({ demand }) => !isMet(demand)).map(({ number }) => number));
}
