import fc from 'fast-check';
import type { Step } from '../../platform/workflows/saga';
import { troubles } from './chance';
import { play } from './play';
import type { AnySaga } from './processes';
import { ACTS, openShop, type Plan, type Story } from './shop';

const REAL = ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'] as const;
beforeEach(() => void jest.useFakeTimers({ doNotFake: [...REAL] }));
afterEach(() => void jest.useRealTimers());

/** Milliseconds. On a busy machine fewer are tried, and a failing one is told before jest loses its patience. */
const LONGEST = 40_000;

const plan: fc.Arbitrary<Plan> = fc.record({
  basket: fc.record({
    quantities: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 1 })),
    hasCoupon: fc.boolean(),
  }),
  keys: fc.constantFrom(1, 1, 2),
  acts: fc.uniqueArray(fc.constantFrom(...ACTS), { maxLength: 2 }),
});

/** Baskets of one buyer, who has one coupon, and goods that may not do for all of them. */
const stories: fc.Arbitrary<Story> = fc.record({
  troubles,
  stock: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 3 })),
  plans: fc.array(plan, { minLength: 1, maxLength: 2 }),
});

/** Fails with the seed, the order in which things came, and what is wrong. */
function allHolds(sagaAs?: Story['sagaAs']) {
  const until = performance.now() + LONGEST;
  return fc.asyncProperty(fc.scheduler(), stories, async (scheduler, story) => {
    if (performance.now() > until) return;
    const shop = openShop(scheduler, { ...story, ...(sagaAs && { sagaAs }) });
    expect(await play(scheduler, shop)).toEqual([]);
  });
}

describe('the sagas of a checkout, in whatever order messages, requests and deaths come', () => {
  it('end, and leave what must always hold', async () => {
    await fc.assert(allHolds(), { numRuns: 1_000 });
  });

  const changing = (name: string, change: (saga: AnySaga) => AnySaga) => (saga: AnySaga) =>
    saga.name === name ? change(saga) : saga;
  const steps = (change: (step: Step) => Step[]) => (saga: AnySaga) => ({ ...saga, steps: saga.steps.flatMap(change) });
  const withoutUndo = (name: string) =>
    changing(
      'orders.place-order',
      steps(({ undo, ...step }) => [step.name === name || !undo ? step : { ...step, undo }]),
    );
  const cancelWithout = (name: string) =>
    changing(
      'orders.cancel-order',
      steps((step) => (step.name === name ? [] : [step])),
    );

  // That the test finds what it looks for.
  it.each<[string, Story['sagaAs']]>([
    ['a cart that is not given back', withoutUndo('take the cart')],
    ['stock that is not released', withoutUndo('reserve stock')],
    ['a coupon that is not given back', withoutUndo('redeem coupon')],
    ['a payment that is not given up', withoutUndo('create payment')],
    [
      'an order taken back though it is there',
      changing('orders.place-order', ({ name, steps: all }) => ({ name, steps: all })),
    ],
    ['a cancellation that asks no payment', cancelWithout('give up payment')],
    ['a cancellation that releases no stock', cancelWithout('release stock')],
    ['a cancellation that gives no coupon back', cancelWithout('give coupon back')],
  ])('given %s, is seen to go wrong', async (_, sagaAs) => {
    const found = await fc.check(allHolds(sagaAs), { seed: 1, numRuns: 10_000, endOnFailure: true });
    expect(String(found.errorInstance)).toMatch('toEqual');
  });
});
