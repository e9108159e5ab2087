import type { GraphQLError } from 'graphql';
import type { Identity } from '../../../platform/identity/identity';
import { startWorld, type RoomOf, type World } from './world';

const people: RoomOf = {
  typeDefs: `
    type Query { me: Person everybody: [Person] }
    type Person @key(fields: "id") {
      id: ID! name: String friends: [Person]
      secret: String @authenticated token: String! @authenticated
    }`,
  resolvers: {
    Query: { me: () => ({ id: 'p1' }), everybody: () => [{ id: 'p1' }, { id: 'p2' }] },
    Person: {
      __resolveReference: (person: object) => person,
      name: () => 'Ann',
      friends: () => [{ id: 'p2' }],
      token: () => 'T',
      secret: () => 'of Ann',
    },
  },
};
const QUERY = '{ me { name ... @defer { secret } } }';
const user: Identity = { kind: 'user', id: 'usr_1', roles: [], sessionId: 'ses_1' };

let world: World;
beforeAll(async () => void (world = await startWorld({ people })));

describe('a guarded field that is deferred', () => {
  /** Each part with where its errors are. */
  async function parts(query: string) {
    const { first, later } = await world.askInParts(query);
    const told: unknown[] = [first];
    for await (const { incremental = [] } of later ?? []) told.push(...incremental);
    return told.map((part) => {
      const { errors, ...rest } = Object(part) as { errors?: readonly GraphQLError[] };
      return errors ? { ...rest, errors: errors.map(({ path }) => path?.join('.')) } : rest;
    });
  }

  it('given somebody who may not see it, then its part has null and an error in its place', async () => {
    expect(await parts(QUERY)).toEqual([
      { data: { me: { name: 'Ann' } } },
      { path: ['me'], data: { secret: null }, errors: ['me.secret'] },
    ]);
    expect(world.asked()).not.toContain('secret');
  });

  it('given lists, then it is so for each item', async () => {
    expect(await parts('{ everybody { friends { ... @defer { name secret } } } }')).toEqual([
      { data: { everybody: [{ friends: [{}] }, { friends: [{}] }] } },
      {
        path: ['everybody', 0, 'friends', 0],
        data: { name: 'Ann', secret: null },
        errors: ['everybody.0.friends.0.secret'],
      },
      {
        path: ['everybody', 1, 'friends', 0],
        data: { name: 'Ann', secret: null },
        errors: ['everybody.1.friends.0.secret'],
      },
    ]);
  });

  it('given that it must not be null, then its part is null', async () => {
    expect(await parts('{ me { name ... @defer { name token } } }')).toEqual([
      { data: { me: { name: 'Ann' } } },
      { path: ['me'], data: null, errors: ['me.token'] },
    ]);
  });

  it('given that nothing is left of what something is to come for, then it does not come', async () => {
    expect(await parts('{ everybody { token ... @defer { name } } me { name ... @defer { id } } }')).toEqual([
      { data: { everybody: [null, null], me: { name: 'Ann' } }, errors: ['everybody.0.token', 'everybody.1.token'] },
      { path: ['me'], data: { id: 'p1' } },
    ]);
  });

  it('given somebody who may, then it comes later', async () => {
    const { first, later } = await world.askInParts(QUERY, { identity: user });
    expect(first).toEqual({ data: { me: { name: 'Ann' } } });
    expect((await later?.next())?.value).toEqual({
      incremental: [{ path: ['me'], data: { secret: 'of Ann' } }],
      hasNext: false,
    });
  });
});
