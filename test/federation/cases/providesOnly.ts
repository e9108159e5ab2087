import { all, first, type Case } from '../harness/case';

const never = (what: string) => () => {
  throw new Error(`Nobody should ask this room for ${what}.`);
};

/** The owner must not be asked for what is at hand, nor the provider for what nobody wants. */
export const providesOnly: Case = {
  name: '@provides: nothing but what is asked for, from nobody but who is at hand',
  rooms: {
    owner: {
      sdl: `
        type Query { o: Int }
        type Coin @key(fields: "id") { id: ID! face: String! @shareable metal: String! @shareable worth: String! }`,
      resolvers: { Coin: { face: never('face'), metal: never('metal') } },
    },
    hoard: {
      sdl: `
        type Query { coin: Coin @provides(fields: "face metal") coins: [Coin!]! @provides(fields: "face metal") }
        type Coin @key(fields: "id") { id: ID! face: String! @external metal: String! @external }`,
      resolvers: { Coin: { metal: never('metal') } },
    },
  },
  world: () => ({
    Coin: [
      { id: 'c1', face: 'owl', metal: 'silver', worth: 'four' },
      { id: 'c2', face: 'bee', metal: 'gold', worth: 'one' },
    ],
  }),
  resolvers: { Query: { coin: first('Coin'), coins: all('Coin'), o: () => 1 } },
  roomsDiffer: 'the owner refuses what is provided elsewhere',
  asks: `
    * the key alone
      { coin { id } }
      = { coin: { id: "c1" } }
      asked hoard
    * one of what is provided, as it is, under an alias and in fragments
      { a: coin { face } b: coin { id front: face } c: coin { ... on Coin { face } } d: coin { ...F id } }
      fragment F on Coin { face }
      = { a: { face: "owl" }, b: { id: "c1", front: "owl" }, c: { face: "owl" }, d: { face: "owl", id: "c1" } }
      asked hoard
    * with what only the owner has
      { coin { id face worth } }
      = { coin: { id: "c1", face: "owl", worth: "four" } }
      asked hoard owner
    * in a list
      { coins { id face } }
      = { coins: [{ id: "c1", face: "owl" }, { id: "c2", face: "bee" }] }
      asked hoard
    * in a list, with what only the owner has
      { coins { face worth } }
      = { coins: [{ face: "owl", worth: "four" }, { face: "bee", worth: "one" }] }
      asked hoard owner
    * left out in a fragment
      query ($no: Boolean = false) { coin { id ... on Coin @skip(if: true) { metal } ... on Coin @include(if: false) { metal } ... @include(if: $no) { metal } } }
      = { coin: { id: "c1" } }
      asked hoard
    * in several fragments without a type
      { coin { id ... { face } ... { worth } ... { face } } }
      = { coin: { id: "c1", face: "owl", worth: "four" } }
      asked hoard owner
  `,
};
