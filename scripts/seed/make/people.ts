import { DAY, MINUTE } from '../../../platform/kernel/clock';
import type { SeedUser } from '../../../subgraphs/users/data/seed';
import stores from '../data/stores.json';
import { idsFrom, type NewId } from '../ids';
import { randomOf, type Random } from '../random';
import { slugOf } from './naming';

export type Address = SeedUser['addresses'][number];
export type Person = SeedUser & { home: Address; currency: 'USD' | 'EUR' };

export const PASSWORD = 'agora-demo-1';

const FIRST =
  'Ada Amir Anna Ben Carla Chen Clara David Elif Emma Farid Grace Hannah Ines Ivan James Jonas Julia Kenji Lars Laura Leah Liam Lucía Maja Marco Maria Mateo Mia Mila Nina Noah Nora Omar Paul Petra Rosa Sam Sara Sofia Tara Thomas Uma Viktor Wei Yara Zoe'.split(
    ' ',
  );
const LAST =
  'Adams Becker Bianchi Brooks Campbell Chavez Costa Diaz Ekström Fischer Foster García Gupta Hansen Hughes Ito Jensen Kim Kowalski Laurent Lindqvist Lopez Martin Meyer Moore Morales Nguyen Novak Okafor Olsen Patel Peeters Quinn Reyes Rossi Sato Schmidt Silva Singh Sullivan Taylor Turner Vega Wagner Walker Weiss Wong Young'.split(
    ' ',
  );
const STREETS =
  'Oak Street|Maple Avenue|Cedar Lane|Park Road|Mill Street|Lake Drive|Station Road|Hill Street|River Road|Sunset Boulevard'.split(
    '|',
  );
const STRASSEN = 'Lindenallee|Gartenweg|Bahnhofstraße|Schillerstraße|Am Markt|Rosenweg|Mühlenstraße'.split('|');

type City = { city: string; region: string | null; postalCode: string; countryCode: string };
const city = (countryCode: string, name: string, postalCode: string): City => ({
  city: name,
  region: null,
  postalCode,
  countryCode,
});

const GERMAN = [
  city('DE', 'Berlin', '10115'),
  city('DE', 'Hamburg', '20095'),
  city('DE', 'München', '80331'),
  city('DE', 'Köln', '50667'),
  city('DE', 'Leipzig', '04109'),
  city('DE', 'Freiburg', '79098'),
  city('DE', 'Bremen', '28195'),
  city('DE', 'Dresden', '01067'),
];
const EUROPEAN = [
  city('AT', 'Wien', '1010'),
  city('FR', 'Lyon', '69001'),
  city('NL', 'Utrecht', '3511'),
  city('ES', 'Valencia', '46001'),
  city('IT', 'Torino', '10121'),
  city('IE', 'Dublin', 'D02 X285'),
];
const ELSEWHERE = [
  city('CA', 'Toronto', 'M5V 2T6'),
  city('GB', 'Bristol', 'BS1 4ST'),
  city('JP', 'Kyoto', '604-8005'),
  city('AU', 'Hobart', '7000'),
];

function cityOf(random: Random): City {
  const luck = random.float();
  if (luck < 0.15) return random.pick(GERMAN);
  if (luck < 0.24) return random.pick(EUROPEAN);
  if (luck < 0.28) return random.pick(ELSEWHERE);
  const { city: name, region, postalCode } = random.pick(stores);
  return { city: name, region, postalCode, countryCode: 'US' };
}

const line = (random: Random, { countryCode }: City) =>
  countryCode === 'DE' || countryCode === 'AT'
    ? `${random.pick(STRASSEN)} ${random.int(1, 140)}`
    : `${random.int(1, 9900)} ${random.pick(STREETS)}`;

function addressOf(random: Random, newId: NewId, recipient: string, at: Date, where: City): Address {
  const phone = random.chance(0.6) ? `+1 555 01${random.int(10, 99)}` : null;
  const line2 = random.chance(0.2) ? `Apt ${random.int(1, 48)}` : null;
  return { ...where, id: newId('adr', at), recipient, phone, line1: line(random, where), line2 };
}

type Who = { email: string; displayName: string; roles: SeedUser['roles'] };

function person(random: Random, newId: NewId, { email, displayName, roles }: Who, at: Date, home: City): Person {
  const address = addressOf(random, newId, displayName, at, home);
  const second = random.chance(0.15) ? [addressOf(random, newId, displayName, at, home)] : [];
  const currency = ['US', 'CA', 'GB', 'JP', 'AU'].includes(home.countryCode) ? 'USD' : 'EUR';
  const addresses = [address, ...second];
  return { id: newId('usr', at), email, displayName, roles, createdAt: at, addresses, home: address, currency };
}

const SAN_FRANCISCO: City = { city: 'San Francisco', region: 'CA', postalCode: '94103', countryCode: 'US' };

/** Who can be signed in as. Buyer, staff, admin. */
export const ACCOUNTS: readonly Who[] = [
  { email: 'buyer@agora.test', displayName: 'Ada Buyer', roles: ['BUYER'] },
  { email: 'staff@agora.test', displayName: 'Stan Staff', roles: ['BUYER', 'STAFF'] },
  { email: 'admin@agora.test', displayName: 'Alma Admin', roles: ['BUYER', 'STAFF', 'ADMIN'] },
];

export function makeAccounts(seed: string, now: Date): Person[] {
  const random = randomOf(`${seed}/accounts`);
  const newId = idsFrom(random);
  const at = new Date(now.getTime() - 200 * DAY);
  return ACCOUNTS.map((who) => person(random, newId, who, at, SAN_FRANCISCO));
}

/** Most have been customers for a while; every sixth has joined this month. */
function joinedAt(random: Random, now: Date): Date {
  const [from, to] = random.chance(1 / 6) ? [1, 30] : [95, 500];
  return new Date(now.getTime() - random.int((from * DAY) / MINUTE, (to * DAY) / MINUTE) * MINUTE);
}

/** Customers from real cities, under invented names and addresses that no mail reaches. */
export function makePeople(seed: string, count: number, now: Date): Person[] {
  const random = randomOf(`${seed}/people`);
  const newId = idsFrom(random);
  return Array.from({ length: count }, (_, index) => {
    const [first, last] = [random.pick(FIRST), random.pick(LAST)];
    const email = `${slugOf(first)}.${slugOf(last)}.${index + 1}@example.com`;
    const who: Who = { email, displayName: `${first} ${last}`, roles: ['BUYER'] };
    return person(random, newId, who, joinedAt(random, now), cityOf(random));
  });
}
