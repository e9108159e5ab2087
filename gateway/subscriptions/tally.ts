/** What live clients are sent, counted for whoever watches. */
export type Tally = {
  /** Subscriptions that run. */
  subscriptions: number;
  /** Events, counted once for each subscription that they were handed to. */
  delivered: number;
  /** Events that a slow client was not sent, because a newer one made them needless. */
  coalesced: number;
  /** Clients that were sent away because they took less than they were sent. */
  tooSlow: number;
};

export const newTally = (): Tally => ({ subscriptions: 0, delivered: 0, coalesced: 0, tooSlow: 0 });
