import { readOnly } from '../arguments';

const ROOMS = ['users', 'orders'];

describe('npm run dev', () => {
  it.each([[['--only', 'orders']], [['--only=orders']]])('given %j, then that room is real', (args) => {
    expect(readOnly(args, ROOMS)).toBe('orders');
  });

  it('given a room that there is not, then it names those that there are', () => {
    expect(() => readOnly(['--only', 'kitchen'], ROOMS)).toThrow(
      'There is no room "kitchen". The rooms are users, orders.',
    );
  });

  it.each([[[]], [['orders']], [['--only']], [['--only', 'orders', 'users']]])('given %j, then it says how', (args) => {
    expect(() => readOnly(args, ROOMS)).toThrow('Name the one room that you work on: npm run dev -- --only orders.');
  });
});
