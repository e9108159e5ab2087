import { isCountry, parseAddress } from '../address';

const home = {
  recipient: ' Ada ',
  line1: '1 Market Street',
  city: 'San Francisco',
  postalCode: '94103',
  countryCode: 'us',
};

describe('an address', () => {
  it('is trimmed, with blank optional fields null', () => {
    expect(parseAddress({ ...home, phone: ' ' })).toEqual({
      address: { ...home, recipient: 'Ada', countryCode: 'US', phone: null, line2: null, region: null },
    });
  });

  it('names every field that is wrong', () => {
    const parsed = parseAddress({ ...home, recipient: '', line1: 'x'.repeat(201), countryCode: 'ZZ' });
    expect('problems' in parsed && parsed.problems.map(({ field }) => field)).toEqual([
      'recipient',
      'line1',
      'countryCode',
    ]);
  });
});

it.each([
  ['US', true],
  ['DE', true],
  ['XX', false],
  ['EU', false],
  ['USA', false],
  ['us', false],
])('%s is a country: %p', (code, is) => expect(isCountry(code)).toBe(is));
