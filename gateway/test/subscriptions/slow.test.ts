import { startTestEdge, type TestEdge } from '../edge';
import { rawSocket } from './live';
import { settled, until } from './until';

let edge: TestEdge;
const slow = { buffer: 32 * 1024, waiting: 64 * 1024 };
const SOON = 1_000;
// Longer than a flood takes on the busiest machine.
const LATE = 600_000;
const openEdge = async (patience: number) =>
  void (edge = await startTestEdge({ live: { slow: { ...slow, patience } } }));
afterEach(() => edge.stop());

// Large enough that what the network itself holds is soon full.
const LARGE = `subscription ($id: ID!) { reviewed(bookId: $id) { ${Array.from(
  { length: 20 },
  (_, index) => `${'alias'.repeat(100)}${index}: stars`,
).join(' ')} } }`;
const EVENTS = 2_000;

/** What the connection of a client holds when it reads nothing. */
async function pair() {
  const [fast, stuck] = [await rawSocket(edge), await rawSocket(edge)];
  for (const client of [fast, stuck]) {
    await client.introduce();
    client.subscribe('a', 'busy', LARGE);
  }
  await until(() => edge.listeners('busy') === 1);
  await settled();
  stuck.socket.pause();
  return { fast, stuck };
}

const lastOf = ({ heard }: Awaited<ReturnType<typeof rawSocket>>) => {
  const { data } = (heard('next').at(-1)?.payload ?? {}) as { data?: { reviewed: object } };
  return data && (Object.values(data.reviewed)[0] as number);
};

async function flood(count: number) {
  for (let event = 1; event <= count; event++) {
    edge.review('busy', event);
    if (event % 10 === 0) await settled();
  }
}

it('given a client that reads nothing, then others get everything, and it is sent away with 4420', async () => {
  await openEdge(SOON);
  const { fast, stuck } = await pair();
  await flood(EVENTS);
  await until(() => fast.heard('next').length === EVENTS);
  expect(stuck.heard('next').length).toBeLessThan(EVENTS);
  await new Promise((resolve) => setTimeout(resolve, SOON));
  stuck.socket.resume();
  expect((await stuck.closed)[0]).toBe(4420);
}, 20_000);

it('given a client that reads again in time, then it has missed events, but not the newest state', async () => {
  await openEdge(LATE);
  const { stuck } = await pair();
  await flood(EVENTS);
  stuck.socket.resume();
  await until(() => lastOf(stuck) === EVENTS);
  expect(stuck.heard('next').length).toBeLessThan(EVENTS);
  expect(stuck.socket.readyState).toBe(stuck.socket.OPEN);
}, 20_000);
