import { all, type Case } from '../harness/case';

export const requiresOfEntities: Case = {
  name: '@requires: fields of entities below',
  rooms: {
    farms: `
      type Query { farms: [Farm!]! }
      type Farm @key(fields: "id") { id: ID! owner: Person neighbours: [Farm] }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    people:
      'type Person @key(fields: "id") { id: ID! name: String! home: Town } type Town { name: String! roads: Int }',
    signs: {
      sdl: `
        type Town @external { roads: Int }
        type Person @key(fields: "id") { id: ID! name: String! @external home: Town @external }
        type Farm @key(fields: "id") {
          id: ID! owner: Person @external neighbours: [Farm] @external
          gate: String @requires(fields: "owner { name home { roads } } neighbours { owner { name } }")
        }`,
    },
  },
  world: () => {
    const [ann, bob] = [
      { id: 'ann', name: 'Ann', home: { name: 'Delphi', roads: 3 } },
      { id: 'bob', name: 'Bob', home: null },
    ];
    const [one, two] = [
      { id: 'f1', owner: ann, neighbours: [] as unknown[] },
      { id: 'f2', owner: bob, neighbours: [null] },
    ];
    one.neighbours.push(two, one);
    return { Farm: [one, two, { id: 'f3', owner: null, neighbours: null }], Person: [ann, bob] };
  },
  resolvers: {
    Query: { farms: all('Farm') },
    Farm: {
      gate: ({
        owner,
        neighbours,
      }: {
        owner: { name: string; home: { roads: number } } | null;
        neighbours: Farm2[] | null;
      }) => [owner?.name, owner?.home?.roads, neighbours?.map((each) => each?.owner.name ?? '-')].join(' '),
    },
  },
  generate: {},
  asks: `
    * two rooms away, through lists and nulls
      { farms { gate } }
      = { farms: [{ gate: "Ann 3 Bob,Ann" }, { gate: "Bob  -" }, { gate: "  " }] }
    * beside what the client asks there
      { farms { owner { home { name } } gate neighbours { gate id } } }
      = { farms: [{ owner: { home: { name: "Delphi" } }, gate: "Ann 3 Bob,Ann", neighbours: [{ gate: "Bob  -", id: "f2" }, { gate: "Ann 3 Bob,Ann", id: "f1" }] }, { owner: { home: null }, gate: "Bob  -", neighbours: [null] }, { owner: null, gate: "  ", neighbours: null }] }`,
};
type Farm2 = { owner: { name: string } } | null;

export const circular: Case = {
  name: '@requires: in a circle',
  rooms: {
    guild: {
      sdl: `
        type Query { works: [Work!]! }
        type Work @key(fields: "id") { id: ID! byPupil: Boolean! @external byMaster: Boolean! @requires(fields: "byPupil") }
        type Maker @key(fields: "id") { id: ID! name: String! years: Int! }`,
      resolvers: {
        Work: { byMaster: ({ byPupil }: { byPupil?: boolean }) => (byPupil === undefined ? null : !byPupil) },
      },
    },
    works: {
      sdl: `
        type Work @key(fields: "id") { id: ID! maker: Maker! byPupil: Boolean! @requires(fields: "maker { years }") }
        type Maker @key(fields: "id") { id: ID! years: Int! @external }`,
      resolvers: {
        Work: {
          byPupil: ({ maker }: { maker: { years?: number } }) => (maker.years === undefined ? null : maker.years < 5),
        },
      },
    },
  },
  world: () => {
    const makers = [
      { id: 'm1', name: 'Phaidon', years: 2 },
      { id: 'm2', name: 'Myron', years: 30 },
    ];
    return { Maker: makers, Work: makers.map((maker, at) => ({ id: `w${at + 1}`, maker })) };
  },
  resolvers: { Query: { works: all('Work') } },
  alone: {
    Work: {
      byPupil: ({ maker: { years } }: { maker: { years: number } }) => years < 5,
      byMaster: ({ maker: { years } }: { maker: { years: number } }) => years >= 5,
    },
  },
  generate: {},
  asks: `
    * half of the circle
      { works { byPupil } }
      = { works: [{ byPupil: true }, { byPupil: false }] }
    * the whole circle
      { works { byMaster } }
      = { works: [{ byMaster: false }, { byMaster: true }] }
    * with what it leads through
      { works { byMaster byPupil maker { name years } } }
      = { works: [{ byMaster: false, byPupil: true, maker: { name: "Phaidon", years: 2 } }, { byMaster: true, byPupil: false, maker: { name: "Myron", years: 30 } }] }`,
};
