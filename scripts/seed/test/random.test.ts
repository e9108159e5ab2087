import { isId } from '../../../platform/kernel/ids';
import { idsFrom } from '../ids';
import { randomOf } from '../random';

test('a name always leads to the same chance, another name to another', () => {
  const draw = (name: string) => Array.from({ length: 5 }, randomOf(name).bits);
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  expect(draw('seed/1')).not.toEqual(draw('seed/2'));
});

test('whole numbers reach both ends and nothing beyond', () => {
  const random = randomOf('ends');
  const drawn = new Set(Array.from({ length: 1000 }, () => random.int(3, 6)));
  expect(drawn).toEqual(new Set([3, 4, 5, 6]));
});

test('a sample holds each thing once', () => {
  const sample = randomOf('sample').sample([1, 2, 3, 4, 5], 9);
  expect(sample).toHaveLength(5);
  expect(new Set(sample)).toEqual(new Set([1, 2, 3, 4, 5]));
});

test('weights decide how often', () => {
  const random = randomOf('weights');
  const drawn = Array.from({ length: 4000 }, () =>
    random.weighted([
      { weight: 3, name: 'often' },
      { weight: 1, name: 'rarely' },
    ]),
  );
  const often = drawn.filter(({ name }) => name === 'often').length;
  expect(often / drawn.length).toBeCloseTo(0.75, 1);
});

test('ids have the shape of the platform, sort by time, and come again for the same seed', () => {
  const make = () => {
    const newId = idsFrom(randomOf('ids'));
    return [
      newId('ord', new Date('2026-01-01')),
      newId('ord', new Date('2026-01-02')),
      newId('usr', new Date('2026-01-02')),
    ];
  };
  const [first = '', second = '', third = ''] = make();
  expect(isId('ord', first) && isId('ord', second) && isId('usr', third)).toBe(true);
  expect(first < second).toBe(true);
  expect(make()).toEqual([first, second, third]);
});
