import { first, type Case, type World } from '../harness/case';

const reply = () => {
  const [x, y, z] = [
    { __typename: 'Alpha', id: 'x', value: 'v' },
    { __typename: 'Beta', id: 'y', name: 'n', details: 'd' },
    { __typename: 'Gamma', id: 'z', label: 'l' },
  ];
  return {
    Reply: [{ text: 'hello', actions: [x, y, z] }],
    Box: [{ id: '1', wrap: { actions: [x, y] }, other: { actions: [x, z] } }],
  };
};

export const partialUnion: Case = {
  name: 'unions: without keys, whose members a second room knows in part',
  rooms: {
    a: `
      union Action = Alpha | Beta | Gamma
      type Query { reply: Reply }
      type Reply @shareable { text: String actions: [Action!]! }
      type Alpha @shareable { id: ID! value: String }
      type Beta { id: ID! name: String details: String }
      type Gamma { id: ID! label: String }`,
    b: `
      union Action = Alpha
      type Reply @shareable { text: String actions: [Action!]! }
      type Alpha @shareable { id: ID! value: String }`,
  },
  world: reply,
  resolvers: { Query: { reply: first('Reply') } },
  generate: {},
  asks: `
    * all members
      { reply { text actions { __typename ... on Alpha { id value } ... on Beta { id name details } ... on Gamma { label } } } }
      = { reply: { text: "hello", actions: [{ __typename: "Alpha", id: "x", value: "v" }, { __typename: "Beta", id: "y", name: "n", details: "d" }, { __typename: "Gamma", label: "l" }] } }
      asked a
    * those that the second does not know
      { reply { actions { ... on Beta { name } ... on Gamma { id } } } }
      = { reply: { actions: [{}, { name: "n" }, { id: "z" }] } }`,
};

export const partialUnionOfTwo: Case = {
  name: 'unions: without keys, each room with a member of its own',
  rooms: {
    a: `
      union Action = Alpha | Beta
      type Query { left: Box }
      type Box @key(fields: "id") { id: ID! wrap: Wrap }
      type Wrap @shareable { actions: [Action!]! }
      type Alpha @shareable { id: ID! value: String }
      type Beta { id: ID! name: String }`,
    b: `
      union Action = Alpha | Gamma
      type Query { right: Box }
      type Box @key(fields: "id") { id: ID! other: Wrap }
      type Wrap @shareable { actions: [Action!]! }
      type Alpha @shareable { id: ID! value: String }
      type Gamma { id: ID! label: String }`,
  },
  world: reply,
  resolvers: { Query: { left: first('Box'), right: first('Box') } },
  generate: {},
  asks: `
    * of the one room
      { left { wrap { actions { __typename ... on Alpha { value } ... on Beta { name } ... on Gamma { label } } } } }
      = { left: { wrap: { actions: [{ __typename: "Alpha", value: "v" }, { __typename: "Beta", name: "n" }] } } }
    * of the other room
      { right { other { actions { __typename ... on Alpha { value } ... on Beta { name } ... on Gamma { label } } } } }
      = { right: { other: { actions: [{ __typename: "Alpha", value: "v" }, { __typename: "Gamma", label: "l" }] } } }
    * of the other room through the entity
      { left { other { actions { ... on Beta { name } ... on Gamma { label id } } } } right { wrap { actions { ... on Gamma { id } } } } }
      = { left: { other: { actions: [{}, { label: "l", id: "z" }] } }, right: { wrap: { actions: [{}, {}] } } }`,
};

const shared = () => {
  const [x, y, z] = [
    { __typename: 'Alpha', value: 'v' },
    { __typename: 'Beta', name: 'n' },
    { __typename: 'Gamma', label: 'l' },
  ];
  return { Box: [{ id: '1' }], Left: [x, y], Right: [x, z], Both: [x] };
};
const wraps = (actions: string) => ({
  Query: { both: (_: never, __: never, { Both }: World) => ({ __typename: 'Box', id: '1', wrap: { actions: Both } }) },
  Box: {
    wrap: ({ wrap }: { wrap?: object }, _: never, world: World) => wrap ?? { actions: world[actions] },
    other: (_: never, __: never, { Right }: World) => ({ actions: Right }),
  },
});

/** What each room answers for `wrap` is its own: nothing of it may be taken from the other. */
export const partialUnionShared: Case = {
  name: 'unions: without keys, below a field that rooms share and answer with other members',
  rooms: {
    a: {
      sdl: `
        union Action = Alpha | Beta
        type Query { left: Box both: Box @shareable }
        type Box @key(fields: "id") { id: ID! wrap: Wrap @shareable }
        type Wrap @shareable { actions: [Action!]! }
        type Alpha @shareable { value: String }
        type Beta { name: String }`,
      resolvers: wraps('Left'),
    },
    b: {
      sdl: `
        union Action = Alpha | Gamma
        type Query { right: Box both: Box @shareable }
        type Box @key(fields: "id") { id: ID! wrap: Wrap @shareable other: Wrap }
        type Wrap @shareable { actions: [Action!]! }
        type Alpha @shareable { value: String }
        type Gamma { label: String }`,
      resolvers: wraps('Right'),
    },
  },
  world: shared,
  resolvers: { Query: { left: first('Box'), right: first('Box') }, Box: wraps('Left').Box },
  roomsDiffer: 'each room answers `wrap` with its own',
  asks: `
    * of the one room
      { left { wrap { actions { __typename ... on Alpha { value } ... on Beta { name } ... on Gamma { label } } } } }
      = { left: { wrap: { actions: [{ __typename: "Alpha", value: "v" }, { __typename: "Beta", name: "n" }] } } }
      asked a
      stock leaves out a member that the other room does not know
    * of the other room
      { right { wrap { actions { __typename ... on Alpha { value } ... on Beta { name } ... on Gamma { label } } } } }
      = { right: { wrap: { actions: [{ __typename: "Alpha", value: "v" }, { __typename: "Gamma", label: "l" }] } } }
      asked b
      stock leaves out a member that the other room does not know
      alone knows one answer for both rooms
    * a member that only the other room knows
      { left { wrap { actions { __typename ... on Gamma { label } } } } }
      = { left: { wrap: { actions: [{ __typename: "Alpha" }, { __typename: "Beta" }] } } }
      asked a
    * of a root field that both share
      { both { wrap { actions { __typename ... on Alpha { value } ... on Beta { name } ... on Gamma { label } } } } }
      = { both: { wrap: { actions: [{ __typename: "Alpha", value: "v" }] } } }
      alone knows one answer for all
    * of a field that only the other room has
      { left { other { actions { __typename ... on Alpha { value } ... on Beta { name } ... on Gamma { label } } } } }
      = { left: { other: { actions: [{ __typename: "Alpha", value: "v" }, { __typename: "Gamma", label: "l" }] } } }
  `,
};
