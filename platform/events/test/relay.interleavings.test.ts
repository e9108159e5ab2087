import fc from 'fast-check';
import { scheduledTime } from '../../../test/interleavings/time';
import { localBus, type Bus } from '../bus';
import type { EventMessage } from '../event';
import { startInbox } from '../inbox';
import { startListener } from '../listener';
import type { Outbox } from '../outbox';
import { startRelay, type Relay } from '../relay';
import { type Copy, DATABASE, never, newCopy, newDatabase, speaking, type Troubles } from './copies';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['performance'] }));
afterEach(() => void jest.useRealTimers());

/** What becomes of what is published on its way to a copy of the room that listens. */
const ROAD = ['arrives', 'comes twice', 'comes late', 'is lost', 'is confirmed in vain'] as const;
const LATE = 6;
/** Milliseconds: on a busy machine fewer are tried, and a failing one is told before jest loses its patience. */
const LONGEST = 40_000;

type Story = {
  /** How many copies of the room publish. */
  readonly copies: 1 | 2;
  readonly roads: readonly (typeof ROAD)[number][];
  readonly publishing: Troubles['words'];
  readonly listening: Troubles;
  /** Whether the bus confirms what nobody has taken in. */
  readonly confirmsEarly?: boolean;
  /** Whether a change is committed without its event: then only the process knows of it. */
  readonly keepsNothing?: boolean;
};

const event = (id: string): EventMessage => ({
  id,
  tenant: 'demo',
  type: 'orders.order-placed.v1',
  payload: {},
  occurredAt: new Date(0),
});
/** Each is committed and sent by one transaction, in one of the copies. */
const CHANGES = [[event('one')], [event('two'), event('three')], [event('four')]] as const;

/** A room that listens, in two copies; what comes to a dead one is not taken in. */
function startListening(scheduler: fc.Scheduler, { roads: given, listening }: Story) {
  const roads = [...given];
  const database = newDatabase(scheduler, listening, die);
  let turn = 0;

  function start() {
    const copy = newCopy();
    const inbox = database.inboxOf(copy);
    const worker = startInbox({ inbox, onError: () => {} });
    const { deliver } = startListener({ inbox, stored: worker.wake, onError: () => {} });
    return { copy, deliver, stop: () => void worker.stop() };
  }
  const copies = [start(), start()];
  function die(copy: Copy): void {
    copy.die();
    database.letGo(copy);
    const at = copies.findIndex((each) => each.copy === copy);
    copies[at]?.stop();
    copies[at] = start();
  }
  async function bring(events: EventMessage[], hops: number): Promise<void> {
    const ids = events.map(({ id }) => id).join(', ');
    for (let hop = 0; hop < hops; hop += 1) await scheduler.schedule(Promise.resolve(), `${ids} on the way`);
    const { copy, deliver } = copies[(turn += 1) % copies.length] as (typeof copies)[number];
    const gone = copy.death.then(() => Promise.reject(new Error('The copy is dead.')));
    await Promise.race([deliver(events), gone]);
  }
  return {
    async take(events: EventMessage[]): Promise<void> {
      const road = roads.shift() ?? 'arrives';
      if (road === 'is lost') throw new Error('The line is dead.');
      if (road === 'comes twice') void bring(events, LATE).catch(() => {});
      await bring(events, road === 'comes late' ? LATE : 1);
      if (road === 'is confirmed in vain') throw new Error('The line is dead.');
    },
    effects: database.effects,
    isWorkedOff: database.isWorkedOff,
    stop: () => copies.forEach((each) => each.stop()),
  };
}

