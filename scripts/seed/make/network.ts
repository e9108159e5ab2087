import type { SeedNetwork } from '../../../subgraphs/logistics/data/seed';
import stores from '../data/stores.json';
import type { NewId } from '../ids';

type Service = {
  code: string;
  name: string;
  days: readonly [number, number];
  maxKilograms: number;
  /** By zone: what a parcel costs, and each kilogram, in cents of dollars. */
  rates: Readonly<Record<string, readonly [base: number, perKilogram: number]>>;
};
type Carrier = { code: string; name: string; couriers: readonly string[]; services: readonly Service[] };

const CARRIERS: readonly Carrier[] = [
  {
    code: 'meridian',
    name: 'Meridian Parcel',
    couriers: ['Dana Whitfield', 'Luis Ortega', 'Priya Raman'],
    services: [
      {
        code: 'ground',
        name: 'Ground',
        days: [3, 5],
        maxKilograms: 30,
        rates: { 'us-west': [499, 60], us: [599, 75], 'us-remote': [1499, 240] },
      },
      {
        code: 'express',
        name: 'Express',
        days: [1, 2],
        maxKilograms: 20,
        rates: { 'us-west': [1299, 180], us: [1499, 220] },
      },
      {
        code: 'worldwide',
        name: 'Worldwide',
        days: [6, 12],
        maxKilograms: 30,
        rates: { de: [1999, 600], eu: [2199, 650], world: [2499, 800] },
      },
    ],
  },
  {
    code: 'bluejay',
    name: 'Bluejay Post',
    couriers: ['Marcus Bell', 'Hannah Cho'],
    services: [
      {
        code: 'saver',
        name: 'Saver',
        days: [4, 8],
        maxKilograms: 10,
        rates: { 'us-west': [349, 80], us: [399, 90], 'us-remote': [799, 150] },
      },
    ],
  },
  {
    code: 'rheinpost',
    name: 'Rheinpost',
    couriers: ['Jonas Weber', 'Aylin Kaya'],
    services: [
      { code: 'paket', name: 'Paket', days: [2, 3], maxKilograms: 31, rates: { de: [549, 30], eu: [1399, 120] } },
      { code: 'express', name: 'Express', days: [1, 1], maxKilograms: 20, rates: { de: [1290, 90] } },
    ],
  },
  {
    code: 'heavyhaul',
    name: 'Heavy Haul Freight',
    couriers: ['Roy Tanaka', 'Ingrid Solberg'],
    services: [
      {
        code: 'freight',
        name: 'Freight to the Door',
        days: [5, 10],
        maxKilograms: 2000,
        rates: {
          'us-west': [4900, 40],
          us: [5900, 50],
          'us-remote': [14900, 180],
          de: [6900, 60],
          eu: [8900, 80],
          world: [19900, 300],
        },
      },
    ],
  },
];

const ZONES = {
  'us-west': 'United States, west',
  us: 'United States',
  'us-remote': 'Alaska, Hawaii and Puerto Rico',
  de: 'Germany',
  eu: 'European Union',
  world: 'Rest of the world',
} as const;
type Zone = keyof typeof ZONES;

const EU = 'AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const AREAS: readonly [zone: Zone, country: string, prefixes: readonly string[]][] = [
  ['us', 'US', ['']],
  ['us-west', 'US', ['9']],
  ['us-remote', 'US', ['006', '007', '009', '967', '968', '995', '996', '997', '998', '999']],
  ['de', 'DE', ['']],
  ...EU.map((country): [Zone, string, string[]] => ['eu', country, ['']]),
  ['world', '*', ['']],
];

const EUROS_A_DOLLAR = 0.95;
const CURRENCIES = [
  ['USD', 1],
  ['EUR', EUROS_A_DOLLAR],
] as const;

const telephone = (index: number) => `+1 555 01${String(index).padStart(2, '0')}`;

function servicesOf({ services }: Carrier, carrierId: string, newId: NewId, at: Date) {
  return services.map(({ code, name, days: [minDays, maxDays], maxKilograms, rates }) => {
    const serviceId = newId('svc', at);
    const row = { id: serviceId, carrierId, code, name, minDays, maxDays, active: true };
    const priced = Object.entries(rates).flatMap(([zoneCode, [base, perKilogram]]) =>
      CURRENCIES.map(([currency, worth]) => ({
        zoneCode,
        currency,
        serviceId,
        baseMinor: Math.round(base * worth),
        perKgMinor: Math.round(perKilogram * worth),
        maxWeightGrams: maxKilograms * 1000,
      })),
    );
    return { row, priced };
  });
}

/** Carriers with their services, zones and rates, couriers, and pick-up points at real stores. */
export function makeNetwork(newId: NewId, at: Date): SeedNetwork {
  const carriers = CARRIERS.map((carrier) => ({ ...carrier, id: newId('car', at) }));
  const services = carriers.flatMap((carrier) => servicesOf(carrier, carrier.id, newId, at));
  const drivers = carriers.flatMap(({ id, couriers }) => couriers.map((name) => ({ carrierId: id, name })));
  return {
    carriers: carriers.map(({ id, code, name }) => ({ id, code, name })),
    services: services.map(({ row }) => row),
    rates: services.flatMap(({ priced }) => priced),
    couriers: drivers.map((driver, index) => ({ ...driver, id: newId('cou', at), phone: telephone(index + 10) })),
    zones: Object.entries(ZONES).map(([code, name]) => ({ code, name })),
    areas: AREAS.flatMap(([zoneCode, countryCode, prefixes]) =>
      prefixes.map((postalPrefix) => ({ zoneCode, countryCode, postalPrefix })),
    ),
    pickupPoints: stores.map((store) => ({ ...store, id: newId('pup', at), countryCode: 'US' })),
  };
}

/** The zone of a place: of the areas that it lies in, the narrowest. */
export function zoneOf(network: SeedNetwork, countryCode: string, postalCode: string): string {
  const inside = network.areas.filter(
    (area) => area.countryCode === countryCode && postalCode.startsWith(area.postalPrefix),
  );
  const narrowest = inside.toSorted((a, b) => b.postalPrefix.length - a.postalPrefix.length)[0];
  return narrowest?.zoneCode ?? 'world';
}
