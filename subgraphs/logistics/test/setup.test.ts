import { newId } from '../../../platform/kernel/ids';
import { buyer } from '../../../test/story/house';
import { type Operation, startStory, ownStatementsOf, type Story, usd } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const CARRIERS = 'query { carriers { id code name services { code name minDays maxDays } couriers { name } } }';
const ZONES =
  'query { shippingZones { code areas { countryCode postalPrefix } rates { service { code } base { amount } } } }';

describe('carriers', () => {
  it('are listed with what they offer, in three statements; their couriers for the staff alone', async () => {
    await story.act('createCourier', { carrierId: story.carrier.id, name: ' Kim ', phone: '+1 555 0199' });
    const services = [
      { code: 'express', name: 'Swift express', minDays: 1, maxDays: 2 },
      { code: 'standard', name: 'Swift standard', minDays: 3, maxDays: 5 },
    ];
    const statements = await ownStatementsOf(story.house, async () => {
      expect((await story.ask(CARRIERS)).data.carriers).toEqual([
        { id: story.carrier.id, code: 'swift', name: 'Swift', services, couriers: [{ name: 'Kim' }] },
      ]);
    });
    expect(statements).toHaveLength(3);
    expect((await story.ask(CARRIERS, {}, { identity: { kind: 'guest' } })).data.carriers[0]).toMatchObject({
      services,
      couriers: [],
    });
    expect((await story.ask(CARRIERS, {}, { tenant: 'other' })).data.carriers).toEqual([]);
  });

  it('given a code that is taken, are refused with CODE_TAKEN, also when two come at once', async () => {
    const answers = await Promise.all([1, 2].map(() => story.act('createCarrier', { code: 'twin', name: 'Twin' })));
    expect(answers.flatMap((answer) => answer.userErrors)).toMatchObject([{ code: 'CODE_TAKEN', field: ['code'] }]);
    const service = { carrierId: story.carrier.id, code: 'express', name: 'x', minDays: 1, maxDays: 1 };
    expect((await story.act('createCarrierService', service)).userErrors).toMatchObject([{ code: 'CODE_TAKEN' }]);
  });
});

describe('zones', () => {
  it('are listed with their areas and rates, in four statements', async () => {
    const statements = await ownStatementsOf(story.house, async () => {
      const zones = (await story.ask(ZONES)).data.shippingZones;
      expect(zones.map((zone: { code: string }) => zone.code)).toEqual(['domestic', 'west', 'world']);
      expect(zones[1]).toMatchObject({ areas: [{ countryCode: 'US', postalPrefix: '9' }] });
      expect(zones[1].rates).toHaveLength(2);
    });
    expect(statements).toHaveLength(4);
  });

  it('given new areas, keep those alone, and take them from the zone that had them', async () => {
    await story.zone('south', [
      { countryCode: 'MX' },
      { countryCode: 'us', postalPrefix: '7' },
      { countryCode: 'US', postalPrefix: '7' },
    ]);
    const { zone } = await story.zone('lone-star', [{ countryCode: 'US', postalPrefix: '7' }]);
    expect(zone.areas).toEqual([{ countryCode: 'US', postalPrefix: '7' }]);
    const south = await story.zone('south', [{ countryCode: 'BR' }]);
    expect(south.zone.areas).toEqual([{ countryCode: 'BR', postalPrefix: '' }]);
  });

  it('given two zones that take areas from each other at once, both end', async () => {
    const areas = Array.from({ length: 30 }, (_, index) => ({ countryCode: 'CA', postalPrefix: `K${index}` }));
    const answers = await Promise.all([story.zone('a', areas), story.zone('b', areas.toReversed())]);
    expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
  });
});

describe('what a shop is set up with', () => {
  const id = (prefix: string) => newId(prefix, new Date());
  const service = { carrierId: id('car'), code: 'x', name: 'x', minDays: 1, maxDays: 1 };
  const courier = { carrierId: id('car'), name: 'x', phone: '1' };
  const rate = { serviceId: id('svc'), zoneCode: 'west', base: usd('1'), perKg: usd('0'), maxWeightGrams: 1 };
  const place = {
    name: 'x',
    location: { latitude: 0, longitude: 0 },
    address: { line1: 'x', city: 'x', postalCode: '1', countryCode: 'US' },
  };
  const cases: [Operation, Record<string, unknown>, string][] = [
    ['createCarrier', { code: 'No Code', name: 'x' }, 'code'],
    ['createCarrier', { code: 'x', name: ' ' }, 'name'],
    ['createCarrier', { code: 'x', name: 'x'.repeat(201) }, 'name'],
    ['createCarrierService', { ...service, carrierId: '🚚' }, 'carrierId'],
    ['createCarrierService', { ...service, minDays: -1 }, 'maxDays'],
    ['createCarrierService', { ...service, minDays: 5 }, 'maxDays'],
    ['createCarrierService', { ...service, maxDays: 2147483647 }, 'maxDays'],
    ['setCarrierServiceActive', { serviceId: 'x', active: true }, 'serviceId'],
    ['createCourier', { ...courier, phone: 'x'.repeat(41) }, 'phone'],
    ['setShippingZone', { code: 'x', name: 'x', areas: [] }, 'areas'],
    ['setShippingZone', { code: 'x', name: 'x', areas: [{ countryCode: 'ZZ' }] }, 'areas'],
    ['setShippingRate', { ...rate, base: usd('-1') }, 'base'],
    ['setShippingRate', { ...rate, base: usd('1.999') }, 'base'],
    ['setShippingRate', { ...rate, base: usd('999999999999') }, 'base'],
    ['setShippingRate', { ...rate, perKg: { amount: '1', currencyCode: 'EUR' } }, 'perKg'],
    ['setShippingRate', { ...rate, maxWeightGrams: 0 }, 'maxWeightGrams'],
    ['setShippingRate', { ...rate, maxWeightGrams: 2147483647 }, 'maxWeightGrams'],
    ['createPickupPoint', { ...place, location: { latitude: 91, longitude: 0 } }, 'location'],
    ['createPickupPoint', { ...place, name: '' }, 'name'],
    ['createPickupPoint', { ...place, address: { ...place.address, countryCode: '🇺🇸' } }, 'address'],
  ];
  it.each(cases)('%s given %j, refuses with INVALID_INPUT', async (operation, input, field) => {
    const { userErrors } = await story.act(operation, input);
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect(userErrors[0].field[0]).toBe(field);
  });

  it.each([
    ['createCarrierService', service, 'carrierId'],
    ['createCourier', courier, 'carrierId'],
    ['setCarrierServiceActive', { serviceId: id('svc'), active: true }, 'serviceId'],
    ['setShippingRate', rate, 'serviceId'],
  ] as const)('%s given an unknown id, refuses with NOT_FOUND', async (operation, input, field) => {
    expect((await story.act(operation, input)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: [field] }]);
  });

  it('given an unknown zone, refuses a rate with NOT_FOUND', async () => {
    const answer = await story.act('setShippingRate', { ...rate, serviceId: story.standard.id, zoneCode: 'mars' });
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['zoneCode'] }]);
  });

  it.each([
    ['createCarrier', { code: 'x', name: 'x' }],
    ['setShippingRate', rate],
    ['createPickupPoint', place],
  ] as const)('%s given a buyer, is forbidden', async (operation, input) => {
    expect((await story.act(operation, input, buyer())).errors[0].extensions.code).toBe('FORBIDDEN');
  });
});
