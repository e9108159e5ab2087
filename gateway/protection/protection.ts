import type { Clock } from '../../platform/kernel/clock';
import type { Settings } from '../settings';
import type { Graph } from '../supergraph/supergraph';
import { inTurn, type Admit } from './admission';
import { authorizer, type AuthorizationOptions } from './authorization/authorize';
import { allowPermissions } from './authorization/rights';
import { demandControl } from './demand/demand';
import { readCostLimits, type CostLimits } from './demand/limits';
import type { PersistedOptions } from './persisted/persisted';
import { localBuckets, type Buckets } from './rates/buckets';
import type { SharedDocuments } from './persisted/shared';
import type { SharedBuckets } from './rates/sharedBuckets';
import { rateLimit, type RateOptions } from './rates/rates';

/** How operations are kept within bounds. Buckets outlive the supergraph. */
export type Protection = {
  readonly authorization: AuthorizationOptions;
  readonly costs: CostLimits;
  readonly rates: RateOptions;
  readonly persisted: PersistedOptions;
  /** Milliseconds that a request may have to wait because of others; 0 for as long as it takes. */
  readonly longestWait: number;
  /** Proxies in front of us that tell the truth about where a request comes from. */
  readonly trustedProxies: number;
};

/** For any supergraph: nobody has said yet what its operations may cost. */
export const usualProtection: Protection = {
  authorization: { allow: allowPermissions, refuseWhole: false },
  costs: readCostLimits('off'),
  rates: {},
  persisted: { mode: 'log' },
  longestWait: 0,
  trustedProxies: 0,
};

/** @param perMinute 0 for no limit */
function bucketsOf(name: string, perMinute: number, shared: SharedBuckets | undefined): Buckets | undefined {
  if (perMinute === 0) return undefined;
  const rate = { capacity: perMinute, perSecond: perMinute / 60 };
  return shared ? shared.of(name, rate) : localBuckets(rate);
}

/** What several gateways with the same Redis have together. */
export type Shared = { readonly buckets: SharedBuckets; readonly documents: SharedDocuments };

/** @param shared each has its own if not given */
export const protectionOf = (settings: Settings, shared?: Shared): Protection => ({
  authorization: { ...usualProtection.authorization, refuseWhole: settings.UNAUTHORIZED === 'refuse' },
  costs: settings.COST_LIMITS,
  rates: {
    identities: bucketsOf('identities', settings.RATE_LIMIT_IDENTITY, shared?.buckets),
    addresses: bucketsOf('addresses', settings.RATE_LIMIT_ADDRESS, shared?.buckets),
  },
  persisted: {
    manifest: settings.PERSISTED_OPERATIONS,
    mode: settings.PERSISTED_MODE,
    shared: shared?.documents,
  },
  longestWait: settings.LONGEST_WAIT,
  trustedProxies: settings.TRUSTED_PROXIES,
});

/** All that stands between a valid operation and its plan. What may not be seen costs nothing, so it is taken out first. */
export function admission(
  graph: Graph,
  { authorization, costs, rates }: Protection,
  clock: Clock,
  authorize: Admit = authorizer(graph, authorization),
): Admit {
  return inTurn(authorize, demandControl(graph, costs, rateLimit(rates, clock)));
}
