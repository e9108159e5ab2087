import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type ExecutionResult } from 'graphql';
import { withEntities } from '../entities';

type Ref = { readonly id: string };

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@interfaceObject"])
  type Query { open: Boolean }
  type Book @key(fields: "id") { id: ID! title: String }
  type Author @key(fields: "id") { id: ID! }
  interface Media @key(fields: "id") { id: ID! }
  type Film implements Media @key(fields: "id") { id: ID! length: Int }
`);

const titles: Record<string, object> = { a: { title: 'Ada' }, frozen: Object.freeze({ title: 'Ice' }) };

const resolvers = {
  Book: {
    __resolveReference({ id }: Ref) {
      if (id === 'torn') throw new Error('torn');
      if (id === 'late') return Promise.resolve({ id, title: 'Late' });
      return id in titles ? { id, ...titles[id] } : null;
    },
  },
  Media: { __resolveReference: ({ id }: Ref) => ({ __typename: 'Film', id, length: 90 }) },
};

const QUERY = `query ($of: [_Any!]!) {
  _entities(representations: $of) { __typename ... on Book { title } ... on Author { id } ... on Film { length } }
}`;

const schema = withEntities(buildSubgraphSchema({ typeDefs, resolvers }));
const ask = (...of: object[]): Promise<ExecutionResult> =>
  Promise.resolve(execute({ schema, document: parse(QUERY), variableValues: { of } }));
const entitiesOf = ({ data }: ExecutionResult) => data?._entities;

describe('the entities of a room', () => {
  it('given keys, then each is resolved in its place, at once or later', async () => {
    const answer = await ask({ __typename: 'Book', id: 'late' }, { __typename: 'Book', id: 'a' });
    expect(entitiesOf(answer)).toEqual([
      { __typename: 'Book', title: 'Late' },
      { __typename: 'Book', title: 'Ada' },
    ]);
  });

  it('given a key that nothing has, then null stands in its place', async () => {
    expect(entitiesOf(await ask({ __typename: 'Book', id: 'none' }))).toEqual([null]);
  });

  it('given a type without a resolver for references, then the reference is the entity', async () => {
    expect(entitiesOf(await ask({ __typename: 'Author', id: '7' }))).toEqual([{ __typename: 'Author', id: '7' }]);
  });

  it('given one that fails, then the others are answered, and the error stands where it is', async () => {
    const { data, errors } = await ask({ __typename: 'Book', id: 'torn' }, { __typename: 'Book', id: 'a' });
    expect(data?._entities).toEqual([null, { __typename: 'Book', title: 'Ada' }]);
    expect(errors).toEqual([expect.objectContaining({ message: 'torn', path: ['_entities', 0] })]);
  });

  it('given an interface with a key, then its entity is of the type that it says', async () => {
    expect(entitiesOf(await ask({ __typename: 'Media', id: 'f' }))).toEqual([{ __typename: 'Film', length: 90 }]);
  });

  it('given a type that the room does not have, then it is an error', async () => {
    const { errors } = await ask({ __typename: 'Ship', id: '1' });
    expect(errors?.[0]?.message).toMatch(/no object or interface type of that name/);
  });

  it('given a record that must not be changed, then it is answered all the same', async () => {
    const of = withEntities(
      buildSubgraphSchema({ typeDefs, resolvers: { Book: { __resolveReference: () => titles.frozen } } }),
    );
    const answer = await execute({
      schema: of,
      document: parse(QUERY),
      variableValues: { of: [{ __typename: 'Book', id: 'x' }] },
    });
    expect(entitiesOf(answer)).toEqual([{ __typename: 'Book', title: 'Ice' }]);
    expect(titles.frozen).not.toHaveProperty('__typename');
  });
});
