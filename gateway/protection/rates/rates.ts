import type { Clock } from '../../../platform/kernel/clock';
import { AgoraError } from '../../../platform/kernel/errors';
import type { RequestContext } from '../../context';
import type { Buckets, Taken } from './buckets';

/** What is left to spend, as answers tell it. */
export type Throttle = {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  /** A second. */
  readonly restoreRate: number;
};

/** Takes what an operation costs from what its sender may spend. @throws AgoraError RATE_LIMITED when it is not there */
export type Spend = (cost: number, context: RequestContext) => Promise<Throttle | null>;

/** Buckets of people and of addresses; one that is missing limits nothing. */
export type RateOptions = { readonly identities?: Buckets; readonly addresses?: Buckets };

/** Even what costs nothing to answer costs something to ask. */
const LEAST = 1;

function refuse({ wait }: Taken): never {
  const retryAfter = Math.max(1, Math.ceil(wait / 1000));
  throw new AgoraError('RATE_LIMITED', `That was too much at once. Try again in ${retryAfter} s.`, { retryAfter });
}

const throttleOf = ({ rate }: Buckets, { available }: Taken): Throttle => ({
  maximumAvailable: rate.capacity,
  currentlyAvailable: Math.floor(available),
  restoreRate: rate.perSecond,
});

/** Who comes from this machine itself spends freely. */
export function rateLimit({ identities, addresses }: RateOptions, clock: Clock): Spend {
  return async (requested, { envelope: { tenant, identity }, trace: { address } }) => {
    if (address === undefined) return null;
    const cost = Math.max(LEAST, requested);
    const now = clock.now().getTime();
    const byAddress = await addresses?.take(address, cost, now);
    if (byAddress?.granted === false) refuse(byAddress);
    const byIdentity =
      identity.kind === 'user' ? await identities?.take(`${tenant}/${identity.id}`, cost, now) : undefined;
    if (byIdentity?.granted === false) refuse(byIdentity);
    if (identities && byIdentity) return throttleOf(identities, byIdentity);
    return addresses && byAddress ? throttleOf(addresses, byAddress) : null;
  };
}
