import fc from 'fast-check';
import { change, NO_POSTINGS, pack, type Postings, unpack } from '../../domain/postings';

const places = fc.dictionary(fc.integer({ min: 0, max: 5_000_000 }).map(String), fc.integer({ min: 1, max: 7 }));
const asMap = ({ numbers, places: at }: Postings) => new Map([...numbers].map((number, index) => [number, at[index]]));
const postingsOf = (entries: Record<string, number>) =>
  change(NO_POSTINGS, new Map(Object.entries(entries).map(([number, place]) => [Number(number), place])));

describe('postings', () => {
  it('come out of their packing as they went in', () => {
    fc.assert(
      fc.property(places, (entries) => {
        const postings = postingsOf(entries);
        expect(unpack(pack(postings))).toEqual(postings);
      }),
    );
  });

  it('take changes as a map would, and stay in order', () => {
    const changes = fc.dictionary(fc.integer({ min: 0, max: 50 }).map(String), fc.integer({ min: 0, max: 7 }));
    const before = fc.dictionary(fc.integer({ min: 0, max: 50 }).map(String), fc.integer({ min: 1, max: 7 }));
    fc.assert(
      fc.property(before, changes, (entries, changed) => {
        const expected = new Map(
          Object.entries({ ...entries, ...changed })
            .filter(([, place]) => place > 0)
            .map(([number, place]) => [Number(number), place]),
        );
        const after = change(
          postingsOf(entries),
          new Map(Object.entries(changed).map(([number, place]) => [Number(number), place])),
        );
        expect(asMap(after)).toEqual(expected);
        expect([...after.numbers]).toEqual([...after.numbers].toSorted((a, b) => a - b));
      }),
    );
  });

  it('take a byte a product where every product holds the term', () => {
    const numbers = Int32Array.from({ length: 1000 }, (_, number) => number);
    expect(pack({ numbers, places: new Uint8Array(1000).fill(7) })).toHaveLength(1000);
  });
});
