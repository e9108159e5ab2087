import { DAY } from '../../../platform/kernel/clock';
import { draw } from './seed';

const TIME = Date.UTC(2026, 0, 1);

type Texts = readonly [name: RegExp, text: (seed: string) => string];

const words = [
  'Linen',
  'Oak',
  'Copper',
  'Wool',
  'Ceramic',
  'Canvas',
  'Walnut',
  'Cotton',
  'Steel',
  'Glass',
  'Cork',
  'Slate',
] as const;
const things = [
  'lamp',
  'jacket',
  'kettle',
  'chair',
  'backpack',
  'blanket',
  'notebook',
  'bowl',
  'mug',
  'shelf',
] as const;
const people = ['Ada Okafor', 'Jonas Weber', 'Mina Sato', 'Lucía Ramos', 'Tom Becker', 'Ines Duarte'] as const;
const places = ['Berlin', 'Lisbon', 'Osaka', 'Austin', 'Lyon', 'Gdańsk'] as const;

const pick = (seed: string, list: readonly string[], salt = ''): string => draw(seed + salt).pick(list);
const product = (seed: string) => `${pick(seed, words)} ${pick(seed, things, '2')}`;
const number = (seed: string, digits: number) => String(draw(seed).whole(10 ** (digits - 1), 10 ** digits - 1));

/** What a text is about can be told by its field's name; the first that fits counts. */
const TEXTS: readonly Texts[] = [
  [
    /email$/i,
    (seed) =>
      `${pick(seed, people)
        .split(' ')[0]
        ?.normalize('NFD')
        .replaceAll(/[^a-z]/gi, '')
        .toLowerCase()}@example.test`,
  ],
  [/url$|image|link/i, (seed) => `https://example.test/${number(seed, 6)}`],
  [/^(displayName|recipient|author.*|userName)$/i, (seed) => pick(seed, people)],
  [/name$|title|label|headline/i, product],
  [/slug|handle|path/i, (seed) => product(seed).toLowerCase().replace(' ', '-')],
  [
    /description|body|text|message|summary|note/i,
    (seed) => `A ${product(seed).toLowerCase()}, made to be used every day.`,
  ],
  [/phone/i, (seed) => `+49 30 ${number(seed, 7)}`],
  [/country/i, (seed) => pick(seed, ['DE', 'PT', 'JP', 'US', 'FR', 'PL'])],
  [/city|region|zone/i, (seed) => pick(seed, places)],
  [/postal|zip/i, (seed) => number(seed, 5)],
  [/line1|street/i, (seed) => `${pick(seed, words)} Street ${draw(seed).whole(1, 120)}`],
  [/locale|language/i, (seed) => pick(seed, ['en-US', 'de-DE'])],
  [
    /number|sku|code|reference|tracking/i,
    (seed) => `${pick(seed, words).slice(0, 2).toUpperCase()}-${number(seed, 6)}`,
  ],
];

export function textFor(field: string, seed: string): string {
  const [, text] = TEXTS.find(([name]) => name.test(field)) ?? [];
  return text?.(seed) ?? `${pick(seed, words)} ${number(seed, 3)}`;
}

/** RFC 3339. What ends something lies a year later than what begins it. */
export function timeFor(field: string, seed: string): string {
  const later = /expire|end|until|due|estimated|deadline/i.test(field) ? 365 * DAY : 0;
  return new Date(TIME + later + draw(seed).whole(0, 90 * 24 * 60 * 60) * 1000).toISOString();
}

export function wholeFor(field: string, seed: string): number {
  if (/total|count|available|stock|onHand|sold/i.test(field)) return draw(seed).whole(20, 400);
  if (/grams|millimet|bytes/i.test(field)) return draw(seed).whole(100, 2_000);
  return draw(seed).whole(1, 5);
}

/** Minor units. What is taken off is less than whatever costs anything. */
export const minorFor = (seed: string): number =>
  /discount|reduction/i.test(seed) ? draw(seed).whole(10, 90) : draw(seed).whole(1_000, 19_900);
