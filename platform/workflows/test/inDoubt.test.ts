import { Refusal } from '../../kernel/errors';
import type { RoomContext } from '../../subgraph/context';
import { runSteps } from '../runSteps';
import { saga, step } from '../saga';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const context = { log: { error: () => {} } } as unknown as RoomContext;
const refusal = new Refusal([{ code: 'OUT_OF_STOCK', field: [], message: 'There is none left.' }]);

/** Runs a saga whose first step comes to each of these in turn; answers whether it was undone. */
async function isUndone(...attempts: readonly Error[]): Promise<boolean> {
  const left = [...attempts];
  let undone = false;
  const hold = async () => {
    const error = left.shift();
    if (error) throw error;
  };
  const undo = async () => void (undone = true);
  const order = saga('test.order', [step('hold', hold, { undo }), step('open', async () => {}, { final: true })]);
  const durably = { sagaId: 'saga-1', sleep: async () => {}, keep: <T>(_: string, work: () => Promise<T>) => work() };
  const ended = runSteps({ saga: order, newContext: () => context, resumed: false, durably }, {});
  await jest.runAllTimersAsync();
  expect(await ended).toMatchObject({ refused: refusal.userErrors });
  return undone;
}

describe('a step that is refused', () => {
  it('has nothing to be undone', async () => {
    expect(await isUndone(refusal)).toBe(false);
  });

  it('given an attempt without an answer before, is undone: that one may be late on its way', async () => {
    expect(await isUndone(new Error('The line is dead.'), refusal)).toBe(true);
  });
});
