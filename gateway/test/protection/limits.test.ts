import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getIntrospectionQuery, Kind, parse, validate, visit } from 'graphql';
import { LIMITS } from '../../protection/limits';
import { limitSize } from '../../protection/size';
import { startTestEdge, type TestEdge } from '../edge';

const schema = buildSchema('type Query { a: Query b: Int }');
const refused = (source: string) => validate(schema, parse(source), [limitSize(LIMITS)]).map(({ message }) => message);
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
    const folder = path.join(__dirname, '..', '..', '..', 'client', 'operations');
    for (const file of ['buyer', 'staff', 'live']) {
      const document = parse(readFileSync(path.join(folder, `${file}.graphql`), 'utf8'), { maxTokens: LIMITS.tokens });
      const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const one = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
        expect(validate(schema, one, [limitSize(LIMITS)])).toEqual([]);
        let fields = 0;
        visit(one, { Field: () => void fields++ });
        expect(fields).toBeLessThan(LIMITS.fields / 3);
      }
    }
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

  it('given introspection that is not allowed, then it is refused', async () => {
    expect(await answer('{ __schema { queryType { name } } }')).toMatchObject({
      status: 400,
      codes: ['__schema', 'queryType'].map(() => ({ code: 'GRAPHQL_VALIDATION_FAILED' })),
    });
    expect((await answer('{ __typename }')).status).toBe(200);
  });

  it.each([
    ['a field', '{ boks { id } }', {}],
    ['a type', '{ ... on Quary { __typename } }', {}],
    ['an argument', '{ book(idd: "1", id: "1") { id } }', {}],
    ['an enum value', 'query ($s: Shade!) { shaded(shade: $s) }', { s: 'DRAK' }],
  ])('given %s that nearly exists, then no name is told', async (_what, query, variables) => {
    const { status, body } = await edge.query(query, {}, variables);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toMatch(/did you mean|books|Query\b.*\?|DARK/i);
  });
});
