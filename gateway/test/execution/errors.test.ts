import { startGraph, type Fixture, type TestGraph } from './graph';
import { library } from './library';

const paths = ({ errors = [] }: { errors?: readonly { path?: unknown }[] }) => errors.map(({ path }) => path);

describe('a room that is down', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph(library);
    graph.down.add('reviews');
  });

  it('nulls what it owns, with one error for each field of the client, and its code', async () => {
    const { data, errors } = await graph.run('{ books { title rating } latest { stars } author { name } }');
    expect(data).toEqual({
      books: [{ title: 'Odes', rating: null }, null, { title: null, rating: null }],
      latest: null,
      author: { name: 'Sappho' },
    });
    expect(paths({ errors }).map(String).toSorted()).toEqual(['books,0,rating', 'books,2,rating', 'latest']);
    for (const error of errors ?? []) expect(error.extensions?.code).toBe('UNAVAILABLE');
  });

  it('given a field that must not be null, then what is around it is null, and the error says which field', async () => {
    const { data, errors } = await graph.run('{ books { title reviews { stars } } }');
    expect(data).toEqual({ books: [null, null, null] });
    expect(paths({ errors })).toEqual([
      ['books', 0, 'reviews'],
      ['books', 2, 'reviews'],
    ]);
  });

  it('given that nothing else is asked for, then data is null', async () => {
    const { data, errors } = await graph.run('{ reviews { stars } }');
    expect(data).toBeNull();
    expect(paths({ errors })).toEqual([['reviews']]);
  });
});

describe('an error of a room', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph(library);
  });

  it('given an entity in several places, then it stands at each of them', async () => {
    const { errors } = await graph.run('{ shelves { b: broken } books { broken } }');
    expect(paths({ errors }).map(String).toSorted()).toEqual([
      'books,0,broken',
      'books,2,broken',
      'shelves,0,0,b',
      'shelves,3,1,b',
    ]);
  });

  it('given a field that must not be null, then one error is told, and the nearest that may be null is', async () => {
    const source = '{ works { ... on Film { fragile rating } } }';
    expect(await graph.run(source)).toMatchObject({ data: null, errors: [{ path: ['works', 1, 'fragile'] }] });
    expect(await graph.run('{ strict { ... on Film { fragile } } author { name } }')).toMatchObject({
      data: { strict: null, author: { name: 'Sappho' } },
      errors: [{ path: ['strict', 1, 'fragile'] }],
    });
  });
});

describe('an answer that does not fit the graph', () => {
  const fixture = (seen: unknown): Fixture => ({
    one: {
      typeDefs: `
        type Query { thing: Thing things: [Thing!] any: Any }
        type Thing @key(fields: "id") { id: ID! colour: Colour note: String }
        enum Colour { RED SECRET @inaccessible }
        type Hidden @inaccessible { id: ID! }
        interface Any { id: ID! }
        type Shown implements Any { id: ID! }
        type Unseen implements Any @inaccessible { id: ID! }`,
      resolvers: {
        Query: {
          thing: () => ({ id: '1', colour: seen }),
          things: () => [{ id: '1' }, { id: '2' }],
          any: () => ({ __typename: 'Unseen', id: '3' }),
        },
      },
    },
    two: {
      typeDefs: 'type Thing @key(fields: "id") { id: ID! must: Int! may: Int }',
      resolvers: { Thing: { __resolveReference: ({ id }: { id: string }) => (id === '1' ? { id, must: 1 } : null) } },
    },
  });

  it('given a value that clients may not see, then null and an error that does not name it', async () => {
    const graph = await startGraph(fixture('SECRET'));
    const answer = await graph.run('{ thing { colour } any { id } }');
    expect(answer).toMatchObject({ data: { thing: { colour: null }, any: null } });
    expect(paths(answer)).toEqual([['thing', 'colour'], ['any']]);
    expect(JSON.stringify(answer)).not.toMatch(/SECRET|Unseen/);
  });

  it('given an entity that a room does not know, then its fields are null, and what must not be is an error', async () => {
    const graph = await startGraph(fixture('RED'));
    expect(await graph.run('{ things { may } }')).toEqual({ data: { things: [{ may: null }, { may: null }] } });
    expect(await graph.run('{ things { id must } }')).toEqual({
      data: { things: null },
      errors: [{ message: 'Cannot return null for non-nullable field Thing.must.', path: ['things', 1, 'must'] }],
    });
  });
});
