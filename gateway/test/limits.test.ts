import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getIntrospectionQuery, Kind, parse, validate, visit } from 'graphql';
import { LIMITS, limitSize, protectiveRules } from '../protection/limits';
import { startTestEdge, type TestEdge } from './edge';

const schema = buildSchema('type Query { a: Query b: Int c(x: Int): Int }');
const refused = (source: string) => validate(schema, parse(source), [limitSize]).map(({ message }) => message);
const nested = (depth: number) => `${'{ a '.repeat(depth)}{ b }${' }'.repeat(depth)}`;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('the size of an operation', () => {
  it.each([
    ['depth', nested(LIMITS.depth - 1), nested(LIMITS.depth)],
    ['aliases', `{ a { ${times(50, (n) => `b${n}: b`)} } }`, `{ a { ${times(51, (n) => `b${n}: b`)} } }`],
    ['rootFields', `{ ${times(20, () => 'b')} }`, `{ ${times(21, () => 'b')} }`],
    ['fields', `{ a { ${times(999, () => 'b')} } }`, `{ a { ${times(1000, () => 'b')} } }`],
  ] as const)('given as much %s as allowed, then it is let in, and one more is not', (name, most, tooMuch) => {
    expect(refused(most)).toEqual([]);
    expect(refused(tooMuch)).toEqual([expect.stringContaining(String(LIMITS[name]))]);
  });

  it('given fragments in fragments, then they count as often as they are spread, and are measured once', () => {
    const fragments = times(60, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const source = `{ a { ...f0 } } ${fragments} fragment f60 on Query { b }`;
    expect(refused(source)).toEqual([expect.stringContaining('fields')]);
  });

  it('given fragments in a circle, then it comes to an end', () => {
    expect(refused('{ ...f } fragment f on Query { a { ...g } } fragment g on Query { ...f }')).toEqual([]);
  });

  it('lets the introspection of tools in', () => {
    expect(refused(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true }))).toEqual(
      [],
    );
  });

  it('lets every operation of the contract in, with room to spare', () => {
    const folder = path.join(__dirname, '..', '..', 'client', 'operations');
    for (const file of ['buyer', 'staff', 'live']) {
      const document = parse(readFileSync(path.join(folder, `${file}.graphql`), 'utf8'), { maxTokens: LIMITS.tokens });
      const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const one = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
        expect(validate(schema, one, [limitSize])).toEqual([]);
        let fields = 0;
        visit(one, { Field: () => void fields++ });
        expect(fields).toBeLessThan(LIMITS.fields / 3);
      }
    }
  });

  it('given a variable with a name that plans need, then it is refused', () => {
    const [error] = validate(
      schema,
      parse('query ($representations: Int) { c(x: $representations) }'),
      protectiveRules({ introspection: true }),
    );
    expect(error?.message).toContain('$representations');
  });
});

describe('at the endpoint', () => {
  let edge: TestEdge;
  beforeAll(async () => void (edge = await startTestEdge({ introspection: false })));
  afterAll(() => edge.stop());
  const answer = async (query: string) => {
    const { status, body } = await edge.query(query);
    return { status, codes: body.errors?.map(({ extensions }) => extensions) };
  };

  it.each([
    ['deep', `{ book(id: "1") ${'{ parent '.repeat(15)}{ id }${' }'.repeat(15)} }`],
    ['wide', `{ ${times(60, (n) => `b${n}: whoAsks`)} }`],
    ['long', `{ ${times(4_000, () => 'whoAsks')} }`],
    ['broad', `{ ${times(3_000, () => 'whoAsks')} }`],
  ])('given a document too %s, then 400 and LIMIT_EXCEEDED, quickly', async (_what, query) => {
    const before = performance.now();
    const { status, codes } = await answer(query);
    expect(status).toBe(400);
    expect(codes?.length).toBeGreaterThan(0);
    expect(codes?.map((each) => each.code)).toContain('LIMIT_EXCEEDED');
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('given introspection that is not allowed, then it is refused', async () => {
    expect(await answer('{ __schema { queryType { name } } }')).toMatchObject({
      status: 400,
      codes: ['__schema', 'queryType'].map(() => ({ code: 'GRAPHQL_VALIDATION_FAILED' })),
    });
    expect((await answer('{ __typename }')).status).toBe(200);
  });
});
