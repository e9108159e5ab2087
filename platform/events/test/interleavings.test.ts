import fc from 'fast-check';
import type { EventMessage } from '../event';
import { HandlerFailure, startInbox, type Inbox } from '../inbox';
import { startListener } from '../listener';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What becomes of one word between a copy of a room and its database. */
const DATABASE = [
  'is done',
  'is lost',
  'has its answer lost',
  'is the last of its copy',
  'is done, and the last of its copy',
] as const;
/** What becomes of one event on its way to a room. */
const ROAD = ['arrives', 'comes twice', 'comes late', 'is confirmed in vain'] as const;

const never = () => new Promise<never>(() => {});
const LATE = 6;

type Story = {
  readonly words: readonly (typeof DATABASE)[number][];
  readonly roads: readonly (typeof ROAD)[number][];
  /** Which handlings fail. */
  readonly failing: readonly boolean[];
  /** Whether a handler's effect and its mark are two transactions. */
  readonly marksApart?: boolean;
  /** Whether an event is confirmed before it was taken in. */
  readonly confirmsEarly?: boolean;
};

/** A copy of a room; one that is dead hears and says nothing any more. */
type Copy = { isAlive: boolean; readonly death: Promise<void>; readonly die: () => void };

type Row = { readonly event: EventMessage; attempts: number; isProcessed: boolean };

/** A database in which copies of a room keep one inbox. What a copy says is done as a whole, or not at all. */
function newDatabase(
  scheduler: fc.Scheduler,
  { words, failing, marksApart = false }: Story,
  died: (copy: Copy) => void,
) {
  const rows = new Map<string, Row>();
  const locks = new Map<string, Promise<void>>();
  const effects = new Map<string, number>();
  const [fates, failures] = [[...words], [...failing]];

  /** Says something to the database, whose answer may be lost, or the copy. */
  async function say<T>(copy: Copy, what: string, act: () => T): Promise<T> {
    if (!copy.isAlive) return never();
    const fate = fates.shift() ?? 'is done';
    await scheduler.schedule(Promise.resolve(), `${what} ${fate}`);
    if (!copy.isAlive) return never();
    if (fate === 'is the last of its copy') return (died(copy), never());
    if (fate === 'is lost') throw new Error('The database is away.');
    const answer = act();
    if (fate === 'is done, and the last of its copy') return (died(copy), never());
    if (fate === 'has its answer lost') throw new Error('The database is away.');
    return answer;
  }

  /** Who writes the same key waits for whoever was first, as a unique index makes them; a copy that dies lets go. */
  async function locked<T>(copy: Copy, id: string, work: () => Promise<T>): Promise<T> {
    while (locks.has(id)) await locks.get(id);
    if (!copy.isAlive) return never();
    let release = () => {};
    const gone = new Promise<void>((resolve) => (release = resolve));
    locks.set(id, gone);
    const free = () => {
      if (locks.get(id) === gone) locks.delete(id);
      release();
    };
    onDeath.set(copy, [...(onDeath.get(copy) ?? []), free]);
    try {
      return await work();
    } finally {
      free();
    }
  }
  const onDeath = new Map<Copy, (() => void)[]>();

  const effect = (id: string) => void effects.set(id, (effects.get(id) ?? 0) + 1);
  /** Its handler runs before the commit, and may fail. */
  async function handle(copy: Copy, event: EventMessage): Promise<void> {
    await scheduler.schedule(Promise.resolve(), `handle ${event.id}`);
    if (!copy.isAlive) return never();
    if (failures.shift()) throw new Error('The handler fails.');
  }
  async function commit(copy: Copy, event: EventMessage, mark: () => void): Promise<void> {
    if (!marksApart) return say(copy, `commit ${event.id}`, () => (effect(event.id), mark()));
    await say(copy, `effect of ${event.id}`, () => effect(event.id));
    return say(copy, `mark ${event.id}`, mark);
  }
  const due = () => [...rows.values()].filter(({ event, isProcessed }) => !isProcessed && !locks.has(event.id));

  const inboxOf = (copy: Copy): Inbox => ({
    handleOnce: (event) =>
      locked(copy, event.id, async () => {
        await handle(copy, event);
        if (rows.has(event.id)) return null;
        await commit(copy, event, () => void rows.set(event.id, { event, attempts: 0, isProcessed: true }));
        return () => {};
      }),
    store: (events, failure) =>
      say(copy, 'store', () => {
        for (const event of events)
          if (!rows.has(event.id)) rows.set(event.id, { event, attempts: failure ? 1 : 0, isProcessed: false });
      }),
    isDue: () => say(copy, 'look', () => due().length > 0),
    async handleNext() {
      const [row] = due();
      if (!row) return { settle: () => {}, more: false };
      const { event } = row;
      return locked(copy, event.id, async () => {
        const failed = await handle(copy, event).catch((error: unknown) => ({ error }));
        if (failed) throw new HandlerFailure(event, row.attempts + 1, failed.error);
        await commit(copy, event, () => void (row.isProcessed = true));
        return { settle: () => {}, more: due().length > 0 };
      });
    },
    postpone: ({ event, attempts }) =>
      say(copy, `postpone ${event.id}`, () => void Object.assign(rows.get(event.id) as Row, { attempts })),
  });
  return {
    inboxOf,
    effects,
    isWorkedOff: () => [...rows.values()].every(({ isProcessed }) => isProcessed),
    letGo: (copy: Copy) => (onDeath.get(copy) ?? []).forEach((free) => free()),
  };
}

