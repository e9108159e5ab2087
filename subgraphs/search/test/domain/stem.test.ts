import { stem } from '../../domain/stem';

describe('stem', () => {
  it.each([
    [['battery', 'batteries']],
    [['phone', 'phones']],
    [['watch', 'watches', 'watched', 'watching']],
    [['box', 'boxes', 'boxed']],
    [['knife', 'knives']],
    [['lens', 'lenses']],
    [['man', 'men', 'mens']],
    [['cable', 'cables']],
    [['run', 'runs', 'running']],
    [['dress', 'dresses']],
    [['size', 'sizes', 'sized']],
  ])('makes one of %j', (words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it('keeps apart what differs by more than an inflection', () => {
    expect(stem('charger')).not.toBe(stem('charging'));
    expect(stem('wireless')).not.toBe(stem('wire'));
  });

  it('leaves codes, numbers, short words and other scripts as they are', () => {
    for (const word of ['xps13', '512', 'tv', 'as', '笔记本', 'наушники']) expect(stem(word)).toBe(word);
  });
});
