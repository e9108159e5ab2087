import { startGraph, type TestGraph } from './graph';
import { library } from './library';

describe('what an operation is answered', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph(library);
  });

  it.each([
    ['fields in the order of the operation', '{ work(id: "b1") { rating title reviews { stars } price } }'],
    ['aliases', '{ a: work(id: "b1") { x: title } b: work(id: "f2") { x: title rating y: rating } }'],
    [
      'fields merged from several places',
      '{ works { ... on Book { author { id } } ... on Book { author { address { city } } } } }',
    ],
    ['fragments on interfaces and unions', '{ found { __typename ... on Work { price } ... on Author { motto } } }'],
    ['the type behind an interface object', '{ reviews { of { __typename title ... on Book { isbn grams } } } }'],
    ['lists of lists', '{ shelves { title rating } author { address { lines } } }'],
    ['what is required of another room', '{ parcel { grams } books { grams } }'],
    ['the name of the root type', '{ __typename kind: __typename }'],
  ])('%s', async (_what, source) => {
    expect(await graph.run(source)).toEqual(await graph.runAlone(source));
    expect(JSON.stringify(await graph.run(source))).toBe(JSON.stringify(await graph.runStock(source)));
    expect(JSON.stringify(await graph.runText(source))).toBe(JSON.stringify(await graph.run(source)));
  });

  it.each([
    ['what rooms require', '{ works { id: title price: id } }'],
    ['what a fetch of entities needs', '{ works { id: title rating } books { isbn: title pages: title grams } }'],
    [
      'what every object has',
      '{ constructor: work(id: "b1") { toString: title __proto__: rating hasOwnProperty: id } }',
    ],
    ['the type', '{ found { type: __typename ... on Book { id } } works { rating type: __typename } }'],
  ])('given aliases that are names of %s, then they name what the client asked for', async (_what, source) => {
    const expected = await graph.runAlone(source);
    expect(JSON.stringify(await graph.run(source))).toBe(JSON.stringify(expected));
    const { data } = await graph.compiled.executeToText(graph.operation(source), graph.guest);
    expect(data).toBe(JSON.stringify(expected.data));
  });

  it('asks for an entity that stands in several places once', async () => {
    await graph.run('{ reviews { by { address { city } } } latest { by { id } } }');
    const questions = graph.asked.filter(({ room }) => room === 'post');
    expect(questions.map(({ variables }) => variables.representations)).toEqual([
      [
        { __typename: 'Author', id: 'a1' },
        { __typename: 'Author', id: 'a2' },
      ],
    ]);
  });

  it('asks no room for what is left out', async () => {
    await graph.run(
      'query ($no: Boolean = false) { works { id rating @include(if: $no) reviews @skip(if: true) { id } } }',
    );
    expect(graph.rooms()).toEqual(['catalog']);
  });

  it('given a fragment of which the planner could use a part elsewhere, then its variables stay where they are', async () => {
    const source = `query ($no: Boolean!) { latest { of { ... on Film { __typename } } } found { ...F } }
      fragment F on Found { ... on Film { __typename } ... on Author @skip(if: $no) { __typename } }`;
    expect(await graph.run(source, { no: false })).toEqual(await graph.runAlone(source, { no: false }));
  });

  it('sends a room the variables that it uses, and nothing else', async () => {
    await graph.run('query ($id: ID!, $other: ID!) { a: work(id: $id) { id } b: work(id: $other) { id } }', {
      id: 'b1',
      other: 'f1',
      more: 1,
    });
    expect(graph.asked[0]?.variables).toEqual({ id: 'b1', other: 'f1' });
  });

  it('answers introspection beside the rooms, with variables', async () => {
    const source =
      'query ($name: String!) { it: __type(name: $name) { name kind } ...S works { id } } fragment S on Query { __schema { queryType { name } } }';
    const variables = { name: 'Work' };
    expect(await graph.run(source, variables)).toEqual(await graph.runAlone(source, variables));
    const alone = '{ __type(name: "Genre") { enumValues { name } } }';
    expect(await graph.run(alone)).toEqual({
      data: { __type: { enumValues: [{ name: 'LYRIC' }, { name: 'NOVEL' }] } },
    });
    expect(graph.rooms()).toEqual([]);
  });
});
