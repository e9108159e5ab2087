import { randomInt } from 'node:crypto';
import type { Person } from '../../story/people';
import type { Target } from '../target';
import { newBank, type Bank } from './bank';
import { newBuyer } from './buyer';
import { newChance } from './chance';
import { newClient, type Client, type Operation } from './client';
import { follow, type Follower } from './follower';
import type { Market } from './market';
import { newWrites, type Writes } from './writes';

/** Several buyers at once, who can be held up and let go on. */
export type Crowd = {
  readonly client: Client;
  readonly bank: Bank;
  readonly writes: Writes;
  /** All operations so far. */
  readonly operations: readonly Operation[];
  readonly followers: Follower[];
  /** How often the provider charges and says nothing, from 0 to 1. */
  silence: number;
  goOn(): void;
  /** Resolves when what was begun has ended. */
  halt(): Promise<void>;
};

export const USUAL_SILENCE = 0.15;

export const newSeed = (): number => randomInt(1_000_000);

export async function gather(target: Target, market: Market, seed: number, count: number): Promise<Crowd> {
  const operations: Operation[] = [];
  const followers: Follower[] = [];
  const chance = newChance(seed);
  const client = newClient(target.gateways, chance, (done) => void operations.push(done));
  const [writes, bank] = [newWrites(client), newBank(target, chance)];
  const people: Person[] = [];
  for (let nr = 1; nr <= count; nr += 1) people.push(await market.shop.buyer(`Buyer${nr}`));
  const [state, usual] = [{ going: false }, { silence: USUAL_SILENCE }];

  const lives = people.map((who, nr) => {
    const own = newChance(seed + nr + 1);
    const followOne = ({ id }: { id: string }) => void followers.push(follow(target.gateways, who, id, own));
    const around = { market, client, writes, bank, chance: own, silence: () => usual.silence, follow: followOne };
    return newBuyer(who, around);
  });
  let living: Promise<void>[] = [];
  return Object.assign(usual, {
    client,
    bank,
    writes,
    operations,
    followers,
    goOn() {
      state.going = true;
      living = lives.map((live) => live(() => state.going));
      // One that fails is a mistake of ours, and is told when all are halted.
      for (const life of living) life.catch(() => {});
    },
    async halt() {
      state.going = false;
      await Promise.all(living);
    },
  });
}
