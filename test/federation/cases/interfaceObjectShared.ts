import { all, type Case } from '../harness/case';

type Guest = { id: string; kind?: string };
const guests = all('Host', 'Stranger');

/** A field that a room gives to all implementations, and another room to one of them. */
export const interfaceObjectShared: Case = {
  name: '@interfaceObject: a field that one implementation has of its own, too',
  rooms: {
    house: `
      type Query { guests: [Guest!]! hosts: [Host!]! }
      interface Guest @key(fields: "id") { id: ID! }
      type Host implements Guest @key(fields: "id") { id: ID! seat: Int! awake: Boolean! @shareable }
      type Stranger implements Guest @key(fields: "id") { id: ID! awake: Boolean! @shareable }`,
    register: {
      sdl: `
        type Query { known: [Guest!] @shareable }
        type Guest @key(fields: "id") @interfaceObject { id: ID! name: String! }`,
      // A room with an interface object cannot know what its objects are. Nobody may believe it.
      resolvers: { Query: { known: (...given) => anyone(guests(...given)) } },
    },
    watch: {
      sdl: `
        type Query { known: [Guest!] @shareable }
        type Guest @key(fields: "id") @interfaceObject { id: ID! awake: Boolean! @shareable }`,
      resolvers: {
        Query: { known: (...given) => anyone(guests(...given)) },
        Guest: { awake: () => false },
      },
    },
  },
  world: () => ({
    Host: [
      { id: 'g1', name: 'Xenia', seat: 1, awake: true },
      { id: 'g2', name: 'Zeno', seat: 2, awake: true },
    ],
    Stranger: [{ id: 'g3', name: 'Outis', awake: true }],
  }),
  resolvers: { Query: { guests, hosts: all('Host'), known: guests } },
  asks: `
    * the room of the object answers what it knows
      { known { name } }
      = { known: [{ name: "Xenia" }, { name: "Zeno" }, { name: "Outis" }] }
      asked register
    * for one implementation
      { known { ... on Host { name } } }
      = { known: [{ name: "Xenia" }, { name: "Zeno" }, {}] }
    * with what each is
      { known { name __typename } }
      = { known: [{ name: "Xenia", __typename: "Host" }, { name: "Zeno", __typename: "Host" }, { name: "Outis", __typename: "Stranger" }] }
      asked house register
    * what each is, for one implementation
      { known { ... on Host { __typename } } }
      = { known: [{ __typename: "Host" }, { __typename: "Host" }, {}] }
    * the shared field of one implementation comes from its own room
      { known { id ... on Host { awake } } hosts { awake } }
      = { known: [{ id: "g1", awake: true }, { id: "g2", awake: true }, { id: "g3" }], hosts: [{ awake: true }, { awake: true }] }
    * the shared field of all comes from the room that has it for all
      { known { id awake } }
      = { known: [{ id: "g1", awake: false }, { id: "g2", awake: false }, { id: "g3", awake: false }] }
      asked watch
      alone there is one field of that name`,
};

const anyone = (found: unknown) => (found as Guest[]).map((each) => ({ ...each, __typename: 'Nobody' }));
