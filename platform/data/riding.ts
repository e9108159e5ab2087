import type { QueryConfig } from 'pg';
import { writes } from './preparing';

/** A statement as it goes to Postgres. */
export type Sent = { readonly query: QueryConfig; readonly values: unknown[] };

/** Looks at each statement before it is sent, and may send another in its place. */
export type Amend = (sent: Sent) => Sent;

/** An item for another statement's WITH. */
export type Rider = {
  readonly name: string;
  /** Its SQL, with parameters behind the first `given` ones, which are the statement's own. */
  text(given: number): string;
  readonly values: readonly unknown[];
};

const WITH = /^\s*with\s+/i;

function carrying({ query, values }: Sent, rider: Rider): Sent {
  const item = `with ${rider.name} as (${rider.text(values.length)})`;
  const text = WITH.test(query.text) ? query.text.replace(WITH, `${item}, `) : `${item} ${query.text}`;
  // Under a name that it was prepared by there is another text.
  return { query: { ...query, name: undefined, text }, values: [...values, ...rider.values] };
}

/** A rider under way: it is sent with the first statement that writes, so that either both take effect or none. */
export type Ride = { readonly amend: Amend; hasGone(): boolean };

/** @param alone whether no other statement that writes may follow: nothing would hold the two together */
export function ride(rider: Rider | null, { alone }: { alone: boolean }): Ride {
  let gone = false;
  return {
    hasGone: () => gone,
    amend(sent) {
      if (!writes(sent.query.text)) return sent;
      if (gone && alone) throw new Error(`Not all of it is one statement; this would be another: ${sent.query.text}`);
      const first = !gone;
      gone = true;
      return first && rider ? carrying(sent, rider) : sent;
    },
  };
}
