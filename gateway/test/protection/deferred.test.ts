import type { Identity } from '../../../platform/identity/identity';
import { startWorld, type RoomOf, type World } from './world';

const people: RoomOf = {
  typeDefs: `
    type Query { me: Person }
    type Person @key(fields: "id") { id: ID! name: String secret: String @authenticated }`,
  resolvers: {
    Query: { me: () => ({ id: 'p1' }) },
    Person: {
      __resolveReference: (person: object) => person,
      name: () => 'Ann',
      secret: () => 'of Ann',
    },
  },
};
const QUERY = '{ me { name ... @defer { secret } } }';
const user: Identity = { kind: 'user', id: 'usr_1', roles: [], sessionId: 'ses_1' };

let world: World;
beforeAll(async () => void (world = await startWorld({ people })));

describe('a guarded field that is deferred', () => {
  it('given somebody who may not see it, then it is taken out, and the answer is whole', async () => {
    const { first, later } = await world.askInParts(QUERY);
    expect(later).toBeUndefined();
    expect(first.data).toEqual({ me: { name: 'Ann', secret: null } });
    expect(first.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['me', 'secret'], 'UNAUTHENTICATED'],
    ]);
    expect(world.asked()).not.toContain('secret');
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
