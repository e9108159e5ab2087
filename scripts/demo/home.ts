/** Where buyers of the demo shop live: its carriers deliver there. */
export const HOME = {
  recipient: 'Ada Buyer',
  line1: '1 Market Street',
  city: 'San Francisco',
  region: 'CA',
  postalCode: '94103',
  countryCode: 'US',
};
