import { readOptions } from '../options';
import { figure, holds, ofBudget, spread, written, type Finding } from '../report';

const finding: Finding = { work: 'product page: CPU', measured: 4.5, budget: 3, unit: 'ms' };

describe('the report', () => {
  it('holds a budget that is not used up', () => {
    expect(holds(finding)).toBe(false);
    expect(ofBudget(finding)).toBe(1.5);
    expect(holds({ ...finding, measured: 3 })).toBe(true);
    expect(holds({ ...finding, measured: 0.3, budget: 0.1 + 0.2 })).toBe(true);
    expect(holds({ ...finding, measured: 0.1 + 0.2, budget: 0.3 })).toBe(true);
  });

  it('holds a floor that is reached', () => {
    const push: Finding = { work: 'push', measured: 24_600, budget: 20_000, unit: 'deliveries/s', atLeast: true };
    expect(holds(push)).toBe(true);
    expect(holds({ ...push, measured: 19_990 })).toBe(false);
  });

  it('shows what was measured, its budget, what one is of the other, and whether it holds', () => {
    const section = { name: 'shop', how: 'In turns.', findings: [finding], tables: [] };
    expect(written(section)).toMatch(/^\| product page: CPU \| 4\.5 ms +\| ≤ 3 ms \| 1\.5 +\| \*\*no\*\* \|/m);
  });

  it('shows three figures that count', () => {
    expect([0, 0.078_91, 1.234, 45.67, 24_567].map(figure)).toEqual(['0', '0.0789', '1.23', '45.7', '24,600']);
    expect(spread([4, 1, 2, 3, 5])).toBe('3 (2–4)');
  });
});

describe('the options', () => {
  it('measure everything unless told', () => {
    expect(readOptions([])).toMatchObject({ sections: ['federated', 'shop', 'live', 'swap'], rounds: 5, json: false });
    expect(readOptions(['live', '-r', '3', '--json'])).toMatchObject({ sections: ['live'], rounds: 3, json: true });
    expect(readOptions(['-p', '500,2000'])).toMatchObject({ products: [500, 2000] });
  });

  it('leave out what would have to be installed, unless it is asked for', () => {
    expect(readOptions(['federated'])).toMatchObject({ peers: false });
    expect(readOptions(['federated', '--peers'])).toMatchObject({ peers: true });
  });

  it.each([[['cellar']], [['-r', '0']], [['-n', 'many']], [['--fast']]])('refuse %j', (argv) => {
    expect(() => readOptions(argv)).toThrow(expect.objectContaining({ name: 'OptionsError' }));
  });
});
