import type { PlanCounts } from '../../execution/compiled/planCounts';
import type { Counters } from '../../protection/counters';
import type { Tally } from '../../subscriptions/tally';
import type { Served } from '../../supergraph/serving';
import type { Contact } from '../../supergraph/source';
import type { TrafficTally } from '../../traffic/traffic';

/** States of the circuit breakers of rooms that are far away, by room. */
export type Breakers = () => ReadonlyMap<string, 'closed' | 'half-open' | 'open'>;

/** What is counted whether or not anybody looks. */
export type Sources = {
  readonly counters: Pick<Counters, 'of'>;
  readonly plans: Readonly<PlanCounts>;
  readonly tally: Readonly<Tally>;
  readonly live: { sockets(): number; streams(): number };
  readonly breakers?: Breakers;
  /** Which supergraph is served. */
  served(): Served;
  /** With its source, where that is elsewhere. */
  readonly contact?: Contact;
  /** What became of the counted use of the schema, where it is counted. */
  traffic?(): TrafficTally;
};
