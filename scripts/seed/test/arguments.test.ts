import { ArgumentsError, readArguments } from '../arguments';

const NOW = new Date('2026-03-04T15:00:00Z');
const read = (text: string, env: NodeJS.ProcessEnv = {}) => readArguments(text.split(' ').filter(Boolean), env, NOW);
const mistake = (text: string, env?: NodeJS.ProcessEnv) => {
  try {
    read(text, env);
  } catch (error) {
    if (error instanceof ArgumentsError) return error.message;
  }
  return null;
};

test('without options there are defaults, and today begins at midnight', () => {
  expect(read('')).toMatchObject({ products: 300, orders: 60, seed: 42, tenant: 'demo', accounts: true, reset: false });
  expect(read('').now).toEqual(new Date('2026-03-04T00:00:00Z'));
});

test('options are read', () => {
  expect(read('--products 1000 --orders 200 --seed 7 --now 2026-01-31 --tenant other --no-accounts')).toMatchObject({
    products: 1000,
    orders: 200,
    seed: 7,
    now: new Date('2026-01-31T00:00:00Z'),
    tenant: 'other',
    accounts: false,
  });
});

test.each([
  ['--products 0', '--products must be a whole number from 1 to 500000; it was "0".'],
  ['--orders -1', "Option '--orders' argument is ambiguous."],
  ['--orders 1.5', '--orders must be a whole number from 0 to 1000000; it was "1.5".'],
  ['--seed x', '--seed must be a whole number'],
  ['--now 2026-02-31', '--now must be a day such as 2026-01-31; it was "2026-02-31".'],
  ['--now tomorrow', '--now must be a day'],
  ['--accounts --no-accounts', 'Give --accounts or --no-accounts, not both.'],
  ['--prodcuts 5', "Unknown option '--prodcuts'"],
])('%s is a mistake, told in a sentence', (text, sentence) => {
  expect(mistake(text)).toContain(sentence);
});

test('every mistake is told at once', () => {
  expect(mistake('--products x --orders y')?.split('\n')).toHaveLength(2);
});

test('in production accounts are made only when asked for, and nothing is emptied', () => {
  const production = { NODE_ENV: 'production' } as const;
  expect(read('', production).accounts).toBe(false);
  expect(read('--accounts', production).accounts).toBe(true);
  expect(read('', { ...production, SEED: 'demo' }).accounts).toBe(true);
  expect(mistake('--reset', production)).toContain('--reset is not for production');
});
