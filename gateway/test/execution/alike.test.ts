import { startGraph, type Fixture, type TestGraph } from './graph';

type Ref = { id: string };

const books: Fixture = {
  shelf: {
    typeDefs: `
      type Query { left: [Book!]! right: [Book!]! lent: [Loan!]! }
      type Book @key(fields: "id") { id: ID! }
      type Loan @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        left: () => [{ id: 'a' }, { id: 'b' }],
        right: () => [{ id: 'b' }, { id: 'c' }],
        lent: () => [{ id: 'b' }],
      },
    },
  },
  desk: {
    typeDefs: `
      type Loan @key(fields: "id") { id: ID! book: Book! }
      type Book @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Loan: { book: ({ id }: Ref) => ({ id }) } },
  },
  letters: {
    typeDefs: `
      type Author @key(fields: "id") { id: ID! name: String @external greeting: String @requires(fields: "name") }`,
    resolvers: { Author: { greeting: ({ name }: { name: string }) => `Dear ${name}` } },
  },
  writing: {
    typeDefs: `
      type Book @key(fields: "id") { id: ID! author: Author! title(upper: Boolean): String }
      type Author @key(fields: "id") { id: ID! }`,
    resolvers: {
      Book: {
        author: ({ id }: Ref) => ({ id: `author of ${id}` }),
        title: ({ id }: Ref, { upper }: { upper?: boolean }) => {
          if (id === 'b') throw new Error('torn');
          return upper ? id.toUpperCase() : id;
        },
      },
    },
  },
  people: {
    typeDefs: 'type Author @key(fields: "id") { id: ID! name: String born: String }',
    resolvers: { Author: { name: ({ id }: Ref) => `name, ${id}`, born: ({ id }: Ref) => `born, ${id}` } },
  },
};

describe('what is asked of a room in several places at the same time', () => {
  let graph: TestGraph;
  beforeEach(async () => {
    graph = await startGraph(books);
  });
  const author = (id: string, field = 'name') => ({ author: { is: `${field}, author of ${id}` } });

  it('given that it is alike, then it is asked once, and of each entity once', async () => {
    expect(await graph.run('{ left { author { is: name } } right { author { is: name } } }')).toEqual({
      data: { left: [author('a'), author('b')], right: [author('b'), author('c')] },
    });
    expect(graph.rooms()).toEqual(['shelf', 'writing', 'people']);
    const asked = graph.asked.map(({ variables }) =>
      (variables.representations as Ref[] | undefined)?.map(({ id }) => id),
    );
    expect(asked.slice(1)).toEqual([
      ['a', 'b', 'c'],
      ['author of a', 'author of b', 'author of c'],
    ]);
  });

  it('given that what follows differs, then an entity of both places has in each what was asked for there', async () => {
    expect(await graph.run('{ left { author { is: name } } right { author { is: born } } }')).toEqual({
      data: { left: [author('a'), author('b')], right: [author('b', 'born'), author('c', 'born')] },
    });
  });

  it('given that it is come to by ways of different length, then who comes first waits for the last', async () => {
    expect(await graph.run('{ left { author { is: name } } lent { book { author { is: name } } } }')).toEqual({
      data: { left: [author('a'), author('b')], lent: [{ book: author('b') }] },
    });
    expect(graph.rooms()).toEqual(['shelf', 'desk', 'writing', 'people']);
    expect(graph.asked.at(-2)?.variables.representations).toEqual([
      { __typename: 'Book', id: 'a' },
      { __typename: 'Book', id: 'b' },
    ]);
  });

  it('given that more is asked with what one of them brings, then that one waits for nobody', async () => {
    expect(await graph.run('{ left { author { greeting } } lent { book { author { is: name } } } }')).toEqual({
      data: {
        left: [{ author: { greeting: 'Dear name, author of a' } }, { author: { greeting: 'Dear name, author of b' } }],
        lent: [{ book: author('b') }],
      },
    });
    expect(graph.rooms()).toEqual(['shelf', 'writing', 'desk', 'people', 'writing', 'letters', 'people']);
  });

  it('given a way that ends early, since a room is down, then the others are not kept waiting', async () => {
    graph.down.add('desk');
    const { data } = await graph.run('{ left { author { is: name } } lent { book { author { is: name } } } }');
    expect(data).toBeNull();
    expect(graph.rooms()).toEqual(['shelf', 'desk', 'writing', 'people']);
  });

  it('given a way that a client leaves out, then the others are not kept waiting', async () => {
    const asked =
      'query ($all: Boolean!) { left { author { is: name } } lent @include(if: $all) { book { author { is: name } } } }';
    expect(await graph.run(asked, { all: false })).toEqual({ data: { left: [author('a'), author('b')] } });
    expect(graph.rooms()).toEqual(['shelf', 'writing', 'people']);
  });

  it('given other arguments, then they are asked apart', async () => {
    const { data } = await graph.run('{ left { title(upper: true) } right { title } }');
    expect(data).toEqual({ left: [{ title: 'A' }, { title: null }], right: [{ title: null }, { title: 'c' }] });
    expect(graph.rooms()).toEqual(['shelf', 'writing', 'writing']);
  });

  it('given an error at an entity, then it stands at each of its places', async () => {
    const { errors } = await graph.run('{ left { title } right { title } }');
    expect(graph.rooms()).toEqual(['shelf', 'writing']);
    expect(errors).toEqual([
      expect.objectContaining({ message: 'torn', path: ['left', 1, 'title'] }),
      expect.objectContaining({ message: 'torn', path: ['right', 0, 'title'] }),
    ]);
  });

  it('given a room that is down, then each place tells of it', async () => {
    graph.down.add('writing');
    const { data, errors } = await graph.run('{ left { title } right { title } }');
    expect(data).toEqual({ left: [{ title: null }, { title: null }], right: [{ title: null }, { title: null }] });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['left', 0, 'title'],
      ['left', 1, 'title'],
      ['right', 0, 'title'],
      ['right', 1, 'title'],
    ]);
  });
});
