import { saga, step } from '../saga';

const nothing = async () => {};

describe('a saga', () => {
  it('refuses a step that is not the last and has no undo', () => {
    const open = { name: 'charge', run: nothing };
    expect(() => saga('orders.place', [open, step('open', nothing, { final: true })])).toThrow(
      '"charge" is not the last and has no undo',
    );
  });

  it('refuses to end with a step that may be undone', () =>
    expect(() => saga('orders.place', [step('charge', nothing, { undo: nothing })])).toThrow(
      'last step must be final',
    ));

  it('refuses a step with a way back after one without', () =>
    expect(() =>
      saga('orders.place', [
        step('a', nothing, { final: true }),
        step('b', nothing, { undo: nothing }),
        step('c', nothing, { final: true }),
      ]),
    ).toThrow('"b" comes after a final step'));
});
