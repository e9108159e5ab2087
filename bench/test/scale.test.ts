import { clientsTable, goals, kindsTable } from '../scale/findings';
import type { Run } from '../scale/measure';
import { needsTable } from '../scale/needs';
import { readOptions } from '../scale/options';

const run: Run = {
  clients: 1000,
  seconds: 10,
  think: 0,
  seen: {
    page: { times: [10, 20, 30, 40], errors: { RATE_LIMITED: 1 }, finished: 400, refused: 0 },
    placing: { times: [5000], errors: { UNAVAILABLE: 1 }, finished: 100, refused: 0 },
  },
  node: 1,
  parts: { gateway: 0.4, orders: 0.6 },
  postgres: 0.5,
  connections: 70,
  active: 5,
  megabytes: 300,
  rooms: [],
};

describe('what many clients have seen', () => {
  it('tells errors of the rate limit apart', () => {
    const [row] = clientsTable({ title: 'One', runs: [run] }).rows;
    expect(row?.slice(0, 2)).toEqual(['1,000', '50']);
    expect(row?.slice(6, 10)).toEqual(['20 %', '20 %', '2', '1']);
  });

  it('names each error where it was seen', () => {
    const rows = kindsTable('One', run).rows;
    expect(rows.find(([name]) => name === 'order is placed')?.at(-1)).toBe('UNAVAILABLE 1');
  });

  it('allows a thousand clients no error but those of the rate limit, and queries a second', () => {
    const [whole, slow] = goals({ title: 'One', runs: [run] });
    expect(whole).toMatchObject({ measured: 80, budget: 100, atLeast: true });
    expect(slow).toMatchObject({ budget: 1000, unit: 'ms' });
    expect(slow?.measured).toBeLessThan(40);
  });

  it('multiplies CPU by what is planned for', () => {
    const { rows } = needsTable('One', run);
    expect(rows).toEqual([
      ['orders', '1.2', '12', '20 copies', '400'],
      ['gateway', '0.8', '8', '14 copies', ''],
      ['Postgres', '1', '10', '17 cores', ''],
      ['all', '3', '30', '50 cores', ''],
    ]);
  });
});

describe('the options', () => {
  it('are a large shop and four crowds unless told', () => {
    expect(readOptions([])).toMatchObject({ products: 100_000, orders: 1_000_000, clients: [1, 10, 100, 1000] });
  });

  it('are small when it shall be quick, but for what is told', () => {
    expect(readOptions(['--quick', '--clients', '5'])).toMatchObject({ products: 1000, clients: [5], seconds: 5 });
  });

  it.each([[['--shape', 'three']], [['--clients', '1,many']], [['--seconds', '0']], [['--fast']]])(
    'refuse %j',
    (argv) => {
      expect(() => readOptions(argv)).toThrow(expect.objectContaining({ name: 'OptionsError' }));
    },
  );
});
