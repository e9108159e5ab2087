import { startGraph, type Fixture } from './graph';

type Ref = { id: string };

describe('@fromContext', () => {
  const context: Fixture = {
    one: {
      typeDefs: `
        type Query { shops: [Shop!]! }
        type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! items: [Item!]! }
        type Item @key(fields: "id") { id: ID! price(currency: String @fromContext(field: "$shop { currency }")): String }`,
      resolvers: {
        Query: {
          shops: () =>
            ['EUR', 'USD'].map((currency) => ({ id: currency, currency, items: [{ id: 'i1' }, { id: 'i2' }] })),
        },
        Item: {
          __resolveReference: (reference: Ref) => reference,
          price: ({ id }: Ref, { currency }: { currency: string }) => `${id} in ${currency}`,
        },
      },
    },
    two: { typeDefs: 'type Item @key(fields: "id") { id: ID! stock: Int }', resolvers: {} },
  };
  it('given places with different values, then each sees its own', async () => {
    const graph = await startGraph(context);
    const items = (currency: string) => ({ items: [{ price: `i1 in ${currency}` }, { price: `i2 in ${currency}` }] });
    expect(await graph.run('{ shops { items { price } } }')).toEqual({ data: { shops: [items('EUR'), items('USD')] } });
  });

  it('given one answer of a room for several places, then each place still sees its own', async () => {
    const graph = await startGraph({
      ...context,
      three: {
        typeDefs: 'type Item @key(fields: "id") { id: ID! like: [Item!]! }',
        resolvers: {
          Item: { __resolveReference: (reference: Ref) => reference, like: () => [{ id: 'i3' }] },
        },
      },
    });
    const items = (currency: string) => {
      const like = [{ price: `i3 in ${currency}` }];
      return { items: [{ like }, { like }] };
    };
    expect(await graph.run('{ shops { items { like { price } } } }')).toEqual({
      data: { shops: [items('EUR'), items('USD')] },
    });
  });
});

describe('progressive @override', () => {
  const from = (room: string) => ({ Text: { by: () => room } });
  const overriding: Fixture = {
    old: {
      typeDefs: 'type Query { text: Text } type Text @key(fields: "id") { id: ID! by: String }',
      resolvers: { Query: { text: () => ({ id: 't' }) }, ...from('old') },
    },
    new: {
      typeDefs: 'type Text @key(fields: "id") { id: ID! by: String @override(from: "old", label: "percent(30)") }',
      resolvers: from('new'),
    },
  };
  it('given a share of requests, then that share goes to the new room', async () => {
    let random = 0;
    const graph = await startGraph(overriding, () => random);
    expect(await graph.run('{ text { by } }')).toEqual({ data: { text: { by: 'new' } } });
    random = 0.31;
    expect(await graph.run('{ text { by } }')).toEqual({ data: { text: { by: 'old' } } });
  });
});