const EVENTS: readonly EventMessage[] = ['one', 'two', 'three'].map((id) => ({
  id,
  tenant: 'demo',
  type: 'orders.order-placed.v1',
  payload: {},
  occurredAt: new Date(0),
}));

/** Two copies of a room hear events that are sent until they are confirmed, while a scheduler decides what comes first. */
function newWorld(scheduler: fc.Scheduler, story: Story) {
  const roads = [...story.roads];
  const confirmed = new Set<string>();
  let deaths = 0;
  const database = newDatabase(scheduler, story, die);

  /** A copy that dies is started again, and knows nothing of before. */
  function start(): { copy: Copy; deliver: (events: EventMessage[]) => Promise<void>; stop: () => void } {
    let tell = () => {};
    const death = new Promise<void>((resolve) => (tell = resolve));
    const copy: Copy = { isAlive: true, death, die: tell };
    const inbox = database.inboxOf(copy);
    const onError = () => {};
    const worker = startInbox({ inbox, onError });
    const listener = startListener({ inbox, stored: worker.wake, onError });
    return { copy, deliver: listener.deliver, stop: () => void worker.stop() };
  }
  const copies = [start(), start()];
  function die(copy: Copy): void {
    deaths += 1;
    copy.isAlive = false;
    copy.die();
    database.letGo(copy);
    const at = copies.findIndex((each) => each.copy === copy);
    copies[at]?.stop();
    copies[at] = start();
  }

  /** Resolves when the copy has taken it in, or is given up. */
  async function bring(event: EventMessage, hops: number): Promise<boolean> {
    for (let hop = 0; hop < hops; hop += 1) await scheduler.schedule(Promise.resolve(), `${event.id} on its way`);
    const { copy, deliver } = copies[hops % copies.length] as (typeof copies)[number];
    const taken = deliver([event]).then(
      () => true,
      () => false,
    );
    return Promise.race([taken, copy.death.then(() => false)]);
  }
  /** At least once: until a confirmation comes back. */
  async function send(event: EventMessage): Promise<void> {
    for (let attempt = 1; !confirmed.has(event.id); attempt += 1) {
      const road = roads.shift() ?? 'arrives';
      if (story.confirmsEarly) confirmed.add(event.id);
      if (road === 'comes twice') void bring(event, attempt + 1);
      const isTaken = await bring(event, road === 'comes late' ? attempt + LATE : attempt);
      if (isTaken && road !== 'is confirmed in vain') confirmed.add(event.id);
    }
  }
  const sending = Promise.all(EVENTS.map(send));
  let isSent = false;
  void sending.then(() => (isSent = true));
  return {
    effects: () => EVENTS.map(({ id }) => database.effects.get(id) ?? 0),
    isOver: () => isSent && database.isWorkedOff(),
    deaths: () => deaths,
    stop: () => copies.forEach((each) => each.stop()),
  };
}

/** Lets the scheduler choose what comes next, or time pass, until all is confirmed and nothing is on its way. */
async function play(scheduler: fc.Scheduler, world: ReturnType<typeof newWorld>): Promise<void> {
  for (let turns = 0; turns < 3_000 && !(world.isOver() && scheduler.count() === 0); turns += 1) {
    if (scheduler.count() > 0) await scheduler.waitOne();
    else await jest.advanceTimersByTimeAsync(5_000);
  }
}

const stories: fc.Arbitrary<Story> = fc.record({
  words: fc.array(fc.constantFrom(...DATABASE), { maxLength: 8 }),
  roads: fc.array(fc.constantFrom(...ROAD), { maxLength: 6 }),
  failing: fc.array(fc.boolean(), { maxLength: 6 }),
});

/** Fails with the seed and the order in which things came. */
const eachOnce = (twist: Partial<Story> = {}) =>
  fc.asyncProperty(fc.scheduler(), stories, async (scheduler, story) => {
    const world = newWorld(scheduler, { ...story, ...twist });
    await play(scheduler, world);
    world.stop();
    if (!world.isOver()) throw new Error('It has not come to rest.');
    expect(world.effects()).toEqual([1, 1, 1]);
  });

describe('what a room hears, in whatever order events, failures and deaths come', () => {
  it('has each effect once, and nothing stays undone', async () => {
    await fc.assert(eachOnce(), { numRuns: 2_000 });
  });

  // That these tests find what they look for; the seeds are ones that come to it.
  it.each([
    ['a handler whose effect and mark are two transactions', eachOnce({ marksApart: true })],
    ['a road that confirms what nobody has taken in', eachOnce({ confirmsEarly: true })],
  ])('given %s, is seen to go wrong', async (_, property) => {
    const { errorInstance } = await fc.check(property, { seed: 1, numRuns: 10_000 });
    expect(String(errorInstance)).toMatch('toEqual');
  });
});
