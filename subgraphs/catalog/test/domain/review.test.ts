import { averageOf, draftReview } from '../../domain/review';

describe('a review', () => {
  it('has 1 to 5 stars, and text or none', () => {
    expect(draftReview({ stars: 5, text: ' Fine. ' })).toEqual({ stars: 5, text: 'Fine.' });
    expect(draftReview({ stars: 1, text: '  ' })).toEqual({ stars: 1, text: null });
    for (const stars of [0, 6]) expect(() => draftReview({ stars })).toThrow('from 1 to 5');
    expect(() => draftReview({ stars: 3, text: 'x'.repeat(5001) })).toThrow('at most 5000');
  });
});

describe('an average', () => {
  it('is rounded to two decimals, and null before the first review', () => {
    expect(averageOf(10, 3)).toBe(3.33);
    expect(averageOf(5, 1)).toBe(5);
    expect(averageOf(0, 0)).toBeNull();
  });
});
