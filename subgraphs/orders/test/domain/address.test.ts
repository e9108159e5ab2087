import { parseAddress } from '../../domain/address';

const good = { recipient: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', countryCode: 'us' };
const fields = (input: object) => parseAddress({ ...good, ...input }).problems.map(({ field }) => field);

describe('an address', () => {
  it('is taken without needless blanks, with its country in capitals', () => {
    expect(parseAddress({ ...good, city: ' Springfield ', line2: '  ', region: null })).toEqual({
      address: { ...good, countryCode: 'US', phone: null, line2: null, region: null },
      problems: [],
    });
  });

  it('may be written in any script', () => expect(fields({ recipient: '王小明 👩‍🚀', city: 'حيفا' })).toEqual([]));

  it.each(['recipient', 'line1', 'city', 'postalCode', 'countryCode'])('is refused without %s', (field) => {
    expect(fields({ [field]: '   ' })).toEqual([field]);
  });

  it.each(['recipient', 'phone', 'line1', 'line2', 'city', 'region', 'postalCode'])(
    'is refused when %s is too long',
    (field) => {
      expect(fields({ [field]: 'x'.repeat(300) })).toEqual([field]);
    },
  );

  it.each(['XX', 'U1', '??', 'USA'])('is refused with the country %s', (countryCode) => {
    expect(fields({ countryCode })).toContain('countryCode');
  });
});
