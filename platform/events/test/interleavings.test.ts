import fc from 'fast-check';
import type { EventMessage } from '../event';
import { startInbox } from '../inbox';
import { startListener } from '../listener';
import { type Copy, DATABASE, newCopy, newDatabase, type Troubles } from './copies';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What becomes of one event on its way to a room. */
const ROAD = ['arrives', 'comes twice', 'comes late', 'is confirmed in vain'] as const;

const LATE = 6;

type Story = Troubles & {
  readonly roads: readonly (typeof ROAD)[number][];
  /** Whether an event is confirmed before it was taken in. */
  readonly confirmsEarly?: boolean;
};

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
    const copy = newCopy();
    const inbox = database.inboxOf(copy);
    const onError = () => {};
    const worker = startInbox({ inbox, onError });
    const listener = startListener({ inbox, stored: worker.wake, onError });
    return { copy, deliver: listener.deliver, stop: () => void worker.stop() };
  }
  const copies = [start(), start()];
  function die(copy: Copy): void {
    deaths += 1;
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
