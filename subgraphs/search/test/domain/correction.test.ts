import fc from 'fast-check';
import { correctedText, distance, isCorrectable, nearest, trigramsOf } from '../../domain/correction';

const word = (text: string, start = 0) => ({ start, end: start + text.length, word: text, alternatives: [] });

describe('correction', () => {
  it.each([
    ['laptop', 'laptop', 0],
    ['lpatop', 'laptop', 1],
    ['latop', 'laptop', 1],
    ['laptopp', 'laptop', 1],
    ['labtop', 'laptop', 1],
    ['lebtob', 'laptop', 3],
    ['', 'abc', 3],
  ])('counts from %s to %s %d changes', (a, b, changes) => expect(distance(a, b)).toBe(changes));

  it('counts the same both ways', () => {
    const text = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(fc.property(text, text, (a, b) => expect(distance(a, b)).toBe(distance(b, a))));
  });

  it('takes the nearest, and of equals the most used', () => {
    const candidates = [
      { word: 'lapdog', term: 'lapdog', uses: 900 },
      { word: 'laptop', term: 'laptop', uses: 5 },
      { word: 'lipton', term: 'lipton', uses: 900 },
    ];
    expect(nearest('laptob', candidates)?.word).toBe('laptop');
    expect(nearest('lap', candidates)).toBeNull();
    expect(
      nearest('cat', [
        { word: 'bat', term: 'bat', uses: 1 },
        { word: 'car', term: 'car', uses: 2 },
      ])?.word,
    ).toBe('car');
  });

  it('corrects words, not codes and not Chinese', () => {
    expect(['laptop', 'kopfhörer', 'xps13', '4k', 'tv', '笔记本'].map(isCorrectable)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('knows a word by its threes, beginning and end included', () => {
    expect(trigramsOf('tea')).toEqual(['  t', ' te', 'tea', 'ea ']);
  });

  it('puts the words that were meant where the others stood', () => {
    const to = { word: 'laptop', term: 'laptop', uses: 1 };
    expect(
      correctedText('a labtop, or latop!', [
        { from: word('labtop', 2), to },
        { from: word('latop', 13), to },
      ]),
    ).toBe('a laptop, or laptop!');
  });
});
