import { all, first, type Case } from '../harness/case';

const PLACE = 'type Place @shareable { shelf: ID! row: ID! seat: ID! }';

/** The same four keys in two rooms, of which each may be entered by another one only. */
export const mashup: Case = {
  name: '@key: the same keys in two rooms, each entered by another',
  rooms: {
    archive: `${PLACE}
      type Scroll @key(fields: "id") @key(fields: "code", resolvable: false)
        @key(fields: "place { shelf row }", resolvable: false) @key(fields: "id place { row seat }", resolvable: false) {
        id: ID! code: ID! place: Place! title: String!
      }`,
    desk: `${PLACE}
      type Query { loan: Loan }
      type Loan @key(fields: "id") { id: ID! scrolls: [Scroll!]! }
      type Scroll @key(fields: "place { shelf row }", resolvable: false) @key(fields: "id place { row seat }")
        @key(fields: "code", resolvable: false) @key(fields: "id", resolvable: false) {
        id: ID! code: ID! place: Place! title: String! @external label: String! @requires(fields: "title")
      }`,
  },
  world: () => {
    const scrolls = [
      { id: 's1', code: 'c1', place: { shelf: 'a', row: '1', seat: '7' }, title: 'Physics' },
      { id: 's2', code: 'c2', place: { shelf: 'a', row: '2', seat: '8' }, title: 'Poetics' },
    ];
    return { Scroll: scrolls, Loan: [{ id: 'l1', scrolls }] };
  },
  resolvers: {
    Query: { loan: first('Loan') },
    Scroll: { label: ({ title }: { title?: string }) => (title ? `On loan: ${title}` : null) },
  },
  generate: {},
  asks: `
    * takes a field from the other room and brings it back
      { loan { id scrolls { id title label } } }
      = { loan: { id: "l1", scrolls: [{ id: "s1", title: "Physics", label: "On loan: Physics" }, { id: "s2", title: "Poetics", label: "On loan: Poetics" }] } }
      stock plans the way back with a key that it has not asked for
    * brings it back, without showing it
      { loan { scrolls { label } } }
      = { loan: { scrolls: [{ label: "On loan: Physics" }, { label: "On loan: Poetics" }] } }
      stock plans the way back with a key that it has not asked for
    * takes a field from the other room
      { loan { scrolls { title code } } }
      = { loan: { scrolls: [{ title: "Physics", code: "c1" }, { title: "Poetics", code: "c2" }] } }
    * shows part of a key
      { loan { scrolls { place { seat } title } } }
      = { loan: { scrolls: [{ place: { seat: "7" }, title: "Physics" }, { place: { seat: "8" }, title: "Poetics" }] } }`,
};

export const nonResolvable: Case = {
  name: '@key: resolvable: false',
  rooms: {
    people: `
      type Query { people: [Person!]! }
      type Person @key(fields: "id") { id: ID! name: String! }`,
    letters: `
      type Query { letters: [Letter!]! }
      type Letter { text: String! to: Person! copies: [Person] }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
  },
  world: () => {
    const [ann, bob] = [
      { id: 'p1', name: 'Ann' },
      { id: 'p2', name: 'Bob' },
    ];
    return {
      Person: [ann, bob],
      Letter: [
        { text: 'Hi', to: ann, copies: [bob, null, ann] },
        { text: 'Ho', to: bob, copies: null },
      ],
    };
  },
  resolvers: { Query: { people: all('Person'), letters: all('Letter') } },
  generate: {},
  asks: `
    * refers to the room that knows more
      { letters { to { name } copies { name } } }
      = { letters: [{ to: { name: "Ann" }, copies: [{ name: "Bob" }, null, { name: "Ann" }] }, { to: { name: "Bob" }, copies: null }] }
    * stays when the key is enough
      { letters { to { id } copies { id __typename } } }
      = { letters: [{ to: { id: "p1" }, copies: [{ id: "p2", __typename: "Person" }, null, { id: "p1", __typename: "Person" }] }, { to: { id: "p2" }, copies: null }] }
      asked letters`,
};

/** A room on the way that does not know all that the first one does. */
export const nullKeys: Case = {
  name: '@key: unknown on the way',
  rooms: {
    shelf: `
      type Query { boxes: [Box!]! }
      type Box { vase: Vase }
      type Vase @key(fields: "mark") { mark: ID! }`,
    register: {
      sdl: 'type Vase @key(fields: "id") @key(fields: "mark") { id: ID! mark: ID! }',
      resolvers: {
        Vase: {
          __resolveReference: ({ mark, id }: { mark?: string; id?: string }) =>
            mark === 'm3' ? null : { id: id ?? `v${mark?.slice(1)}`, mark: mark ?? `m${id?.slice(1)}` },
        },
      },
    },
    potters: `
      type Vase @key(fields: "id") { id: ID! potter: Potter }
      type Potter { name: String! }`,
  },
  world: () => {
    const vases = ['Exekias', 'Euphronios', 'Douris'].map((name, at) => ({
      id: `v${at + 1}`,
      mark: `m${at + 1}`,
      potter: { name },
    }));
    return { Vase: vases, Box: [...vases.map((vase) => ({ vase })), { vase: null }] };
  },
  resolvers: { Query: { boxes: all('Box') } },
  asks: `
    * leaves null what cannot be reached
      { boxes { vase { mark potter { name } } } }
      = { boxes: [{ vase: { mark: "m1", potter: { name: "Exekias" } } }, { vase: { mark: "m2", potter: { name: "Euphronios" } } }, { vase: { mark: "m3", potter: null } }, { vase: null }] }
      asked shelf register potters
      alone it knows the third one, too
    * takes what the first room knows
      { boxes { vase { mark } } }
      = { boxes: [{ vase: { mark: "m1" } }, { vase: { mark: "m2" } }, { vase: { mark: "m3" } }, { vase: null }] }`,
};
