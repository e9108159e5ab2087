import { textCache } from '../textCache';

const counting = (maxCharacters: number) => {
  const made: string[] = [];
  const cache = textCache((text) => {
    if (text === 'bad') throw new Error('no');
    made.push(text);
    return { text };
  }, maxCharacters);
  return { made, cache };
};

describe('a cache by text', () => {
  it('makes what it is asked for once', () => {
    const { made, cache } = counting(10);
    expect(cache('a')).toBe(cache('a'));
    expect(made).toEqual(['a']);
  });

  it('given more than fits, lets go what was longest unused', () => {
    const { made, cache } = counting(4);
    for (const text of ['aa', 'bb', 'aa', 'cc', 'aa', 'bb']) cache(text);
    expect(made).toEqual(['aa', 'bb', 'cc', 'bb']);
  });

  it('given what never fits, makes it each time and keeps the count right', () => {
    const { made, cache } = counting(4);
    for (const text of ['large', 'large', 'aa', 'bb', 'aa', 'bb']) cache(text);
    expect(made).toEqual(['large', 'large', 'aa', 'bb']);
  });

  it('keeps nothing of what cannot be made', () => {
    const { cache } = counting(4);
    for (let count = 0; count < 5; count += 1) expect(() => cache('bad')).toThrow('no');
    expect(cache('a')).toBe(cache('a'));
  });
});