/** Copies of a room commit changes, and their relays publish what stands in the one outbox. */
function newWorld(scheduler: fc.Scheduler, story: Story) {
  const rows = new Map<string, EventMessage>();
  const committed = new Set<string>();
  const listening = startListening(scheduler, story);
  const bus = localBus();
  bus.subscribe('listener', [event('').type], listening.take);
  const say = speaking(scheduler, story.publishing, die);
  let undecided: number = CHANGES.length;

  const outboxOf = (copy: Copy): Outbox => ({
    leftovers: (underway, limit) =>
      say(copy, 'look for what is left', () =>
        [...rows.values()].filter(({ id }) => !underway.includes(id)).slice(0, limit),
      ),
    forget: (_tenant, ids) => say(copy, `forget ${ids.join(', ')}`, () => ids.forEach((id) => rows.delete(id))),
  });
  /** The bus as a copy knows it: one that is dead hears of nothing any more. */
  const busOf = (copy: Copy): Bus => ({
    ...bus,
    async publish(events) {
      const published = copy.isAlive ? bus.publish(events) : never();
      const confirmed = story.confirmsEarly ? void published.catch(() => {}) : published;
      await Promise.race([confirmed, copy.death.then(never)]);
    },
  });
  function start(): { copy: Copy; relay: Relay } {
    const copy = newCopy();
    return { copy, relay: startRelay({ outbox: outboxOf(copy), bus: busOf(copy), onError: () => {} }) };
  }
  const copies = Array.from({ length: story.copies }, start);
  function die(copy: Copy): void {
    copy.die();
    const at = copies.findIndex((each) => each.copy === copy);
    void copies[at]?.relay.stop();
    copies[at] = start();
  }

  /** A copy that dies over its transaction never learns how it has ended. */
  async function change(events: readonly EventMessage[], nr: number): Promise<void> {
    await scheduler.schedule(Promise.resolve(), `change ${nr}`);
    const { copy, relay } = copies[nr % copies.length] as (typeof copies)[number];
    const commit = () =>
      events.forEach((each) => {
        committed.add(each.id);
        if (!story.keepsNothing) rows.set(each.id, each);
      });
    const done = say(copy, `commit ${events.map(({ id }) => id).join(', ')}`, commit).then(() => relay.send(events));
    await Promise.race([done.catch(() => {}), copy.death]);
    undecided -= 1;
  }
  CHANGES.forEach((events, nr) => void change(events, nr));
  return {
    committed,
    effects: listening.effects,
    isOver: () => undecided === 0 && rows.size === 0 && listening.isWorkedOff(),
    stop() {
      listening.stop();
      copies.forEach(({ relay }) => void relay.stop());
    },
  };
}

/** Lets the scheduler choose what comes next, a word or time, until all that was committed has had its effect. */
async function play(scheduler: fc.Scheduler, world: ReturnType<typeof newWorld>): Promise<void> {
  const time = scheduledTime(scheduler);
  for (
    let turns = 0;
    turns < 3_000 && !(world.isOver() && scheduler.count() <= (time.isRunning() ? 1 : 0));
    turns += 1
  ) {
    if (!time.isRunning()) void time.pass();
    if (scheduler.count() > 0) await scheduler.waitOne();
    await jest.advanceTimersByTimeAsync(0);
  }
}

const words = fc.array(fc.constantFrom(...DATABASE), { maxLength: 8 });
const stories: fc.Arbitrary<Story> = fc.record({
  copies: fc.constantFrom(1, 2),
  roads: fc.array(fc.constantFrom(...ROAD), { maxLength: 8 }),
  publishing: words,
  listening: fc.record({ words, failing: fc.array(fc.boolean(), { maxLength: 4 }) }),
});

/** Fails with the seed and the order in which things came. */
function eachOnce(twist: Partial<Story> = {}) {
  const until = performance.now() + LONGEST;
  return fc.asyncProperty(fc.scheduler(), stories, async (scheduler, story) => {
    if (performance.now() > until) return;
    const world = newWorld(scheduler, { ...story, ...twist });
    await play(scheduler, world);
    world.stop();
    if (!world.isOver()) throw new Error('It has not come to rest.');
    expect(Object.fromEntries(world.effects)).toEqual(Object.fromEntries([...world.committed].map((id) => [id, 1])));
  });
}

describe('what a room publishes, in whatever order commits, failures and deaths come', () => {
  it('has its effect once if it was committed, and none if it was not', async () => {
    await fc.assert(eachOnce(), { numRuns: 1_000 });
  });

  // That this test finds what it looks for.
  it.each([
    ['a bus that confirms what nobody has taken in', { confirmsEarly: true }],
    ['a change that is committed without its event', { keepsNothing: true }],
  ])('given %s, is seen to go wrong', async (_, twist) => {
    const { errorInstance } = await fc.check(eachOnce(twist), { seed: 1, numRuns: 10_000, endOnFailure: true });
    expect(String(errorInstance)).toMatch('toEqual');
  });
});
