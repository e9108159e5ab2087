import fc from 'fast-check';

/** What becomes of one word between a process and a database or another room. */
const FATES = [
  'is done',
  'is lost',
  'has its answer lost',
  'comes late',
  'comes twice',
  'is the last of its process',
  'is done, and the last of its process',
] as const;
type Fate = (typeof FATES)[number];

/** Others may overtake what is late as often as this. */
const LATE = 40;
const VERY_LATE = 25;
/** Fewer than the attempts of one step that must succeed: what is down for ever needs a person. */
const MOST_TROUBLE = 12;

export const never = () => new Promise<never>(() => {});

/** Whoever has asked learns nothing: what was asked for is done, or not, or later. */
export class NoAnswer extends Error {}

/** A process of a room: it dies at any moment, and one that is dead neither says nor hears anything. */
export type Process = { readonly isAlive: () => boolean; readonly die: () => void };

/** Decides what comes first, and what becomes of what is said. */
export type Chance = ReturnType<typeof newChance>;

/** What happens to words in which `on` occurs: as many as `after` are done, then it does, several times in a row. */
export type Trouble = { readonly on: string; readonly after: number; readonly fate: Fate; readonly times: number };

/** @param troubles what happens to words; all others are done */
export function newChance(scheduler: fc.Scheduler, troubles: readonly Trouble[]) {
  const left = troubles.map((trouble) => ({ ...trouble }));
  function fateOf(what: string): Fate {
    const trouble = left.find(({ on, times }) => times > 0 && what.includes(on));
    if (!trouble) return 'is done';
    if (trouble.after > 0) return ((trouble.after -= 1), 'is done');
    trouble.times -= 1;
    return trouble.fate;
  }
  const hop = (what: string) => scheduler.schedule(Promise.resolve(), what);

  async function arriveLate(what: string, act: () => Promise<unknown>): Promise<void> {
    for (let hops = 0; hops < LATE; hops += 1) await hop(`${what}, late`);
    // Nobody waits for its answer.
    await act().catch(() => {});
  }

  /**
   * Says something that is done as a whole, or not at all.
   * @param repeats whether it may arrive when nobody waits any more and, given its answer, once more after that
   */
  async function say<T>(
    from: Process,
    what: string,
    act: () => Promise<T>,
    repeats: false | ((answer: T) => boolean),
  ): Promise<T> {
    if (!from.isAlive()) return never();
    const fate = fateOf(what);
    if (repeats && (fate === 'comes late' || fate === 'is the last of its process')) void arriveLate(what, act);
    await hop(`${what} ${fate}`);
    if (!from.isAlive()) return never();
    if (fate === 'is the last of its process') return (from.die(), never());
    if (fate === 'is lost' || fate === 'comes late') throw new NoAnswer('The line is dead.');
    const answer = await act();
    if (fate === 'comes twice' && repeats && repeats(answer)) void arriveLate(what, act);
    if (fate === 'is done, and the last of its process') from.die();
    if (!from.isAlive()) return never();
    if (fate === 'has its answer lost') throw new NoAnswer('The line is dead.');
    return answer;
  }
  /** Comes, sooner or much later. */
  async function come(what: string): Promise<void> {
    const hops = fateOf(what) === 'is done' ? 1 : VERY_LATE;
    for (let hopped = 0; hopped < hops; hopped += 1) await hop(what);
  }
  return { hop, say, come };
}

/** Words that much hangs on, and that chance alone would seldom hit. */
const OFTEN = [
  'asks catalog',
  'asks marketing',
  'asks payments',
  'orders: a transaction',
  'payments: ',
  'simulatedBooks',
  'comes to',
  'shipment-dispatched',
  'order-paid',
  'note',
] as const;

/** One lost word is only said again: a step has failed when several are. */
const trouble: fc.Arbitrary<Trouble> = fc.record({
  on: fc.constantFrom('', '', ...OFTEN),
  after: fc.integer({ min: 0, max: 6 }),
  fate: fc.constantFrom(...FATES.slice(1)),
  times: fc.constantFrom(1, 1, 2, 4, 5),
});

export const troubles: fc.Arbitrary<Trouble[]> = fc.array(trouble, { maxLength: 4 }).map((all) => {
  let left = MOST_TROUBLE;
  return all.map((each) => {
    const times = Math.min(left, each.times);
    left -= times;
    return { ...each, times };
  });
});
