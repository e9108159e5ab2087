import { first, type Case, type Thing, type World } from '../harness/case';

const bids = ({ Bid = [] }: World, from = 0) => Bid.slice(from);
async function* each(things: readonly Thing[], field: string) {
  for (const thing of things) yield { [field]: thing };
}

export const subscriptions: Case = {
  name: 'subscriptions: with fields of other rooms for each event',
  rooms: {
    auction: `
      type Query { last: Bid }
      type Subscription { bid(from: Int = 0): Bid must: Bid! }
      type Bid { id: ID! sum: Int! lot: Lot rival: [Lot] }
      type Lot @key(fields: "id") { id: ID! }`,
    lots: 'type Lot @key(fields: "id") { id: ID! title: String maker: Maker worth: Int! } type Maker @key(fields: "id") { id: ID! }',
    people: {
      sdl: 'type Maker @key(fields: "id") { id: ID! name: String }',
    },
  },
  world: () => {
    const maker = { id: 'm1', name: 'Myron' };
    const lots = [
      { id: 'l1', title: 'Bowl', maker, worth: 5 },
      { id: 'l2', title: 'Cup', maker: null, worth: null },
    ];
    return {
      Maker: [maker],
      Lot: lots,
      Bid: [
        { id: 'b1', sum: 1, lot: lots[0], rival: [lots[1], null, lots[0]] },
        { id: 'b2', sum: 2, lot: lots[1], rival: [] },
        { id: 'b3', sum: 3, lot: null, rival: null },
      ],
    };
  },
  resolvers: {
    Query: { last: first('Bid') },
    Subscription: {
      bid: (_: never, { from }: { from: number }, world) => each(bids(world, from), 'bid'),
      must: (_: never, __: never, world) => each(bids(world), 'must'),
    },
  },
  asks: `
    * from one room
      subscription { bid { id sum } }
      event { bid: { id: "b1", sum: 1 } }
      event { bid: { id: "b2", sum: 2 } }
      event { bid: { id: "b3", sum: 3 } }
      asked auction
    * with fields of another room
      subscription { bid { sum lot { title } } }
      event { bid: { sum: 1, lot: { title: "Bowl" } } }
      event { bid: { sum: 2, lot: { title: "Cup" } } }
      event { bid: { sum: 3, lot: null } }
      asked auction lots lots
    * of two rooms, through a list, under aliases, with variables
      subscription Live($from: Int, $no: Boolean = false) { b: bid(from: $from) { __typename lot { id: title maker { name } } rival @skip(if: $no) { t: title } } }
      with { from: 1 }
      event { b: { __typename: "Bid", lot: { id: "Cup", maker: null }, rival: [] } }
      event { b: { __typename: "Bid", lot: null, rival: null } }
    * in fragments
      subscription { ...S }
      fragment S on Subscription { bid(from: 0) { ...B } }
      fragment B on Bid { lot { maker { name } } rival { title } }
      event { bid: { lot: { maker: { name: "Myron" } }, rival: [{ title: "Cup" }, null, { title: "Bowl" }] } }
      event { bid: { lot: { maker: null }, rival: [] } }
      event { bid: { lot: null, rival: null } }`,
};

/** What an event brings with it may be wrong, and the next one right. */
export const failingEvents: Case = {
  ...subscriptions,
  name: 'subscriptions: events that fail',
  asks: `
    * a null where none may be nulls what holds it, of that event alone
      subscription { bid { id lot { title worth } } }
      event { bid: { id: "b1", lot: { title: "Bowl", worth: 5 } } }
      event { bid: { id: "b2", lot: null } }
      event { bid: { id: "b3", lot: null } }
      errors 1 bid.lot.worth
    * up to the whole event
      subscription { must { sum lot { id } rival { worth } } }
      event { must: { sum: 1, lot: { id: "l1" }, rival: [null, null, { worth: 5 }] } }
      event { must: { sum: 2, lot: { id: "l2" }, rival: [] } }
      event { must: { sum: 3, lot: null, rival: null } }
      errors 0 must.rival.0.worth
    * a room that is down nulls what it owns, of every event
      subscription { bid(from: 1) { sum lot { id title } rival { id } } }
      event { bid: { sum: 2, lot: { id: "l2", title: null }, rival: [] } }
      event { bid: { sum: 3, lot: null, rival: null } }
      down lots
      errors 0 bid.lot.title
      alone there are no rooms`,
};
