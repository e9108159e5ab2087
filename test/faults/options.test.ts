import { OptionsError, readOptions } from './options';

describe('the command line of the faults', () => {
  it('given a seed and minutes, takes them', () => {
    expect(readOptions(['--minutes', '3', '--seed', '7', '--report'])).toEqual({
      seed: 7,
      minutes: 3,
      short: false,
      report: true,
      only: undefined,
    });
  });

  it('given no seed, draws one', () => {
    expect(Number.isInteger(readOptions([]).seed)).toBe(true);
  });

  it.each([[['--seed', 'seven']], [['--minutes', '0']], [['--speed', '7']], [['7']]])(
    'given %j, says what may stand there',
    (args) => {
      expect(() => readOptions(args)).toThrow(OptionsError);
      expect(() => readOptions(args)).toThrow('npm run test:faults -- --minutes 3 --seed 7');
    },
  );
});
