import { buildSchema, graphql, type GraphQLScalarType } from 'graphql';
import { scalars } from '../scalars';

const parse = (scalar: string, value: unknown) => (scalars[scalar] as GraphQLScalarType).parseValue(value);

describe('DateTime', () => {
  it('reads RFC 3339', () =>
    expect(parse('DateTime', '2026-01-31T12:00:00+01:00')).toEqual(new Date('2026-01-31T11:00:00Z')));
  it.each(['yesterday', '2026-01-31', '2026-13-01T00:00:00Z', '', 12, null])('refuses %p', (value) =>
    expect(() => parse('DateTime', value)).toThrow('RFC 3339'),
  );
  it.each(['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59.999-14:00'])(
    'refuses %p, which Postgres cannot keep',
    (value) => expect(() => parse('DateTime', value)).toThrow('RFC 3339'),
  );
});

describe('Decimal', () => {
  it.each([
    ['19.90', '19.90'],
    ['-1', '-1'],
    [19.9, '19.9'],
  ])('reads %p', (value, text) => expect(parse('Decimal', value)).toBe(text));
  it.each(['1e3', '1,5', 'NaN', '', '.5', 1e30, Infinity, true, '1'.repeat(19)])('refuses %p', (value) =>
    expect(() => parse('Decimal', value)).toThrow('decimal number'),
  );
});

describe('CurrencyCode', () => {
  it('reads a currency of ISO 4217', () => expect(parse('CurrencyCode', 'EUR')).toBe('EUR'));
  it.each(['eur', 'EURO', 'ZZZ', 978])('refuses %p', (value) =>
    expect(() => parse('CurrencyCode', value)).toThrow('ISO 4217'),
  );
});

it('a scalar refuses a literal that is no text and no number', async () => {
  const schema = buildSchema('scalar Decimal type Query { price(of: Decimal): String }');
  Object.assign(schema.getType('Decimal') as object, {
    parseLiteral: scalars.Decimal?.parseLiteral.bind(scalars.Decimal),
  });
  const { errors } = await graphql({ schema, source: '{ price(of: [1]) }' });
  expect(errors?.[0]?.message).toMatch('a string');
});
