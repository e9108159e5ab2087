import { isEnumType, type GraphQLNamedType } from 'graphql';
import { newId } from '../../platform/kernel/ids';

const ID_PREFIXES = 'usr adr ses prd var cat med rev crt cln ord oln pay ref shp car svc cou pup cpn ucp prm ntf'.split(
  ' ',
);
const unknownIds = ID_PREFIXES.map((prefix) => newId(prefix, new Date()));

const TEXTS = [
  '',
  ' ',
  '\n\t\r',
  'x'.repeat(201),
  'x'.repeat(5001),
  'x'.repeat(100_000),
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '👩‍👩‍👧‍👦🏳️‍🌈é',
  '\u202Eمرحبا بالعالم\u200F',
  'ﷺ'.repeat(50),
  "' or 1=1; --",
  '"; drop table x; /*',
  '%_\\%',
  '(a+)+$[',
  ':*&|!<->',
  '<script>alert(1)</script>',
  '%s%n${7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e400',
  'NaN',
  '0x10',
  '../../../../etc/passwd',
  '*',
];
const IDS = [...TEXTS, ...unknownIds, 'prd_', 'prd_x', 'PRD_01J00000000000000000000000', 'prd_ilou', 12_345, -1, 1.5];
const WHOLE = [0, -1, 1, 2, 99, 100, 101, 1000, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1e21, 1.5, '5', '', true];
const NUMBERS = [...WHOLE, 90, 90.000001, -90, 180.000001, 1e308, -1e308, 1e-320, 20_020];
const DECIMALS = [
  '0',
  '-0',
  '-1',
  '0.001',
  '0.000000000000000000001',
  '1e400',
  '1e3',
  '99999999999999999999',
  '9007199254740993',
  '90071992547409.91',
  '92233720368547758.07',
  '92233720368547758.08',
  'NaN',
  'Infinity',
  '1,5',
  '٣',
  ' 1 ',
  '+1',
  '.5',
  '1.',
  '',
  '0x10',
  '1_000',
  '9'.repeat(400),
  '0.' + '9'.repeat(400),
  12,
  -0.1,
  true,
];
const INSTANTS = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999Z',
  '10000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '-271821-04-20T00:00:00.000Z',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-06-30T23:59:60Z',
  '2026-01-01T00:00:00+24:00',
  '2026-01-01',
  'infinity',
  'now',
  '',
  0,
  8.64e15,
  true,
];
const CURRENCIES = ['', 'usd', 'US', 'USDX', 'EUR', 'JPY', 'XAU', 'XXX', 'CLF', '💶', 'a\u0000b', '__proto__', 5];
const CHOICES = ['', 'NOPE', 'constructor', 'toString', 0, true];
const FLAGS = ['', 'true', 0, 1];
const WRONG_SHAPES = [null, [], {}, [null], [[]], { unknown: 1 }, { __proto__: null, a: { b: { c: { d: {} } } } }];

const BY_SCALAR: Record<string, readonly unknown[]> = {
  String: TEXTS,
  ID: IDS,
  Int: WHOLE,
  Float: NUMBERS,
  Boolean: FLAGS,
  Decimal: DECIMALS,
  DateTime: INSTANTS,
  CurrencyCode: CURRENCIES,
};

/** What a client might send where a value of this type belongs. */
export const hostileFor = (type: GraphQLNamedType): readonly unknown[] => [
  ...(BY_SCALAR[type.name] ?? CHOICES),
  ...(isEnumType(type) ? type.getValues().map(({ name }) => name) : []),
  ...WRONG_SHAPES,
];

/** Lists around an item that is as it should be. */
export const hostileLists = (item: unknown): readonly unknown[] => [
  [],
  null,
  [null],
  Array.from({ length: 101 }, () => item),
  Array.from({ length: 1000 }, () => item),
  item,
  [[item]],
  [item, item],
];
