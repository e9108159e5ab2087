import { alternate } from '../measure/rounds';
import { median, medianRatio, quantile } from '../measure/statistics';

describe('the arithmetic of a benchmark', () => {
  it('takes the value in the middle, or what lies between the two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });

  it('takes the value below which a share of all lies', () => {
    const hundred = Array.from({ length: 101 }, (_, at) => 100 - at);
    expect(quantile(hundred, 0.99)).toBe(99);
    expect(quantile([3], 0.99)).toBe(3);
  });

  it('says nothing of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it('compares round with round, so that a slow round slows both', () => {
    expect(medianRatio([1, 10, 1], [10, 100, 5])).toBeCloseTo(0.1);
    expect(() => medianRatio([1], [1, 2])).toThrow(RangeError);
  });

  it('lets contenders take turns, and leaves the first round out', async () => {
    const turns: string[] = [];
    const measured = await alternate(['a', 'b'], 2, async (name, round) => (turns.push(`${name}${round}`), round));
    expect(turns).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
    expect(measured).toEqual({ a: [1, 2], b: [1, 2] });
  });
});
