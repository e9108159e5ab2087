import fc from 'fast-check';
import { highlight } from '../../domain/highlight';
import { han } from '../../han';

const mark = (text: string, ...terms: string[]) => highlight(text, new Set(terms), han);

describe('highlight', () => {
  it('marks whole words, codes and what overlaps once', () => {
    expect(mark('XPS-13 and XPS 13', 'xps13', 'xps')).toBe('<em>XPS-13</em> and <em>XPS 13</em>');
    expect(mark('Laptops & laptop', 'laptop')).toBe('<em>Laptops</em> &amp; <em>laptop</em>');
  });

  it('answers null when nothing matches', () => expect(mark('Laptop', 'phone')).toBeNull());

  it('escapes whatever it does not mark, however long and odd the text', () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('tea', '<b>', '&', '"', "'", '😀', ' ')),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const fragment = mark(parts.join(' '), 'tea') ?? '';
        expect(fragment.replaceAll(/<\/?em>|&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>"'&]/);
        expect(fragment).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('shows the surroundings of the first match of a long text, cut at words', () => {
    const fragment = mark(`${'before '.repeat(50)}tea ${'after '.repeat(50)}`, 'tea') ?? '';
    expect(fragment).toMatch(/^…before (before )*<em>tea<\/em>( after)*…$/);
    expect(fragment.length).toBeLessThan(200);
  });
});
