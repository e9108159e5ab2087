import { queryWords, termsOf } from '../../domain/query';
import { han } from '../../han';

const words = (query: string) => queryWords(query, han).map(({ word }) => word);

describe('the words of a query', () => {
  it('leave out small words where there are others, and repetitions', () => {
    expect(words('the best Tea for the tea')).toEqual(['best', 'tea']);
    expect(words('the')).toEqual(['the']);
  });

  it('take a compound whole or in parts, and Chinese by words or characters', () => {
    expect(queryWords('noise-cancelling', han)[0]?.alternatives).toEqual([['noisecancel'], ['nois', 'cancel']]);
    expect(queryWords('电脑', han)[0]?.alternatives).toEqual([['电脑'], ['电', '脑']]);
  });

  it('keep decimals and units', () => expect(termsOf(queryWords('3.5mm 1,5', han))).toEqual(['3.5mm', '1.5']));

  it('are none where there is no letter or digit', () => expect(words('… 🎧 :*|&! \u0301')).toEqual([]));

  it('are sixteen at most', () =>
    expect(words(Array.from({ length: 60 }, (_, index) => `w${index}`).join(' '))).toHaveLength(16));
});
