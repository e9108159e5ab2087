import { all, fail, first, one, type Case, type Thing } from '../harness/case';

const broken = fail('broken');

export const errors: Case = {
  name: 'errors: of fields, with their paths',
  rooms: {
    a: `
      type Query { good: Good goods: [Good] sure: [Good!]! must: Good! bad: Int good2(id: ID!): Good grid: [[Good!]] }
      type Good @key(fields: "id") { id: ID! name: String! broken: String mates: [Good!] mate: Good! }`,
    b: `type Good @key(fields: "id") {
        id: ID! price: Int! costly: Int! maybe: Int item(at: Int!): Item items: [Item!] mustItem: Item! odd: Int! oddList: [Int!]
      } type Item { size: Int! tag: String! }`,
    c: 'type Good @key(fields: "id") { id: ID! maybe2: String price: Int! @external taxed: Int! @requires(fields: "price") low: Int @requires(fields: "price") }',
  },
  world: () => {
    const goods = ['1', '2', '3'].map((id): Thing => ({ id, name: `n${id}`, price: Number(id) * 10 }));
    for (const good of goods) Object.assign(good, { mates: goods, mate: goods[0] });
    return { Good: goods };
  },
  resolvers: {
    Query: {
      good: first('Good'),
      goods: all('Good'),
      sure: all('Good'),
      must: first('Good'),
      good2: one('Good'),
      bad: broken,
      grid: (_: never, __: never, { Good: goods = [] }) => [goods.slice(0, 2), null, goods.slice(1, 2)],
    },
    Good: {
      broken,
      maybe: ({ id }: { id: string }) => (id === '2' ? broken() : Number(id)),
      maybe2: ({ id }: { id: string }) => (id === '3' ? broken() : id),
      costly: ({ id }: { id: string }) => (id === '2' ? broken() : Number(id)),
      item: (_: never, { at }: { at: number }) => (at > 1 ? { size: null, tag: 't' } : { size: at, tag: 't' }),
      items: () => [
        { size: 1, tag: 'x' },
        { size: 2, tag: () => broken() },
      ],
      mustItem: () => ({ size: null }),
      odd: () => null,
      oddList: () => [1, null, 3],
      taxed: ({ price = NaN }: { price?: number }) => price + 1,
      low: ({ price }: { price?: number | null }) => (price === null ? -1 : (price ?? -2)),
    },
  },
  generate: { at: ['1', '2'], id: ['"1"', '"9"'] },
  asks: `
    * a field of the first room
      { good { id broken } bad }
      = { good: { id: "1", broken: null }, bad: null }
      errors good.broken bad
    * under an alias
      { g: good { x: broken y: price } }
      = { g: { x: null, y: 10 } }
      errors g.x
    * a field of another room, with the index of the list
      { goods { name maybe } }
      = { goods: [{ name: "n1", maybe: 1 }, { name: "n2", maybe: null }, { name: "n3", maybe: 3 }] }
      errors goods.1.maybe
    * fields of two other rooms
      { goods { m: maybe maybe2 } }
      = { goods: [{ m: 1, maybe2: "1" }, { m: null, maybe2: "2" }, { m: 3, maybe2: null }] }
      errors goods.1.m goods.2.maybe2
    * a field that must not be null, in a list of what may
      { goods { id costly } }
      = { goods: [{ id: "1", costly: 1 }, null, { id: "3", costly: 3 }] }
      errors goods.1.costly
    * a field that must not be null, in a list of what must not
      { good { id } sure { costly } }
      = null
      errors sure.1.costly
    * up to the nearest that may be null
      { good { id mates { costly } } }
      = { good: { id: "1", mates: null } }
      errors good.mates.1.costly
    * in lists of lists
      { grid { maybe id } }
      = { grid: [[{ maybe: 1, id: "1" }, { maybe: null, id: "2" }], null, [{ maybe: null, id: "2" }]] }
      errors grid.0.1.maybe grid.2.0.maybe
    * in lists of lists, that must not be null
      { grid { costly } }
      = { grid: [null, null, null] }
      errors grid.0.1.costly grid.2.0.costly
    * the same entity at several places
      { goods { id mate { maybe } } good2(id: "2") { maybe } }
      = { goods: [{ id: "1", mate: { maybe: 1 } }, { id: "2", mate: { maybe: 1 } }, { id: "3", mate: { maybe: 1 } }], good2: { maybe: null } }
      errors good2.maybe
    * within a value of another room
      { good { item(at: 2) { tag size } } }
      = { good: { item: null } }
      errors good.item.size
    * within one of two values
      { good { one: item(at: 1) { size } two: item(at: 2) { tag size } three: item(at: 2) { tag } } }
      = { good: { one: { size: 1 }, two: null, three: { tag: "t" } } }
      errors good.two.size
    * within a list of values
      { good { id items { size tag } } }
      = { good: { id: "1", items: null } }
      errors good.items.1.tag
    * a null where none may be
      { good { id odd } must { id } }
      = { good: null, must: { id: "1" } }
      errors good.odd
    * a null in a list where none may be
      { good { oddList } }
      = { good: { oddList: null } }
      errors good.oddList.1
    * an object that must not be null
      { good { name mustItem { size } } goods { id } }
      = { good: null, goods: [{ id: "1" }, { id: "2" }, { id: "3" }] }
      errors good.mustItem.size
    * at the root, where it must not be null
      { good { id } must { costly odd } }
      = null
      errors must.odd
    * in fragments
      { goods { ...G ... on Good { maybe } } }
      fragment G on Good { m: maybe id }
      = { goods: [{ m: 1, id: "1", maybe: 1 }, { m: null, id: "2", maybe: null }, { m: 3, id: "3", maybe: 3 }] }
      errors goods.1.m goods.1.maybe`,
};
