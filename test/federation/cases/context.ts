import { all, first, type Case } from '../harness/case';

type Given = { unit?: string; scale?: number };
const world = () => {
  const items = [
    { id: 'i1', weight: 10 },
    { id: 'i2', weight: 20 },
  ];
  const carts = [
    { id: 'c1', unit: 'kg', scale: 2, items },
    { id: 'c2', unit: 'mina', scale: 3, items: [items[1]] },
  ];
  return { Item: items, Cart: carts, Depot: [{ id: 'd1', unit: 'talent', best: items[0], carts: [carts[1]] }] };
};
const shown = ({ weight }: { weight: number }, { unit, scale = 1 }: Given) => `${weight * scale} ${unit}`;

/** The unfederated schema has no context; what depends on it is only compared with what is written here. */
export const context: Case = {
  name: '@context and @fromContext',
  rooms: {
    carts: `
      type Query { carts: [Cart!]! depot: Depot }
      type Cart @key(fields: "id") @context(name: "measure") { id: ID! unit: String! scale: Int! items: [Item!]! }
      type Depot @key(fields: "id") @context(name: "measure") { id: ID! unit: String! scale: Int best: Item carts: [Cart!]! }
      type Item @key(fields: "id") {
        id: ID!
        label(unit: String @fromContext(field: "$measure { unit }")): String
        scaled(unit: String @fromContext(field: "$measure { unit }") scale: Int @fromContext(field: "$measure { scale }") plus: Int): String
      }`,
    goods: 'type Item @key(fields: "id") { id: ID! weight: Int! }',
  },
  world,
  resolvers: {
    Query: { carts: all('Cart'), depot: first('Depot') },
    Item: {
      label: ({ id }: { id: string }, { unit }: Given) => `${id} in ${unit}`,
      scaled: (item: { weight: number }, given: Given & { plus?: number }) =>
        `${shown(item, given)} ${given.plus ?? ''}`,
    },
  },
  asks: `
    * is taken from the object above
      { carts { items { label } } }
      = { carts: [{ items: [{ label: "i1 in kg" }, { label: "i2 in kg" }] }, { items: [{ label: "i2 in mina" }] }] }
      alone it has no context
      stock knows no context
    * is not shown
      { carts { id items { id label weight } } }
      = { carts: [{ id: "c1", items: [{ id: "i1", label: "i1 in kg", weight: 10 }, { id: "i2", label: "i2 in kg", weight: 20 }] }, { id: "c2", items: [{ id: "i2", label: "i2 in mina", weight: 20 }] }] }
      alone it has no context
      stock knows no context
    * several, beside an argument of the client
      query ($plus: Int) { carts { items { scaled(plus: $plus) } } }
      with { plus: 7 }
      = { carts: [{ items: [{ scaled: "20 kg 7" }, { scaled: "40 kg 7" }] }, { items: [{ scaled: "60 mina 7" }] }] }
      alone it has no context
      stock knows no context
    * from the nearest of several types
      { depot { unit best { label } carts { items { label } } } }
      = { depot: { unit: "talent", best: { label: "i1 in talent" }, carts: [{ items: [{ label: "i2 in mina" }] }] } }
      alone it has no context
      stock knows no context
    * what needs none
      { carts { items { weight } } }
      = { carts: [{ items: [{ weight: 10 }, { weight: 20 }] }, { items: [{ weight: 20 }] }] }`,
};
