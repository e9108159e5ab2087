import { all, type Case } from '../harness/case';

const animals = () => {
  const ox = { __typename: 'Ox', id: 'o1', name: 'Kastor', horns: 2, pulls: 400, stall: 'north' };
  const dog = { __typename: 'Dog', id: 'd1', name: 'Argos', bark: 'loud', stall: 'south' };
  const owl = { __typename: 'Owl', id: 'w1', name: 'Sophia', stall: 'roof' };
  return { ox, dog, owl };
};
const farms = () => {
  const { ox, dog, owl } = animals();
  return {
    Ox: [ox],
    Dog: [dog],
    Owl: [owl],
    Farm: [
      { id: 'f1', pride: ox, herd: [ox, dog, null, owl] },
      { id: 'f2', pride: dog, herd: [] },
      { id: 'f3', pride: null, herd: [owl] },
    ],
  };
};

type Animal = { __typename?: string; name?: string; horns?: number; bark?: string; stall?: string } | null;
type Farm = { pride?: Animal; herd?: Animal[] };

/** Says what came of it, so that what is missing shows. */
const sign = (animal: Animal | undefined) =>
  animal === undefined ? 'MISSING' : animal && `${animal.name} ${animal.horns ?? animal.bark ?? 'mute'}`;

const INTERFACE = `
  interface Animal { id: ID! name: String! }
  type Ox implements Animal @key(fields: "id") { id: ID! name: String! @shareable horns: Int @shareable }
  type Dog implements Animal @key(fields: "id") { id: ID! name: String! @shareable bark: String @shareable }
  type Owl implements Animal @key(fields: "id") { id: ID! name: String! @shareable }`;

const ANSWERS = {
  Farm: { sign: ({ pride }: Farm) => sign(pride), roll: ({ herd }: Farm) => herd?.map(sign).join(', ') },
};

export const requiresOnInterface: Case = {
  name: '@requires: through an interface, with fragments',
  rooms: {
    farms: `${INTERFACE}
      type Query { farms: [Farm!]! }
      type Farm @key(fields: "id") { id: ID! pride: Animal herd: [Animal]! }`,
    signs: `
      interface Animal { id: ID! name: String! }
      type Ox implements Animal @key(fields: "id") { id: ID! name: String! @external horns: Int @external }
      type Dog implements Animal @key(fields: "id") { id: ID! name: String! @external bark: String @external }
      type Owl implements Animal @key(fields: "id") { id: ID! name: String! @external }
      type Farm @key(fields: "id") {
        id: ID! pride: Animal @external herd: [Animal]! @external
        sign: String @requires(fields: "pride { name ... on Ox { horns } ... on Dog { bark } }")
        roll: String @requires(fields: "herd { ... on Ox { name horns } ... on Dog { bark name } ... on Owl { name } }")
      }`,
  },
  world: farms,
  resolvers: { Query: { farms: all('Farm') }, ...ANSWERS },
  generate: {},
  asks: `
    * one object
      { farms { sign } }
      = { farms: [{ sign: "Kastor 2" }, { sign: "Argos loud" }, { sign: null }] }
      asked farms signs
    * a list with null in it
      { farms { roll id } }
      = { farms: [{ roll: "Kastor 2, Argos loud, , Sophia mute", id: "f1" }, { roll: "", id: "f2" }, { roll: "Sophia mute", id: "f3" }] }
    * beside what the client asks of the same objects
      { farms { sign pride { id } roll } }
      = { farms: [{ sign: "Kastor 2", pride: { id: "o1" }, roll: "Kastor 2, Argos loud, , Sophia mute" }, { sign: "Argos loud", pride: { id: "d1" }, roll: "" }, { sign: null, pride: null, roll: "Sophia mute" }] }
    * beside a fragment of the client
      { farms { sign pride { ... on Dog { __typename bark } ... on Animal { name } } } }
      = { farms: [{ sign: "Kastor 2", pride: { name: "Kastor" } }, { sign: "Argos loud", pride: { __typename: "Dog", bark: "loud", name: "Argos" } }, { sign: null, pride: null }] }`,
};

export const requiresOnUnion: Case = {
  name: '@requires: through a union, with fragments',
  rooms: {
    farms: `
      union Animal = Ox | Dog | Owl
      type Ox @key(fields: "id") { id: ID! name: String! horns: Int }
      type Dog @key(fields: "id") { id: ID! name: String! bark: String }
      type Owl @key(fields: "id") { id: ID! name: String! }
      type Query { farms: [Farm!]! }
      type Farm @key(fields: "id") { id: ID! pride: Animal herd: [Animal]! }`,
    signs: `
      union Animal = Ox | Dog | Owl
      type Ox @key(fields: "id") { id: ID! name: String! @external horns: Int @external }
      type Dog @key(fields: "id") { id: ID! name: String! @external bark: String @external }
      type Owl @key(fields: "id") { id: ID! name: String! @external }
      type Farm @key(fields: "id") {
        id: ID! pride: Animal @external herd: [Animal]! @external
        sign: String @requires(fields: "pride { ... on Ox { name horns } ... on Dog { name bark } }")
        roll: String @requires(fields: "herd { ... on Ox { name horns } ... on Dog { bark name } ... on Owl { name } }")
      }`,
    rest: `
      type Ox @key(fields: "id") { id: ID! stall: String! }
      type Dog @key(fields: "id") { id: ID! stall: String! }`,
  },
  world: farms,
  resolvers: { Query: { farms: all('Farm') }, ...ANSWERS },
  generate: {},
  asks: `
    * one object
      { farms { sign } }
      = { farms: [{ sign: "Kastor 2" }, { sign: "Argos loud" }, { sign: null }] }
    * a list with null in it
      { farms { roll } }
      = { farms: [{ roll: "Kastor 2, Argos loud, , Sophia mute" }, { roll: "" }, { roll: "Sophia mute" }] }
    * beside fields of a third room
      { farms { pride { __typename ... on Ox { stall } } sign herd { ... on Dog { stall } ... on Ox { stall name } } } }
      = { farms: [{ pride: { __typename: "Ox", stall: "north" }, sign: "Kastor 2", herd: [{ stall: "north", name: "Kastor" }, { stall: "south" }, null, {}] }, { pride: { __typename: "Dog" }, sign: "Argos loud", herd: [] }, { pride: null, sign: null, herd: [{}] }] }
    * under names that other types use otherwise
      { farms { herd { ... on Ox { name: horns } ... on Dog { it: bark } } roll } }
      = { farms: [{ herd: [{ name: 2 }, { it: "loud" }, null, {}], roll: "Kastor 2, Argos loud, , Sophia mute" }, { herd: [], roll: "" }, { herd: [{}], roll: "Sophia mute" }] }
      stock takes the alias for the required field`,
};

/** What is required lies in a type that is itself reached through another room. */
/** Each room requires of the other; what it requires there stands on its own. */
