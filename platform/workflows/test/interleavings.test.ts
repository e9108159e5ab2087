import fc from 'fast-check';
import { scheduledTime } from '../../../test/interleavings/time';
import { Refusal } from '../../kernel/errors';
import type { RoomContext } from '../../subgraph/context';
import { runSteps, type Durably, type Outcome } from '../runSteps';
import { saga, step } from '../saga';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What becomes of one message from the saga to a room. */
const FATES = [
  'arrives',
  'is lost',
  'has its answer lost',
  'comes late',
  'comes twice',
  'is the last of its process',
] as const;
type Fate = (typeof FATES)[number];

const LATE = 8;

const never = () => new Promise<never>(() => {});

/** A room that holds something for an order, once, and nothing any more for one that was given up. */
function newRoom({ isSoldOut, forgets }: { isSoldOut: boolean; forgets: boolean }) {
  let state: 'UNKNOWN' | 'HELD' | 'RELEASED' = 'UNKNOWN';
  let effects = 0;
  const refuse = () => new Refusal([{ code: 'OUT_OF_STOCK', field: [], message: 'There is none left.' }]);
  return {
    hold(): void {
      if (state === 'RELEASED' || (isSoldOut && state === 'UNKNOWN')) throw refuse();
      if (state === 'UNKNOWN') effects += 1;
      state = 'HELD';
    },
    release(): void {
      if (state !== 'UNKNOWN' || !forgets) state = 'RELEASED';
    },
    isHeld: () => state === 'HELD',
    effects: () => effects,
  };
}

type Story = {
  readonly fates: readonly Fate[];
  /** Which room has nothing left. */
  readonly soldOut: number;
  /** Whether a room forgets that an order was given up for which it held nothing. */
  readonly forgets?: boolean;
  /** Whether the order is there, and is given up: nothing of that can be undone. */
  readonly cancels?: boolean;
  /** Whether the first step of giving up is given up in its turn after a few attempts. */
  readonly impatient?: boolean;
};

