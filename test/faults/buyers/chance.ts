import { randomness } from '../attack';

/** Draws that are the same for a seed. */
export type Chance = {
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Whether something with this probability happens. */
  is(probability: number): boolean;
  /** One of several. @throws Error when there are none */
  of<T>(several: readonly T[]): T;
  /** All of them, in another order. */
  shuffled<T>(several: readonly T[]): T[];
};

export function newChance(seed: number): Chance {
  const random = randomness(seed);
  const below = (most: number) => Math.floor(random() * most);
  return {
    random,
    is: (probability) => random() < probability,
    of(several) {
      if (several.length === 0) throw new Error('There is nothing to choose from.');
      return several[below(several.length)] as (typeof several)[number];
    },
    shuffled(several) {
      const order = [...several];
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [order[at], order[other]] = [order[other] as (typeof order)[number], order[at] as (typeof order)[number]];
      }
      return order;
    },
  };
}
