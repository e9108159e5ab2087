import { all, first, type Case } from '../harness/case';

type Lamp = { oil?: number; lit?: boolean; wicks?: { id: string }[]; bright?: boolean; sold?: boolean; dear?: boolean };

export const chainsOfRequires: Case = {
  name: '@requires: two chains through the same rooms',
  rooms: {
    potters:
      'type Query { lamp: Lamp lamps: [Lamp!]! } type Lamp @key(fields: "id") { id: ID! oil: Int! sold: Boolean! }',
    weavers: `
      type Lamp @key(fields: "id") { id: ID! oil: Int! @external wicks: [Wick!] @requires(fields: "oil") }
      type Wick @key(fields: "id") { id: ID! }`,
    lighters: {
      sdl: `
        type Query { burning: Lamp }
        type Wick @key(fields: "id", resolvable: false) { id: ID! }
        type Lamp @key(fields: "id") {
          id: ID! wicks: [Wick!] @external sold: Boolean! @external
          bright: Boolean! @requires(fields: "wicks { id }") dear: Boolean! @requires(fields: "sold")
          smoke: Int! @requires(fields: "wicks { id }")
        }`,
      resolvers: {
        Lamp: {
          bright: ({ wicks }: Lamp) => (wicks ? wicks.length > 1 : null),
          smoke: ({ wicks }: Lamp) => wicks?.length,
          dear: ({ sold }: Lamp) => sold ?? null,
        },
      },
    },
    buyers: {
      sdl: `type Lamp @key(fields: "id") {
          id: ID! bright: Boolean! @external dear: Boolean! @external
          forStudy: String! @requires(fields: "bright") forShow: String! @requires(fields: "dear")
        }`,
      resolvers: {
        Lamp: {
          forStudy: ({ bright }: Lamp) => (bright === undefined ? null : `bright: ${bright}`),
          forShow: ({ dear }: Lamp) => (dear === undefined ? null : `dear: ${dear}`),
        },
      },
    },
  },
  world: () => ({
    Lamp: [
      { id: 'l1', oil: 1, sold: true },
      { id: 'l2', oil: 2, sold: false },
    ],
  }),
  resolvers: {
    Query: { lamp: first('Lamp'), lamps: all('Lamp'), burning: first('Lamp') },
    Lamp: { wicks: ({ oil = 0 }: Lamp) => Array.from({ length: oil }, (_, at) => ({ id: `w${at}` })) },
  },
  alone: {
    Lamp: {
      bright: ({ oil = 0 }: Lamp) => oil > 1,
      smoke: ({ oil }: Lamp) => oil,
      dear: ({ sold }: Lamp) => sold,
      forStudy: ({ oil = 0 }: Lamp) => `bright: ${oil > 1}`,
      forShow: ({ sold }: Lamp) => `dear: ${sold}`,
    },
  },
  generate: {},
  asks: `
    * the one
      { lamps { forStudy } }
      = { lamps: [{ forStudy: "bright: false" }, { forStudy: "bright: true" }] }
    * both
      { lamps { forShow forStudy } }
      = { lamps: [{ forShow: "dear: true", forStudy: "bright: false" }, { forShow: "dear: false", forStudy: "bright: true" }] }
    * both, with what they lead through
      { lamps { forStudy bright wicks { id } forShow dear } }
      = { lamps: [{ forStudy: "bright: false", bright: false, wicks: [{ id: "w0" }], forShow: "dear: true", dear: true }, { forStudy: "bright: true", bright: true, wicks: [{ id: "w0" }, { id: "w1" }], forShow: "dear: false", dear: false }] }
    * two fields that require the same list
      { lamp { smoke bright } }
      = { lamp: { smoke: 1, bright: false } }
      asked lighters potters weavers
    * from the middle
      { burning { forShow forStudy smoke } }
      = { burning: { forShow: "dear: true", forStudy: "bright: false", smoke: 1 } }
      stock asks the middle before it knows what that requires`,
};
