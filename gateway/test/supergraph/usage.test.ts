import { operationUsage } from '../../execution/usage';

describe('what is asked most', () => {
  it('names the most used first, with the operations that were meant', () => {
    const usage = operationUsage();
    for (const name of ['A', 'B', 'B']) usage.note('both', name);
    usage.note('one', undefined);
    expect(usage.hottest(1)).toEqual([{ source: 'both', names: new Set(['A', 'B']) }]);
    expect(usage.hottest(9)).toHaveLength(2);
  });

  it('given that it fades, then what is asked now passes what was asked then', () => {
    const usage = operationUsage();
    for (let asked = 0; asked < 4; asked++) usage.note('then', undefined);
    usage.fade();
    for (let asked = 0; asked < 3; asked++) usage.note('now', undefined);
    expect(usage.hottest(1)[0]?.source).toBe('now');
  });

  it('given no end of texts, then it keeps the used ones and stays small', () => {
    const usage = operationUsage();
    for (let text = 0; text < 10_000; text++) {
      if (text % 300 === 0) usage.note('hot', undefined);
      usage.note(`text ${text}`, undefined);
    }
    expect(usage.hottest(Infinity).length).toBeLessThanOrEqual(2_000);
    expect(usage.hottest(5_000).map(({ source }) => source)).toContain('hot');
  });
});
