import type { Envelope } from '../../../platform/identity/envelope';

const KINDS = ['guest', 'user', 'staff'] as const;
type Kind = (typeof KINDS)[number];

/** What one operation of somebody may cost; Infinity where there is no limit. */
export type CostLimits = (envelope: Envelope) => number;

/** Whoever has a role beyond that of a buyer works for the shop. */
function kindOf({ identity }: Envelope): Kind | 'service' {
  if (identity.kind !== 'user') return identity.kind;
  return identity.roles.some((role) => role !== 'BUYER') ? 'staff' : 'user';
}

const RULE = /^(?:([a-z0-9][a-z0-9-]*)\.)?(guest|user|staff)=(\d{1,9})$/;

/**
 * Reads `guest=10000,user=20000,other-shop.guest=500`: a kind of people, before it a tenant where it is for one alone.
 * @throws Error with the end of a sentence
 */
export function readCostLimits(text: string): CostLimits {
  const limits = new Map<string, number>();
  for (const rule of text.split(',').map((each) => each.trim())) {
    if (rule === '' || rule === 'off') continue;
    const [, tenant = '', kind, most] = RULE.exec(rule) ?? [];
    if (kind === undefined) throw new Error(`must be like guest=10000,user=20000,staff=100000; ${rule} is not`);
    limits.set(`${tenant}.${kind}`, Number(most));
  }
  return (envelope) => {
    const kind = kindOf(envelope);
    return limits.get(`${envelope.tenant}.${kind}`) ?? limits.get(`.${kind}`) ?? Infinity;
  };
}
