import type { Identity } from '../../../platform/identity/identity';
import { allowPermissions } from '../../protection/authorization/rights';
import { startWorld, type RoomOf, type World } from './world';

const buyer: Identity = { kind: 'user', id: 'usr_1', roles: ['BUYER'] };
const staff: Identity = { kind: 'user', id: 'usr_2', roles: ['STAFF'] };

const laptop = {
  __typename: 'Laptop',
  id: '1',
  name: 'Laptop',
  price: 9,
  secret: 'L',
  maker: { name: 'A', margin: 3 },
};
const phone = { __typename: 'Phone', id: '2', name: 'Phone', price: 5, secret: 'P', colour: 'red', maker: null };

const shop: RoomOf = {
  typeDefs: `
    interface Item { id: ID! name: String price: Int secret: String! }
    type Laptop implements Item @key(fields: "id") {
      id: ID! name: String price: Int @authenticated secret: String! @policy(policies: [["catalog:write"]]) maker: Maker
      cost: Int @requiresScopes(scopes: [["read:cost", "read:all"], ["admin"]])
    }
    type Phone implements Item @key(fields: "id") { id: ID! name: String price: Int secret: String! colour: Colour cover: Cover }
    enum Colour @authenticated { red blue }
    scalar Cover @authenticated
    type Maker @authenticated { name: String margin: Int! }
    union Found = Laptop | Phone
    type Query { items: [Item!]! laptop: Laptop laptops: [Laptop!] phone: Phone found: [Found] hidden: String @authenticated plain: String }
    type Mutation { open: String closed: String @authenticated }`,
  resolvers: {
    Query: {
      items: () => [laptop, phone],
      found: () => [laptop, phone],
      laptop: () => laptop,
      laptops: () => [laptop, laptop],
      phone: () => phone,
      hidden: () => 'hidden',
      plain: () => 'plain',
    },
    Laptop: { cost: () => 7, __resolveReference: () => laptop },
    Phone: { cover: () => 'c', __resolveReference: () => phone },
  },
};

const freight: RoomOf = {
  typeDefs: `
    type Laptop @key(fields: "id") {
      id: ID! price: Int @external
      shipping: Int @requires(fields: "price") @authenticated
    }
    type Phone @key(fields: "id") { id: ID! weight: Int }`,
  resolvers: {
    Laptop: { shipping: ({ price }: { price: number }) => price * 2 },
    Phone: { weight: () => 100 },
  },
};

let world: World;
beforeAll(async () => void (world = await startWorld({ shop, freight })));
afterEach(() => void world.asked());

const codes = ({ errors }: { errors?: readonly { extensions?: { code?: unknown }; path?: unknown }[] }) =>
  errors?.map(({ extensions, path }) => [extensions?.code, path]);

