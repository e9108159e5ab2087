import { replaceBlock } from '../readme';

describe('a generated block', () => {
  it('given markers, when replaced, then only what stands between them changes', () => {
    const text = 'before\n<!-- generated: list -->\nold\n<!-- end: list -->\nafter';
    expect(replaceBlock(text, 'list', 'new')).toBe(
      'before\n<!-- generated: list -->\n\nnew\n\n<!-- end: list -->\nafter',
    );
  });

  it('given no markers, when replaced, then the mistake is named', () => {
    expect(() => replaceBlock('nothing', 'list', 'new')).toThrow(
      'There is no block between "<!-- generated: list -->"',
    );
  });
});
