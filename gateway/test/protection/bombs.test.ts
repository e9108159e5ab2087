import { LIMITS } from '../../protection/limits';
import { startTestEdge, type TestEdge } from '../edge';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (count: number, open: string, leaf: string, close = ' }') =>
  open.repeat(count) + leaf + close.repeat(count);

/** Each fragment spreads the next one twice: what is asked for doubles with every level. */
const fragmentBomb = (levels: number) =>
  `{ book(id: "1") { ...f0 } } ${times(levels, (n) => `fragment f${n} on Book { a${n}: parent { ...f${n + 1} } b${n}: parent { ...f${n + 1} } }`)}
   fragment f${levels} on Book { id }`;

/** Fragments of fragments, without a field of their own. */
const spreadBomb = `{ book(id: "1") { ...f0 } } ${times(100, (n) => `fragment f${n} on Book { ...f${n + 1} ...f${n + 1} }`)}
   fragment f100 on Book { id }`;

const BOMBS: [what: string, query: string, limit: string][] = [
  ['fragments fourteen deep', fragmentBomb(14), 'fields'],
  ['fragments that spread fragments a hundred times over', spreadBomb, 'fields'],
  ['500 aliases', `{ book(id: "1") { ${times(500, (n) => `a${n}: id`)} } }`, 'aliases'],
  ['60 aliased roots', `{ ${times(60, (n) => `a${n}: whoAsks`)} }`, 'rootFields'],
  ['10,000 directives', `{ whoAsks ${times(10_000, () => '@skip')} }`, 'directives'],
  ['lists nested 1,900 deep', `{ book(id: ${nested(1_900, '[', '', ']')}) { id } }`, 'nesting'],
  ['objects nested 900 deep', `{ book(id: ${nested(900, '{ a: ', '1')}) { id } }`, 'nesting'],
  ['inline fragments nested 900 deep', `{ book(id: "1") { ${nested(900, '... { ', 'id')} } }`, 'nesting'],
  ['fields 99 deep', `{ book(id: "1") { ${nested(97, 'parent { ', 'id')} } }`, 'depth'],
  ['20,000 names', `{ ${times(20_000, () => 'id')} }`, 'tokens'],
  ['a comment as long as a book', `{ whoAsks } #${'a'.repeat(LIMITS.characters)}`, 'characters'],
  ['a thousand operations', times(400, (n) => `query q${n} { whoAsks }`), 'operations'],
  ['a thousand fragments', `{ whoAsks } ${times(500, (n) => `fragment f${n} on Book { id }`)}`, 'fragments'],
  ['the schema nineteen times', `{ ${times(19, (n) => `s${n}: __schema { types { name } }`)} }`, 'introspection'],
  [
    'the schema many times over',
    `{ __schema { types { ${times(40, (n) => `a${n}: fields { name }`)} } } }`,
    'introspection',
  ],
];

describe('operations that are built to hurt', () => {
  let edge: TestEdge;
  beforeAll(async () => void (edge = await startTestEdge()));
  afterAll(() => edge.stop());

  /** What the whole process took meanwhile; generous, for the machine may be busy. */
  async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(milliseconds);
    return result;
  }

  it.each(BOMBS)('given %s, then 400 and LIMIT_EXCEEDED at small cost', async (_what, query, limit) => {
    const { status, body } = await within(1_000, () => edge.query(query));
    expect(status).toBe(400);
    expect(body.errors?.map(({ extensions }) => extensions)).toContainEqual({ code: 'LIMIT_EXCEEDED', limit });
    expect(edge.seen).toEqual([]);
  });

  it('given introspection nested in itself, then LIMIT_EXCEEDED', async () => {
    const query = `{ __schema { types { ${nested(8, 'fields { type { ', 'name', ' } }')} } } }`;
    const { status, body } = await within(1_000, () => edge.query(query));
    expect(status).toBe(400);
    expect(body.errors?.map(({ extensions }) => extensions.code)).toContain('LIMIT_EXCEEDED');
  });

  it('given fragments that spread each other in rings, then 400 and a code', async () => {
    const rings = times(190, (n) => `fragment f${n} on Book { ...f${(n + 1) % 190} ...f${(n + 7) % 190} }`);
    const { status, body } = await within(1_000, () => edge.query(`{ book(id: "1") { ...f0 } } ${rings}`));
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
    expect(JSON.stringify(body).length).toBeLessThan(4 * rings.length);
  });

  it.each([
    ['a name', '… on type "Query".', { query: `{ ${'a'.repeat(90_000)} }` }],
    [
      'a variable',
      'Int cannot represent non-integer value',
      { query: 'query ($n: Int) { books(first: $n) { id } }', variables: { n: 'x'.repeat(900_000) } },
    ],
    [
      'an object',
      'Variable "$n" got invalid value { k0: 0, k1: 1',
      {
        query: 'query ($n: Int) { books(first: $n) { id } }',
        variables: { n: Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`k${n}`, n])) },
      },
    ],
  ])('given %s too long to be repeated, then it is told in short', async (_what, told, request) => {
    const { body } = await edge.post(request);
    expect(body.errors?.[0]?.message).toContain(told);
    expect(JSON.stringify(body).length).toBeLessThan(2_000);
  });

  it('given many mistakes, then some of them are told, and no more are looked for', async () => {
    const { status, body } = await within(1_000, () =>
      edge.query(`{ book(id: "1") { ${times(990, (n) => `nothing${n}`)} } }`),
    );
    expect(status).toBe(400);
    expect(body.errors?.length).toBeLessThan(150);
  });

  it('given 990 times the same field, then it is given up, for comparing all with all takes long', async () => {
    const { body } = await within(1_000, () => edge.query(`{ book(id: "1") { ${times(990, () => 'id')} } }`));
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  });

  it.each([
    ['values', `[${'1,'.repeat(200_000)}1]`, 'values'],
    ['levels', nested(400_000, '[', '1', ']'), 'variableDepth'],
  ])('given variables of too many %s, then 400 and LIMIT_EXCEEDED', async (_what, value, limit) => {
    const request = `{"query":"{ whoAsks }","variables":{"a":${value}}}`;
    const { status, body } = await within(2_000, () => edge.post(request));
    expect(status).toBe(400);
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'LIMIT_EXCEEDED', limit }]);
  });
});
