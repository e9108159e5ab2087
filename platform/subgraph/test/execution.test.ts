import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { invalidInput } from '../../kernel/errors';
import { preparedOperations } from '../execution';

function librarySchema(): GraphQLSchema {
  const schema = buildSchema(`
    type Query { shelf(first: Int = 2): [Book!] book(id: ID!): Book any(ids: [ID!]!): [Thing] broken: Book! }
    interface Thing { id: ID! }
    type Book implements Thing { id: ID! title: String! author: Author pages: Int copies(of: String): [Int!] fail: String strict: String! }
    type Author implements Thing { id: ID! name: String books: [Book!]! }
    type Mutation { add(title: String!): Book }
  `);
  const author: Record<string, unknown> = { __typename: 'Author', id: 'a', name: 'Ada' };
  const books = ['1', '2', '3'].map((id) => ({
    __typename: 'Book',
    id,
    title: `Book ${id}`,
    author,
    pages: Number(id) * 100,
  }));
  author.books = books;
  const resolve = (type: string, field: string, resolver: unknown) =>
    Object.assign((schema.getType(type) as GraphQLObjectType).getFields()[field] as object, { resolve: resolver });
  resolve('Query', 'shelf', (_: unknown, { first }: { first: number }) => books.slice(0, first));
  resolve('Query', 'book', async (_: unknown, { id }: { id: string }) => books.find((book) => book.id === id) ?? null);
  resolve('Query', 'any', (_: unknown, { ids }: { ids: string[] }) =>
    ids.map((id) => [author, ...books].find((thing) => thing.id === id)),
  );
  resolve('Query', 'broken', () => null);
  resolve('Book', 'copies', (_: unknown, { of }: { of?: string }) => (of === 'none' ? null : [1, 2]));
  resolve('Book', 'fail', () => {
    throw invalidInput('It is not to be had.', ['id']);
  });
  resolve('Book', 'strict', async ({ id }: { id: string }) => {
    if (id === '2') throw new Error('inner detail');
    return id;
  });
  return schema;
}

const OPERATIONS: [text: string, variables?: Record<string, unknown>][] = [
  ['{ shelf { id title author { name } } }'],
  ['query ($n: Int) { shelf(first: $n) { id } }', { n: 3 }],
  ['query ($n: Int) { shelf(first: $n) { id } }', {}],
  ['query ($id: ID!) { one: book(id: $id) { title pages } two: book(id: "2") { pages title } }', { id: '1' }],
  ['query ($id: ID!) { book(id: $id) { title } }', { id: 'unknown' }],
  ['query ($id: ID!) { book(id: $id) { title } }', {}],
  ['query ($on: Boolean!) { shelf { id @include(if: $on) title @skip(if: $on) } }', { on: true }],
  ['query ($on: Boolean!) { shelf { id @include(if: $on) title @skip(if: $on) } }', { on: false }],
  [
    'query ($ids: [ID!]!) { any(ids: $ids) { __typename id ... on Book { title copies(of: "all") } ... on Author { name } } }',
    { ids: ['1', 'a', 'none'] },
  ],
  ['fragment B on Book { id author { books { ...T } } } fragment T on Book { title } query { shelf { ...B ...T } }'],
  ['{ shelf(first: 3) { id fail } }'],
  ['{ shelf(first: 3) { id strict } }'],
  ['{ book(id: "2") { id strict } shelf { title } }'],
  ['{ broken { id } }'],
  ['{ book(id: "1") { copies(of: "none") } }'],
  ['mutation { add(title: "x") { id } }'],
];

describe('an operation that is asked often, and so compiled', () => {
  it.each(OPERATIONS.map(([text, variables = {}]) => ({ text, variables })))(
    'answers as it did before: $text $variables',
    async ({ text, variables }) => {
      const schema = librarySchema();
      const { run } = preparedOperations(schema)(text);
      const ask = async () => JSON.parse(JSON.stringify(await run({ schema, variableValues: variables })));
      const bare = ({
        data,
        errors,
      }: {
        data?: unknown;
        errors?: { path?: unknown; message: string; extensions?: unknown }[];
      }) => ({
        data: data ?? null,
        errors: errors?.map(({ path, message, extensions }) => ({ path, extensions, ...(path ? { message } : {}) })),
      });
      const interpreted = bare(await ask());
      for (let use = 0; use < 4; use++) expect(bare(await ask())).toEqual(interpreted);
    },
  );

  it('is refused when it does not fit the schema', () => {
    expect(() => preparedOperations(librarySchema())('{ nothing }')).toThrow('Cannot query field "nothing"');
  });
});
