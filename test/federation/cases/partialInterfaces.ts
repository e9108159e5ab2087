import { first, type Case } from '../harness/case';

/** Each room knows an implementation of its own, below a field that they share. */
export const partialInterface: Case = {
  name: 'interfaces: without keys, below a field that rooms share, each with an implementation of its own',
  rooms: {
    a: `
      interface Action { value: String }
      type Query { left: Box }
      type Box @key(fields: "id") { id: ID! wrap: Wrap @shareable }
      type Wrap @shareable { actions: [Action!]! }
      type Alpha implements Action @shareable { value: String }
      type Beta implements Action { value: String name: String inner: Inner times(by: Int!): Int }
      type Inner { depth: Int next: Action }`,
    b: `
      interface Action { value: String }
      type Query { right: Box }
      type Box @key(fields: "id") { id: ID! wrap: Wrap @shareable size: Int }
      type Wrap @shareable { actions: [Action!]! }
      type Alpha implements Action @shareable { value: String }
      type Gamma implements Action { value: String label: String }`,
  },
  world: () => {
    const alpha = { __typename: 'Alpha', value: 'v' };
    const beta = { __typename: 'Beta', value: 'w', name: 'n', inner: { depth: 1, next: alpha } };
    return { Box: [{ id: '1', size: 3, wrap: { actions: [alpha, beta] } }] };
  },
  resolvers: {
    Query: { left: first('Box'), right: first('Box') },
    Beta: { times: (_: never, { by }: { by: number }) => by * 2 },
  },
  asks: `
    * of all, and of the one that only this room knows
      { left { wrap { actions { __typename value ... on Beta { name } ... on Gamma { label } } } } }
      = { left: { wrap: { actions: [{ __typename: "Alpha", value: "v" }, { __typename: "Beta", value: "w", name: "n" }] } } }
      asked a
      stock leaves out an implementation that the other room does not know
    * of that one alone, with what lies below it
      query ($yes: Boolean = true) { left { wrap { actions { ... on Beta @include(if: $yes) { again: value inner { depth next { value } } } } } } }
      = { left: { wrap: { actions: [{}, { again: "w", inner: { depth: 1, next: { value: "v" } } }] } } }
      asked a
      stock leaves out an implementation that the other room does not know
    * with a variable
      query ($by: Int!, $other: Int = 4) { left { size wrap { actions { ... on Beta { times(by: $by) twice: times(by: $other) } } } } }
      with { by: 3 }
      = { left: { size: 3, wrap: { actions: [{}, { times: 6, twice: 8 }] } } }
      asked a b
      stock leaves out an implementation that the other room does not know
    * beside what only the other room has
      { left { size wrap { actions { ...A } } } }
      fragment A on Action { value ... on Beta { name } }
      = { left: { size: 3, wrap: { actions: [{ value: "v" }, { value: "w", name: "n" }] } } }
      asked a b
      stock leaves out an implementation that the other room does not know
  `,
};
