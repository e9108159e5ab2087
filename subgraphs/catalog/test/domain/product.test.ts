import { checkOptionsCover, draftChange, draftProduct, type ProductInput } from '../../domain/product';
import { draftVariant, type VariantInput } from '../../domain/variant';
import { refusedFields } from './refusedFields';

const currencies = ['USD', 'EUR'];
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
const variant = (fields: Partial<VariantInput> = {}): VariantInput => ({ sku: 'A', price: usd('1'), ...fields });
const input = (fields: Partial<ProductInput> = {}): ProductInput => ({
  slug: 'a-1',
  name: 'A',
  categorySlug: 'c',
  variants: [variant()],
  ...fields,
});
const size = { name: 'Size', values: ['S', 'L'] };
const small = [{ name: 'Size', value: 'S' }];
const large = [{ name: 'Size', value: 'L' }];

const wrong = (fields: Partial<ProductInput>) => refusedFields(() => draftProduct(input(fields), currencies));

describe('a product as it is drafted', () => {
  it('takes defaults for what is left out', () => {
    expect(draftProduct(input(), currencies)).toEqual({
      slug: 'a-1',
      name: 'A',
      description: '',
      categorySlug: 'c',
      media: [],
      options: [],
      variants: [
        { sku: 'A', name: 'A', options: [], weightGrams: 0, stock: 0, prices: [{ minor: 100, currency: 'USD' }] },
      ],
    });
  });

  it('names a variant by what it chooses, unless it has a name', () => {
    const variants = [variant({ options: small }), variant({ sku: 'B', options: large, name: ' Big ' })];
    expect(draftProduct(input({ options: [size], variants }), currencies).variants.map(({ name }) => name)).toEqual([
      'S',
      'Big',
    ]);
  });

  it.each(['', 'A', 'a b', '-a', 'a--b', 'a-', 'ä', 'x'.repeat(201)])('does not take the slug "%s"', (slug) => {
    expect(wrong({ slug })).toEqual(['slug']);
  });

  it.each(['', 'a b', 'ä', 'x'.repeat(65), ' '])('does not take the stock-keeping number "%s"', (sku) => {
    expect(wrong({ variants: [variant({ sku })] })).toEqual(['variants.0.sku']);
  });

  it.each(['ftp://x', 'x', 'https://', 'https:///x', 'https://a b', `https://x/${'x'.repeat(2000)}`])(
    'does not take the address %s',
    (url) => {
      expect(wrong({ media: [{ url }] })).toEqual(['media.0.url']);
    },
  );

  it.each([
    ['-1', 'amount'],
    ['1.234', 'amount'],
    ['1000000000000', 'amount'],
    ['100000000.01', 'amount'],
  ])('does not take the price %s', (amount, field) => {
    expect(wrong({ variants: [variant({ price: usd(amount) })] })).toEqual([`variants.0.price.${field}`]);
  });

  it('takes one price a currency of the shop', () => {
    const prices = [usd('2'), { amount: '1', currencyCode: 'JPY' }];
    expect(wrong({ variants: [variant({ prices })] })).toEqual([
      'variants.0.prices.0.currencyCode',
      'variants.0.prices.1.currencyCode',
    ]);
  });

  it('has variants, which differ in their numbers and choices', () => {
    expect(wrong({ variants: [] })).toEqual(['variants']);
    expect(wrong({ variants: [variant(), variant()] })).toEqual(['variants.1.sku']);
    const twins = [variant({ options: small }), variant({ sku: 'B', options: small })];
    expect(wrong({ options: [size], variants: twins })).toEqual(['variants.1.options']);
  });

  it('has variants that choose one value for each option, and none besides', () => {
    const choose = (options: VariantInput['options']) => wrong({ options: [size], variants: [variant({ options })] });
    expect(choose(small)).toEqual([]);
    expect(choose(null)).toEqual(['variants.0.options']);
    expect(choose([{ name: 'Size', value: 'XL' }])).toEqual(['variants.0.options.0.value']);
    expect(choose([...small, { name: 'Colour', value: 'Red' }])).toEqual(['variants.0.options.1.name']);
    expect(choose([...small, ...large])).toEqual(['variants.0.options.1.name']);
  });

  it('has options with names and values that differ', () => {
    expect(wrong({ options: [{ name: 'Size', values: [] }] })).toContain('options.0.values');
    expect(wrong({ options: [{ name: 'Size', values: ['S', 'S'] }], variants: [variant({ options: small })] })).toEqual(
      ['options.0.values.1'],
    );
    expect(wrong({ options: [size, size], variants: [variant({ options: small })] })).toEqual(['options.1.name']);
  });
});

describe('a change', () => {
  it('holds what is named, and nothing else', () => {
    expect(draftChange({ name: ' B ', description: null })).toEqual({ name: 'B' });
    expect(draftChange({ description: '', media: [] })).toEqual({ description: '', media: [] });
    expect(refusedFields(() => draftChange({ slug: '?', name: ' ' }))).toEqual(['slug', 'name']);
  });

  it('of options must leave every variant what it has chosen', () => {
    expect(refusedFields(() => checkOptionsCover([size], [{ options: small }]))).toEqual([]);
    expect(refusedFields(() => checkOptionsCover([], [{ options: small }]))).toEqual(['options']);
    expect(
      refusedFields(() => checkOptionsCover([size, { name: 'Colour', values: ['Red'] }], [{ options: small }])),
    ).toEqual(['options']);
  });
});

describe('a further variant', () => {
  const product = { name: 'A', options: [size], variants: [{ options: small }] };

  it('chooses what no other has', () => {
    expect(draftVariant(variant({ options: large }), product, currencies).name).toBe('L');
    expect(refusedFields(() => draftVariant(variant({ options: small }), product, currencies))).toEqual([
      'variant.options',
    ]);
  });

  it('is one of a hundred at most', () => {
    const full = { name: 'A', options: [], variants: Array.from({ length: 100 }, () => ({ options: [] })) };
    expect(refusedFields(() => draftVariant(variant(), full, currencies))).toEqual(['variant']);
  });
});