/** A world in which a saga runs, process after process, while a scheduler decides what comes first. */
function newWorld(scheduler: fc.Scheduler, { fates, soldOut, forgets = false, cancels, impatient }: Story) {
  const rooms = [0, 1, 2].map((nr) => newRoom({ isSoldOut: nr === soldOut && !cancels, forgets }));
  if (cancels) for (const room of rooms) room.hold();
  const left = [...fates];
  const journal: unknown[] = [];
  let orders = 0;
  let [process, deaths] = [0, 0];
  let outcome: Outcome | undefined;

  const arrival = (what: string) => scheduler.schedule(Promise.resolve(), what);
  /** Others may overtake it again and again. */
  async function arriveLate(what: string, act: () => void): Promise<void> {
    for (let hops = 0; hops < LATE; hops += 1) await arrival(`${what}, late`);
    try {
      act();
    } catch (error) {
      // Nobody waits for its answer.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  function die(): Promise<never> {
    deaths += 1;
    process += 1;
    start(process);
    return never();
  }
  /** Sends a message from a process; one that is dead hears nothing any more. */
  async function send(from: number, what: string, act: () => void): Promise<void> {
    if (from !== process) return never();
    const fate = left.shift() ?? 'arrives';
    const late = () => void arriveLate(what, act);
    if (fate === 'comes late' || fate === 'comes twice') late();
    if (fate === 'is the last of its process') return (late(), die());
    await arrival(`${what} ${fate}`);
    if (from !== process) return never();
    if (fate === 'is lost' || fate === 'comes late') throw new Error('The line is dead.');
    act();
    if (fate === 'has its answer lost') throw new Error('The line is dead.');
  }
  const placing = (from: number) => {
    const holding = rooms.map((room, nr) =>
      step(`hold ${nr}`, async () => send(from, `hold ${nr}`, room.hold), {
        undo: async () => send(from, `release ${nr}`, room.release),
      }),
    );
    const open = async () => {
      if (from !== process) return never();
      const fate = left.shift() ?? 'arrives';
      await arrival(`open ${fate}`);
      // Its own database: what it says is done at once, or not at all.
      if (fate === 'is lost' || fate === 'comes late') throw new Error('The database is away.');
      orders = 1;
      if (fate === 'has its answer lost') throw new Error('The database is away.');
      return fate === 'is the last of its process' ? die() : {};
    };
    const ended = async () => (orders === 1 ? {} : null);
    return saga('test.place-order', [...holding, step('open', open, { final: true })], { ended });
  };
  const cancelling = (from: number) =>
    saga(
      'test.cancel-order',
      rooms.map((room, nr) =>
        step(`release ${nr}`, async () => send(from, `release ${nr}`, room.release), {
          final: true,
          ...(nr === 0 && !impatient && { untilKnown: true }),
        }),
      ),
    );
  function durable(from: number): Durably {
    let at = 0;
    return {
      sagaId: 'saga-1',
      sleep: async () => {},
      async keep<T>(_name: string, work: () => Promise<T>): Promise<T> {
        const position = at++;
        if (position in journal) return journal[position] as T;
        const done = await work();
        if (from !== process) return never();
        journal[position] = done;
        return done;
      },
    };
  }
  const context = { log: { error: () => {} } } as unknown as RoomContext;
  function start(nr: number): void {
    const running = {
      saga: cancels ? cancelling(nr) : placing(nr),
      newContext: () => context,
      resumed: nr > 0,
      durably: durable(nr),
    };
    void runSteps(running, {}).then((end) => nr === process && (outcome = end));
  }
  start(process);
  return { rooms, orders: () => orders, outcome: () => outcome, deaths: () => deaths };
}

/** Lets the scheduler choose what comes next, a message or time, until the saga has ended and nothing is on its way. */
async function play(scheduler: fc.Scheduler, world: ReturnType<typeof newWorld>): Promise<void> {
  const time = scheduledTime(scheduler);
  for (let turns = 0; turns < 2_000 && (!world.outcome() || scheduler.count() > 0); turns += 1) {
    if (!time.isRunning() && jest.getTimerCount() > 0) void time.pass();
    if (scheduler.count() > 0) await scheduler.waitOne();
    else await jest.advanceTimersByTimeAsync(0);
  }
}

/** Often the same several times in a row: one that is lost is only tried again. */
const spell = fc.tuple(fc.constantFrom(...FATES), fc.integer({ min: 1, max: 5 }));
const stories: fc.Arbitrary<Story> = fc.record({
  // Fewer than the attempts of one undo: what is down for ever needs a person.
  fates: fc
    .array(spell, { maxLength: 4 })
    .map((spells) => spells.flatMap(([fate, times]) => Array<Fate>(times).fill(fate)).slice(0, 12)),
  soldOut: fc.constantFrom(-1, -1, 0, 1, 2),
});

type Twist = Pick<Story, 'forgets' | 'cancels' | 'impatient'>;

/** Fails with the seed and the order in which things came. */
const whatever = (twist: Twist, check: (world: ReturnType<typeof newWorld>, outcome: Outcome) => void) =>
  fc.asyncProperty(fc.scheduler(), stories, async (scheduler, story) => {
    const world = newWorld(scheduler, { ...story, ...twist });
    await play(scheduler, world);
    const outcome = world.outcome();
    if (!outcome) throw new Error('The saga has not ended.');
    check(world, outcome);
  });

const allOrNothing = (twist: Twist = {}) =>
  whatever(twist, ({ rooms, orders }, outcome) => {
    const isDone = 'ok' in outcome;
    expect(rooms.map((room) => room.isHeld())).toEqual([isDone, isDone, isDone]);
    expect(orders()).toBe(isDone ? 1 : 0);
    expect(Math.max(...rooms.map((room) => room.effects()))).toBeLessThanOrEqual(1);
  });

const allReleased = (twist: Twist = {}) =>
  whatever({ ...twist, cancels: true }, ({ rooms }) => {
    expect(new Set(rooms.map((room) => room.isHeld())).size).toBe(1);
  });

const RUNS = { numRuns: 2_000 };

describe('a saga, in whatever order messages and deaths come', () => {
  it('ends with all of it or with nothing, and has each effect once', async () => {
    await fc.assert(allOrNothing(), RUNS);
  });

  it('given it cannot be taken back, ends with all of it or with nothing', async () => {
    await fc.assert(allReleased(), RUNS);
  });

  // That these tests find what they look for; the seeds are ones that come to it.
  it.each([
    ['a room that forgets what was given up', allOrNothing({ forgets: true })],
    ['a first step that is given up before it is known', allReleased({ impatient: true })],
  ])('given %s, is seen to leave something behind', async (_, property) => {
    const { failed, counterexample } = await fc.check(property, { seed: 1, numRuns: 10_000 });
    expect({ failed, counterexample }).toMatchObject({ failed: true });
  });
});
