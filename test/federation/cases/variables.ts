import { first, type Case } from '../harness/case';

const echo = (_: never, args: object) => JSON.stringify(args);
const ARGS =
  '(int: Int, float: Float, text: String, flag: Boolean, id: ID, kind: Kind, list: [Int!], lists: [[String]], in: In, ins: [In!], any: Any, more: Int! = 7)';
const INPUTS = `
  enum Kind { RED GREEN }
  scalar Any
  input In { name: String! = "n" kind: Kind = RED in: In list: [Int] any: Any }`;

const KINDS = `query ($int: Int, $float: Float, $text: String, $flag: Boolean, $id: ID, $kind: Kind, $list: [Int!], $lists: [[String]], $in: In, $ins: [In!], $any: Any) {
        thing { echo(int: $int, float: $float, text: $text, flag: $flag, id: $id, kind: $kind, list: $list, lists: $lists, in: $in, ins: $ins, any: $any) } }`;

/** Arguments are echoed as they reach the room. */
export const variables: Case = {
  name: 'variables: of every kind, at the root and in entities',
  rooms: {
    a: `${INPUTS}
      type Query { thing: Thing root${ARGS}: String }
      type Thing @key(fields: "id") { id: ID! }`,
    b: `${INPUTS}
      type Thing @key(fields: "id") { id: ID! echo${ARGS}: String twice(of: Int = 2): Int thing(of: Int): Thing }`,
  },
  world: () => ({ Thing: [{ id: 't1' }] }),
  resolvers: {
    Query: { thing: first('Thing'), root: echo },
    Thing: {
      echo,
      twice: (_: never, { of }: { of: number | null }) => (of === null ? null : of * 2),
      thing: first('Thing'),
    },
  },
  generate: {
    of: ['1', 'null', '2147483647'],
    int: ['3'],
    text: ['"a\\"b"'],
    kind: ['GREEN'],
    list: ['[1, 2]', '3'],
    more: ['5'],
  },
  asks: `
    * all of them
      ${KINDS}
      with { int: 1, float: 1.5, text: "é\\"\\\\\\n😀", flag: false, id: "7", kind: "GREEN", list: [1, 2], lists: [["a", null], null], in: { name: "x", in: { kind: "GREEN" } }, ins: [{}], any: { deep: [1, { two: null }] } }
      = { thing: { echo: ${JSON.stringify(
        JSON.stringify({
          int: 1,
          float: 1.5,
          text: 'é"\\\n😀',
          flag: false,
          id: '7',
          kind: 'GREEN',
          list: [1, 2],
          lists: [['a', null], null],
          in: { name: 'x', kind: 'RED', in: { name: 'n', kind: 'GREEN' } },
          ins: [{ name: 'n', kind: 'RED' }],
          any: { deep: [1, { two: null }] },
          more: 7,
        }),
      )} } }
    * null for each
      ${KINDS}
      with { int: null, float: null, text: null, flag: null, id: null, kind: null, list: null, lists: null, in: null, ins: null, any: null }
      = { thing: { echo: "{\\"int\\":null,\\"float\\":null,\\"text\\":null,\\"flag\\":null,\\"id\\":null,\\"kind\\":null,\\"list\\":null,\\"lists\\":null,\\"in\\":null,\\"ins\\":null,\\"any\\":null,\\"more\\":7}" } }
    * none of them
      ${KINDS}
      = { thing: { echo: "{\\"more\\":7}" } }
    * single values for lists
      query ($list: [Int!], $ins: [In!], $lists: [[String]]) { root(list: $list, ins: $ins, lists: $lists) thing { echo(list: $list) } }
      with { list: 3, ins: { name: "one" }, lists: "x" }
      = { root: "{\\"list\\":[3],\\"lists\\":[[\\"x\\"]],\\"ins\\":[{\\"name\\":\\"one\\",\\"kind\\":\\"RED\\"}],\\"more\\":7}", thing: { echo: "{\\"list\\":[3],\\"more\\":7}" } }
    * with defaults of the operation
      query ($int: Int = 5, $kind: Kind = GREEN, $in: In = { name: "d" }, $text: String = "d", $more: Int = 8) { thing { echo(int: $int, kind: $kind, in: $in, text: $text, more: $more) } }
      with { text: null, more: 9 }
      = { thing: { echo: "{\\"int\\":5,\\"text\\":null,\\"kind\\":\\"GREEN\\",\\"in\\":{\\"name\\":\\"d\\",\\"kind\\":\\"RED\\"},\\"more\\":9}" } }
    * within literals
      query ($n: Int, $s: String! = "s", $k: Kind) { thing { echo(list: [1, 2], in: { name: $s, kind: $k, list: [$n, 4] }, any: { x: [$n], y: RED, z: 1.5 }) } root(lists: [[$s], ["b", $s]]) }
      with { n: 6 }
      = { thing: { echo: "{\\"list\\":[1,2],\\"in\\":{\\"name\\":\\"s\\",\\"kind\\":\\"RED\\",\\"list\\":[6,4]},\\"any\\":{\\"x\\":[6],\\"y\\":\\"RED\\",\\"z\\":1.5},\\"more\\":7}" }, root: "{\\"lists\\":[[\\"s\\"],[\\"b\\",\\"s\\"]],\\"more\\":7}" }
    * the same one in two rooms, and under names that rooms use
      query ($representations: Int, $id: Int = 4) { thing { twice(of: $representations) b: twice(of: $id) thing(of: $id) { twice } } root(int: $representations) }
      with { representations: 21 }
      = { thing: { twice: 42, b: 8, thing: { twice: 4 } }, root: "{\\"int\\":21,\\"more\\":7}" }
      stock sends its own representations
    * numbers as they may be written
      query ($float: Float, $id: ID) { root(float: $float, id: $id) }
      with { float: 3, id: 12 }
      = { root: "{\\"float\\":3,\\"id\\":\\"12\\",\\"more\\":7}" }
    * one field with other arguments under other names
      { thing { a: twice(of: 1) b: twice(of: null) c: twice d: echo(text: "x") } }
      = { thing: { a: 2, b: null, c: 4, d: "{\\"text\\":\\"x\\",\\"more\\":7}" } }
    * a block of text
      { thing { echo(text: """two "lines"\\n""") } }
      = { thing: { echo: "{\\"text\\":\\"two \\\\\\"lines\\\\\\"\\\\\\\\n\\",\\"more\\":7}" } }`,
};
