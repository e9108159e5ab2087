import { scenariosOf, SCENARIOS } from '../make/scenarios';

const shareOpen = (orders: number) => {
  const scenarios = scenariosOf(orders);
  const weight = (of: typeof scenarios) => of.reduce((sum, each) => sum + each.weight, 0);
  const open = scenarios.filter((_, index) => SCENARIOS[index]?.placed[1] !== 90);
  return weight(open) / weight(scenarios);
};
const longest = (orders: number) => Math.max(...scenariosOf(orders).map(({ placed }) => placed[1]));

test('a small shop has orders of every scenario from three months', () => {
  expect(scenariosOf(60)).toEqual(SCENARIOS);
});

test('a large shop has a longer history, in which most orders are over', () => {
  expect(longest(1_000_000)).toBe(333);
  expect(shareOpen(1_000_000) * 1_000_000).toBeGreaterThan(10_000);
  expect(shareOpen(1_000_000) * 1_000_000).toBeLessThan(35_000);
});

test('a history is no longer than a year', () => {
  expect(longest(10_000_000)).toBe(365);
});
