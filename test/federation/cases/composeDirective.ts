import { first, type Case, type World } from '../harness/case';

const LINK = `
  extend schema
    @link(url: "https://audit.example/seal/v1.0", import: ["@seal", "@keeper", { name: "@mark", as: "@stamp" }])
    @composeDirective(name: "@seal") @composeDirective(name: "@keeper") @composeDirective(name: "@stamp")
  directive @keeper(name: String!) on OBJECT | FIELD_DEFINITION
  directive @stamp(of: Int!) repeatable on FIELD | INLINE_FRAGMENT | OBJECT
  enum Wax { RED BLACK }`;

/** Only one room has a default for it; the other must be told. */
export const composedDirective: Case = {
  name: '@composeDirective: directives that clients write',
  rooms: {
    a: `${LINK}
      directive @seal(wax: Wax!) on FIELD | QUERY | MUTATION | FRAGMENT_SPREAD
      directive @hurry on MUTATION
      type Query { letter: Letter }
      type Mutation { write(text: String!): Letter }
      type Letter @key(fields: "id") @keeper(name: "a") @stamp(of: 1) { id: ID! text: String @keeper(name: "b") }`,
    b: `${LINK}
      directive @seal(wax: Wax! = BLACK) on FIELD | QUERY | MUTATION | FRAGMENT_SPREAD
      type Letter @key(fields: "id") { id: ID! weight: Int }
      directive @hurry on MUTATION
      type Query { scales: Int }`,
  },
  world: () => ({ Letter: [{ id: '1', text: 'dear', weight: 20 }] }),
  resolvers: {
    Query: { letter: first('Letter'), scales: () => 3 },
    Mutation: {
      write: (_: never, { text }: { text: string }, { Letter }: World) => Object.assign(Letter?.[0] ?? {}, { text }),
    },
  },
  asks: `
    * with its default, in rooms with and without one
      { letter @seal { id @seal text @seal weight @seal } scales @seal }
      = { letter: { id: "1", text: "dear", weight: 20 }, scales: 3 }
      stock leaves the default to the room, which has none
    * with a value, with a variable and with the default of a variable
      query ($wax: Wax!, $other: Wax! = RED) { letter @seal(wax: RED) { text @seal(wax: $wax) weight @seal(wax: $other) } }
      with { wax: BLACK }
      = { letter: { text: "dear", weight: 20 } }
    * on the operation
      query @seal(wax: RED) { letter { text weight } }
      = { letter: { text: "dear", weight: 20 } }
    * on a fragment, more than once, and by another name than that of its specification
      { letter { ...L @seal(wax: RED) ... @stamp(of: 1) @stamp(of: 2) { weight @stamp(of: 3) } } }
      fragment L on Letter { text }
      = { letter: { text: "dear", weight: 20 } }
      stock leaves it on an inline fragment, where it may not be
    * on a mutation, whose entities are asked for by queries
      mutation @seal @hurry { write(text: "new") @seal { text weight @seal } }
      = { write: { text: "new", weight: 20 } }
      stock hands it on to queries
  `,
};
