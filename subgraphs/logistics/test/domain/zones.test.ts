import { parseArea } from '../../domain/input';
import { areasOf, normalPostalCode, parseDestination } from '../../domain/zones';

describe('the areas of a destination', () => {
  it('go from the whole postal code to the country, then to the rest of the world', () => {
    expect(areasOf({ countryCode: 'US', postalCode: '941' })).toEqual([
      { countryCode: 'US', postalPrefix: '941' },
      { countryCode: 'US', postalPrefix: '94' },
      { countryCode: 'US', postalPrefix: '9' },
      { countryCode: 'US', postalPrefix: '' },
      { countryCode: '*', postalPrefix: '' },
    ]);
  });
});

describe('a destination', () => {
  it.each([
    ['SW1A 1AA', 'SW1A1AA'],
    ['1012-ab', '1012AB'],
    ['', ''],
  ])('with the postal code "%s" lies at "%s"', (text, code) => expect(normalPostalCode(text)).toBe(code));

  it.each(['🚚', '94103;', 'x'.repeat(13), 'Ä1'])('has no postal code "%s"', (text) =>
    expect(normalPostalCode(text)).toBeNull(),
  );

  it('tells which field is wrong', () => {
    expect(parseDestination({ countryCode: 'Mars', postalCode: '1' })).toBe('countryCode');
    expect(parseDestination({ countryCode: 'us', postalCode: '?' })).toBe('postalCode');
    expect(parseDestination({ countryCode: ' us', postalCode: '9' })).toEqual({ countryCode: 'US', postalCode: '9' });
  });
});

describe('an area of a zone', () => {
  it.each([
    [{ countryCode: '*' }, { countryCode: '*', postalPrefix: '' }],
    [
      { countryCode: 'de', postalPrefix: '1 0' },
      { countryCode: 'DE', postalPrefix: '10' },
    ],
    [{ countryCode: '*', postalPrefix: '1' }, null],
    [{ countryCode: 'ZZ' }, null],
    [{ countryCode: 'DE', postalPrefix: '*' }, null],
  ])('%j is read as %j', (input, area) => expect(parseArea(input)).toEqual(area));
});