describe('what is guarded', () => {
  it('given a guest, then the field is null with an error in its place, and no room is asked for it', async () => {
    const result = await world.ask('{ plain laptop { name price } }');
    expect(result.data).toEqual({ plain: 'plain', laptop: { name: 'Laptop', price: null } });
    expect(codes(result)).toEqual([['UNAUTHENTICATED', ['laptop', 'price']]]);
    expect(world.asked()).not.toContain('price');
  });

  it('given who may see it, then all is as if nothing were guarded', async () => {
    const result = await world.ask('{ laptop { name price } }', { identity: buyer });
    expect(result).toEqual({ data: { laptop: { name: 'Laptop', price: 9 } } });
  });

  it.each([
    ['an alias', '{ laptop { p: price } }', { laptop: { p: null } }],
    ['a fragment', '{ laptop { ...f } } fragment f on Laptop { price }', { laptop: { price: null } }],
    ['an inline fragment', '{ laptop { ... on Laptop { ... { price } } } }', { laptop: { price: null } }],
    ['fields in their order', '{ laptop { price name } }', { laptop: { price: null, name: 'Laptop' } }],
    ['an interface', '{ items { price } }', { items: [{ price: null }, { price: null }] }],
    [
      'an interface, narrowed',
      '{ items { ... on Laptop { price } ... on Phone { price } } }',
      { items: [{ price: null }, { price: 5 }] },
    ],
    [
      'a fragment on the interface',
      '{ found { ... on Item { price } } }',
      { found: [{ price: null }, { price: null }] },
    ],
    [
      'the interface inside of a type',
      '{ found { ... on Phone { ... on Item { price } } } }',
      { found: [{}, { price: null }] },
    ],
    ['an enum', '{ phone { colour name } }', { phone: { colour: null, name: 'Phone' } }],
    ['a scalar', '{ phone { cover } }', { phone: { cover: null } }],
    ['an object', '{ laptop { maker { name } name } }', { laptop: { maker: null, name: 'Laptop' } }],
    ['@requires', '{ laptop { shipping } }', { laptop: { shipping: null } }],
  ])('given %s, then it is guarded no less', async (_what, query, data) => {
    const result = await world.ask(query);
    expect(JSON.stringify(result.data)).toBe(JSON.stringify(data));
    expect(new Set(codes(result)?.map(([code]) => code))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(world.asked().replace('...on Phone{price}', '')).not.toMatch(/price|shipping|colour|cover|maker/);
  });

  it('given @skip on it, then there is no error', async () => {
    const query = 'query ($no: Boolean!) { laptop { name price @include(if: $no) } }';
    expect(await world.ask(query, {}, { no: false })).toEqual({ data: { laptop: { name: 'Laptop' } } });
    expect(codes(await world.ask(query, {}, { no: true }))).toEqual([['UNAUTHENTICATED', ['laptop', 'price']]]);
  });

  it('given a name like that of the mark, then they do not meet', async () => {
    const result = await world.ask('{ laptop { removed_0: name price } }');
    expect(result.data).toEqual({ laptop: { removed_0: 'Laptop', price: null } });
  });
});

describe('null', () => {
  it('given a field that may not be null, then it rises to the nearest place where it may', async () => {
    const result = await world.ask('{ plain laptops { id secret } }');
    expect(result.data).toEqual({ plain: 'plain', laptops: null });
    expect(codes(result)?.[0]).toEqual(['UNAUTHENTICATED', ['laptops', 0, 'secret']]);
  });

  it('given it rises to the top, then there is no data', async () => {
    expect((await world.ask('{ items { id secret } }')).data).toBeNull();
  });
});

describe('who may', () => {
  const cost = '{ laptop { id cost } }';
  it.each([
    ['nothing', { identity: buyer }, null, 'FORBIDDEN'],
    ['half of what is needed', { identity: buyer, scopes: ['read:cost'] }, null, 'FORBIDDEN'],
    ['all of one list', { identity: buyer, scopes: ['read:cost', 'read:all'] }, 7, undefined],
    ['another list', { identity: buyer, scopes: ['admin'] }, 7, undefined],
    ['nothing and is a guest', {}, null, 'UNAUTHENTICATED'],
  ] as const)('given scopes: whoever has %s', async (_what, asking, value, code) => {
    const result = await world.ask(cost, asking);
    expect(result.data).toEqual({ laptop: { id: '1', cost: value } });
    expect(codes(result)?.[0]?.[0]).toBe(code);
  });

  it('given a policy, then our permissions decide', async () => {
    expect((await world.ask('{ laptop { secret } }', { identity: staff })).data).toEqual({ laptop: { secret: 'L' } });
    expect(codes(await world.ask('{ laptop { secret } }', { identity: buyer }))?.[0]?.[0]).toBe('FORBIDDEN');
  });

  it('given one operation by different people, then each gets what is theirs', async () => {
    const query = '{ laptop { price secret maker { margin } } }';
    for (let round = 0; round < 2; round++) {
      expect((await world.ask(query)).data).toEqual({ laptop: null });
      expect((await world.ask(query, { identity: staff })).data).toEqual({
        laptop: { price: 9, secret: 'L', maker: { margin: 3 } },
      });
    }
  });
});

describe('the whole operation', () => {
  it('given that nothing is left of it, then it is refused without data', async () => {
    const result = await world.ask('{ hidden mine: hidden }');
    expect(result).not.toHaveProperty('data');
    expect(codes(result)).toEqual([
      ['UNAUTHENTICATED', ['hidden']],
      ['UNAUTHENTICATED', ['mine']],
    ]);
    expect(world.asked()).toBe('');
  });

  it('given mutations, then only those run that may', async () => {
    const result = await world.ask('mutation { open closed }');
    expect(result.data).toEqual({ open: null, closed: null });
    expect(codes(result)).toEqual([['UNAUTHENTICATED', ['closed']]]);
    expect(world.asked()).not.toContain('closed');
  });

  it('given the setting, then it is refused for any part of it', async () => {
    const strict = await startWorld(
      { shop, freight },
      { protection: { authorization: { allow: allowPermissions, refuseWhole: true } } },
    );
    const result = await strict.ask('{ plain laptop { price } }');
    expect(result).not.toHaveProperty('data');
    expect(codes(result)).toEqual([['UNAUTHENTICATED', ['laptop', 'price']]]);
    expect(strict.asked()).toBe('');
  });
});

/** As an older composition would have written it. */
const older = (pattern: RegExp, replacement: string | ((text: string) => string)) => ({
  change(sdl: string) {
    const changed = sdl.replace(pattern, replacement as string);
    if (changed === sdl) throw new Error('nothing was changed');
    return changed;
  },
});

describe('a supergraph that was composed before composition guarded them', () => {
  it('given @requires of a guarded field on a field that is not, then it is guarded', async () => {
    const old = await startWorld(
      { shop, freight },
      older(/(shipping: Int @join__field\([^\n]*?\)) @authenticated/, '$1'),
    );
    expect((await old.ask('{ laptop { shipping } }')).data).toEqual({ laptop: { shipping: null } });
    expect(old.asked()).not.toContain('shipping');
  });

  it('given an interface without directives, then its types are still guarded through it', async () => {
    const old = await startWorld(
      { shop, freight },
      older(/interface Item[\s\S]*?\n}/, (text) => text.replaceAll(/ @(authenticated|policy)(\([^)]*\))?/g, '')),
    );
    expect((await old.ask('{ items { price } }')).data).toEqual({ items: [{ price: null }, { price: null }] });
  });

  it('given a context of a guarded field, then what takes it is guarded', async () => {
    const accounts: RoomOf = {
      typeDefs: `
        type Account @key(fields: "id") @context(name: "account") { id: ID! region: String @authenticated child: Child }
        type Child @key(fields: "id") { id: ID! greeting(region: String @fromContext(field: "$account { region }")): String @authenticated }
        type Query { account: Account }`,
      resolvers: { Query: { account: () => ({ id: '1', child: { id: '2' } }) } },
    };
    const other: RoomOf = { typeDefs: 'type Child @key(fields: "id") { id: ID! }', resolvers: {} };
    const old = await startWorld(
      { accounts, other },
      older(/(greeting: String @join__field\(.*\)) @authenticated/, '$1'),
    );
    expect(JSON.stringify(await old.ask('{ account { child { id greeting } } }'))).toContain('"greeting":null');
    expect(old.asked()).not.toContain('greeting');
  });

  it('given a field that only an interface object gives a type, then its directives hold for the type', async () => {
    const media: RoomOf = {
      typeDefs: `interface Media @key(fields: "id") { id: ID! } type Book implements Media @key(fields: "id") { id: ID! } type Query { book: Book media: Media }`,
      resolvers: { Query: { book: () => ({ id: '1' }), media: () => ({ __typename: 'Book', id: '1' }) } },
    };
    const ratings: RoomOf = {
      typeDefs: 'type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int @authenticated }',
      resolvers: { Media: { stars: () => 5 } },
    };
    const old = await startWorld({ media, ratings });
    expect((await old.ask('{ book { stars } media { stars } }')).data).toEqual({
      book: { stars: null },
      media: { stars: null },
    });
    expect(old.asked()).not.toContain('stars');
  });
});
