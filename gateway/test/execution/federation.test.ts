import { startGraph, type Fixture } from './graph';

type Ref = { id: string; price?: number };

async function* changes(_: never, { times }: { times: number }) {
  for (let at = 1; at <= times; at++) yield { changed: { id: `c${at}` } };
}

const orders: Fixture = {
  shop: {
    typeDefs: `
      type Query { item: Item } type Mutation { add(n: Int!): Item subtract(n: Int!): Item }
      type Subscription { changed(times: Int!): Item }
      type Item @key(fields: "id") { id: ID! price(currency: String!): Int name: String }`,
    resolvers: {
      Query: { item: () => ({ id: 'i' }) },
      Mutation: {
        add: (_: never, { n }: { n: number }) => ({ id: `+${n}` }),
        subtract: (_: never, { n }: { n: number }) => ({ id: `-${n}` }),
      },
      Subscription: { changed: { subscribe: changes } as never },
      Item: {
        price: (_: never, { currency }: { currency: string }) => (currency === 'USD' ? 10 : 8),
        name: ({ id }: Ref) => `item ${id}`,
      },
    },
  },
  bills: {
    typeDefs: `
      type Item @key(fields: "id") {
        id: ID! price(currency: String!): Int @external
        dollars: Int @requires(fields: "price(currency: \\"USD\\")") euros: Int @requires(fields: "price(currency: \\"EUR\\")")
        size: Int
      }`,
    resolvers: {
      Item: { dollars: ({ price }: Ref) => price, euros: ({ price }: Ref) => price, size: ({ id }: Ref) => id.length },
    },
  },
};

describe('fields required with arguments', () => {
  it('given two fields that require a third in two ways, and a client in another, then each sees its own', async () => {
    const graph = await startGraph(orders);
    const source = '{ item { dollars euros price(currency: "EUR") own_price_0: name } }';
    const data = { item: { dollars: 10, euros: 8, price: 8, own_price_0: 'item i' } };
    expect(await graph.run(source)).toEqual({ data });
    expect(await graph.runStock(source)).not.toEqual({ data });
  });

  it('given such fields in a fragment that is spread twice, then each sees its own', async () => {
    const graph = await startGraph(orders);
    const source = `query ($yes: Boolean!) { item { ... on Item @include(if: $yes) { ...F } ... on Item @skip(if: $yes) { ...F } } }
      fragment F on Item { size dollars euros }`;
    const { data } = await graph.run(source, { yes: true });
    expect(data).toEqual({ item: { size: 1, dollars: 10, euros: 8 } });
  });
});

describe('keys of which the first is not resolvable', () => {
  const keys: Fixture = {
    one: {
      typeDefs:
        'type Thing @key(fields: "id") @key(fields: "code", resolvable: false) { id: ID! code: ID! name: String }',
      resolvers: { Thing: { __resolveReference: ({ id }: Ref) => ({ id, name: `thing ${id}` }) } },
    },
    two: {
      typeDefs: `type Query { thing: Thing }
        type Thing @key(fields: "code", resolvable: false) @key(fields: "id code") {
          id: ID! code: ID! name: String @external loud: String @requires(fields: "name")
        }`,
      resolvers: {
        Query: { thing: () => ({ id: '1', code: 'c' }) },
        Thing: {
          __resolveReference: (reference: Ref) => (reference.id ? reference : null),
          loud: ({ name }: { name: string }) => name.toUpperCase(),
        },
      },
    },
  };
  it('asks with one that is', async () => {
    const graph = await startGraph(keys);
    expect(await graph.run('{ thing { loud } }')).toEqual({ data: { thing: { loud: 'THING 1' } } });
    expect(await graph.runStock('{ thing { loud } }')).not.toMatchObject({ data: { thing: { loud: 'THING 1' } } });
  });
});

describe('a field that no room can be asked for', () => {
  it('is refused, and not answered with null', async () => {
    const graph = await startGraph({
      one: { typeDefs: 'type Query { it: Node } interface Node @key(fields: "id") { id: ID! }', resolvers: {} },
      two: {
        typeDefs:
          'type Query { other: Node } type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }',
        resolvers: { Query: { other: () => ({ id: '1', field: 'x' }) } },
      },
    });
    await expect(graph.run('{ it { field } }')).rejects.toThrow('No room can be asked for Query.it.');
    expect(await graph.run('{ other { id field } }')).toEqual({ data: { other: { id: '1', field: 'x' } } });
  });
});

describe('mutations and subscriptions', () => {
  it('given mutations, then they run one after the other, each with the fields of other rooms', async () => {
    const graph = await startGraph(orders);
    const source = 'mutation ($n: Int!) { a: add(n: $n) { size } subtract(n: 10) { name size } }';
    expect(await graph.run(source, { n: 1 })).toEqual({
      data: { a: { size: 2 }, subtract: { name: 'item -10', size: 3 } },
    });
    expect(graph.rooms()).toEqual(['shop', 'bills']);
  });

  it('given events, then each has the fields of other rooms, and the errors of its own', async () => {
    const graph = await startGraph(orders);
    const source = 'subscription ($times: Int!) { changed(times: $times) { id: name size } }';
    const stream = await graph.compiled.subscribe(graph.operation(source, { times: 2 }), graph.guest);
    if (!(Symbol.asyncIterator in stream)) throw new Error('The subscription was refused.');
    const first = await stream.next();
    expect(first.value).toEqual({ data: { changed: { id: 'item c1', size: 2 } } });
    graph.down.add('bills');
    expect((await stream.next()).value).toMatchObject({
      data: { changed: { id: 'item c2', size: null } },
      errors: [{ path: ['changed', 'size'], extensions: { code: 'UNAVAILABLE' } }],
    });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });
});
