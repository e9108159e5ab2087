import { all, first, type Case } from '../harness/case';

type Good = { price?: number };

export const conditions: Case = {
  name: '@skip and @include',
  rooms: {
    a: `
      type Query { good: Good goods: [Good] other: String }
      type Good @key(fields: "id") { id: ID! price: Float! part: Part }
      type Part { name: String code: Int }`,
    b: {
      sdl: `type Good @key(fields: "id") { id: ID! price: Float! @external dear: Boolean! @requires(fields: "price") label: String }
        type Query { best: Good }`,
    },
    c: `
      type Good @key(fields: "id") { id: ID! dear: Boolean! @external never: Boolean! @requires(fields: "dear") cheap: Boolean @requires(fields: "dear") }`,
  },
  world: () => ({
    Good: [
      { id: 'g1', price: 7.5, label: 'x', part: { name: 'lid', code: 1 } },
      { id: 'g2', price: 70, label: 'y', part: null },
    ],
  }),
  resolvers: {
    Query: { good: first('Good'), goods: all('Good'), best: first('Good'), other: () => 'other' },
    Good: {
      dear: ({ price = NaN }: Good) => price > 10,
      cheap: ({ dear }: { dear?: boolean }) => !dear,
      never: () => {
        throw new Error('Nobody may ask for it.');
      },
    },
  },
  alone: { Good: { cheap: ({ price = NaN }: Good) => price <= 10 } },
  generate: {},
  asks: `
    * a field of another room, skipped by default
      query ($no: Boolean = false, $yes: Boolean = true) { good { price never @include(if: $no) cheap @skip(if: $yes) } }
      = { good: { price: 7.5 } }
    * and asked for by variable
      query ($no: Boolean = false) { good { price cheap @include(if: $no) } }
      with { no: true }
      = { good: { price: 7.5, cheap: true } }
    * with a literal
      { good { dear @include(if: true) cheap @skip(if: false) never @skip(if: true) label @include(if: false) } }
      = { good: { dear: false, cheap: true } }
    * both on one field
      query ($a: Boolean!, $b: Boolean!) { good { x: dear @include(if: $a) @skip(if: $b) y: dear @include(if: $b) @skip(if: $a) z: label @skip(if: $a) @include(if: $a) } }
      with { a: true, b: false }
      = { good: { x: false } }
    * on a root field
      query ($a: Boolean!) { good @include(if: $a) { label } goods @skip(if: $a) { cheap } other @include(if: $a) }
      with { a: false }
      = { goods: [{ cheap: true }, { cheap: false }] }
    * on all root fields
      query ($a: Boolean!) { good @include(if: $a) { label } }
      with { a: false }
      = {}
    * on a fragment
      query ($a: Boolean!) { goods { ... @include(if: $a) { dear label } ... on Good @skip(if: $a) { id part { name } } } }
      with { a: true }
      = { goods: [{ dear: false, label: "x" }, { dear: true, label: "y" }] }
    * on a named fragment
      query ($a: Boolean!) { goods { ...G @skip(if: $a) price } }
      fragment G on Good { cheap part { code @include(if: $a) name } }
      with { a: false }
      = { goods: [{ cheap: true, part: { name: "lid" }, price: 7.5 }, { cheap: false, part: null, price: 70 }] }
    * on one of two selections of a field
      query ($a: Boolean!) { good { part @include(if: $a) { name } part { code } dear @skip(if: $a) dear } }
      with { a: false }
      = { good: { part: { code: 1 }, dear: false } }
    * nested
      query ($a: Boolean!, $b: Boolean!) { good { part @include(if: $a) { name @include(if: $b) code @skip(if: $b) } ... @include(if: $a) { ... @include(if: $b) { label } dear @skip(if: $b) } } }
      with { a: true, b: false }
      = { good: { part: { code: 1 }, dear: false } }
    * nothing of an object
      query ($a: Boolean!) { good { label @include(if: $a) } best { price @include(if: $a) } }
      with { a: false }
      = { good: {}, best: {} }
    * a room that is not needed is not asked
      query ($a: Boolean!) { goods { id label @include(if: $a) dear @include(if: $a) } }
      with { a: false }
      = { goods: [{ id: "g1" }, { id: "g2" }] }
      asked a`,
};
