import { ledger } from '../../traffic/ledger';

const web = { name: 'web', version: '1' };
const app = { name: 'app', version: '2' };

describe('what is to be handed in', () => {
  it('given the same once more, then it grows and takes no more room', () => {
    const { add, size, next } = ledger();
    for (let turn = 0; turn < 3; turn++) add('2026-01-31', web, 'Query.a', 2);
    expect(size()).toBe(1);
    expect(next()).toEqual({
      day: '2026-01-31',
      uses: [{ coordinate: 'Query.a', client: 'web', clientVersion: '1', count: 6 }],
    });
    expect(next()).toBeUndefined();
  });

  it('given two days, then each has batches of its own', () => {
    const { add, next } = ledger();
    add('2026-01-30', web, 'Query.a', 1);
    add('2026-01-31', web, 'Query.a', 2);
    add('2026-01-30', app, 'Query.a', 3);
    expect([next(), next(), next()].map((batch) => [batch?.day, batch?.uses.length])).toEqual([
      ['2026-01-30', 2],
      ['2026-01-31', 1],
      [undefined, undefined],
    ]);
  });

  it('given more than goes into a batch, then several have all of it, each count once', () => {
    const { add, next, size } = ledger();
    for (let field = 0; field < 4_500; field++) add('2026-01-31', web, `Query.f${field}`, 1);
    const batches = [next(), next(), next()];
    expect(batches.map((batch) => batch?.uses.length)).toEqual([2_000, 2_000, 500]);
    const coordinates = batches.flatMap((batch) => batch?.uses.map(({ coordinate }) => coordinate));
    expect(new Set(coordinates).size).toBe(4_500);
    expect([size(), next()]).toEqual([0, undefined]);
  });

  it('given no more room, then what is known grows on, and the rest is lost and counted', () => {
    const { add, dropped, next } = ledger(2);
    for (const coordinate of ['Query.a', 'Query.b', 'Query.c', 'Query.a']) add('2026-01-31', web, coordinate, 1);
    expect(dropped()).toBe(1);
    expect(next()?.uses.map(({ coordinate, count }) => [coordinate, count])).toEqual([
      ['Query.a', 2],
      ['Query.b', 1],
    ]);
  });
});
