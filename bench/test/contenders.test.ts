import { getOperationAST, parse, type OperationDefinitionNode } from 'graphql';
import { planner } from '../../gateway/execution/plans';
import { compose } from '../../gateway/supergraph/compose';
import { readSupergraph } from '../../gateway/supergraph/supergraph';
import {
  fromServer,
  jitted,
  newStockInOneProcess,
  ours,
  readyAnswers,
  unfederated,
  type Answerer,
} from '../federated/answerers';
import { ROOMS, typeDefsOf } from '../federated/graph';
import { mustBeAlike } from '../federated/measure';
import { ask, DIFFERENT, FETCHES, type Size } from '../federated/operations';
import { temporaryFile } from '../../test/story/files';
import { bodyOf } from '../measure/load';

const SIZES: Size[] = ['small', 'large'];

describe('the contenders', () => {
  let supergraphSdl: string;
  const contenders: Record<string, Answerer> = {};

  beforeAll(async () => {
    supergraphSdl = await compose(ROOMS.map((name) => ({ name, typeDefs: typeDefsOf(name), url: 'http://room.test' })));
    const file = temporaryFile('supergraph.graphql', supergraphSdl);
    contenders.stock = await fromServer(newStockInOneProcess(file));
    contenders.monolith = await unfederated();
    contenders.jit = jitted();
    const ready = await readyAnswers();
    contenders.ready = (asked) => ready(bodyOf(asked));
    contenders.ours = await ours(file);
  });

  it.each(SIZES)('answer the %s query alike', async (size) => {
    for (const nth of [0, 1, 500, 999]) {
      const answers: Record<string, unknown> = {};
      for (const [name, answer] of Object.entries(contenders)) answers[name] = JSON.parse(await answer(ask[size](nth)));
      expect(answers.ours).toHaveProperty('data.topProducts.0.reviews.0.author.name');
      mustBeAlike(answers, size);
    }
  });

  it('are told apart when one answers otherwise', () => {
    const answers = { stock: { data: { a: 1 } }, ours: { data: { a: 2 } } };
    expect(() => mustBeAlike(answers, 'the small query')).toThrow('ours answers the small query otherwise than stock.');
  });

  it.each(SIZES)('are asked the %s query with so many fetches as it says', (size) => {
    const { query } = ask[size](0);
    const document = parse(query);
    const definition = getOperationAST(document) as OperationDefinitionNode;
    const graph = readSupergraph(supergraphSdl, { foreign: true });
    const plan = JSON.stringify(planner(graph)({ source: query, document, definition }));
    expect(plan.match(/"kind":"Fetch"/g)).toHaveLength(FETCHES[size]);
  });

  it.each(SIZES)('are asked the %s query otherwise a thousand times in a row', (size) => {
    const asked = new Set(Array.from({ length: DIFFERENT }, (_, nth) => JSON.stringify(ask[size](nth).variables)));
    expect(asked.size).toBe(DIFFERENT);
  });

  it('get about 14 KB for the large query', async () => {
    const sizes = await Promise.all([0, 1].map(async (nth) => (await unfederated())(ask.large(nth))));
    expect(sizes.map(({ length }) => length).reduce((sum, length) => sum + length) / 2).toBeCloseTo(14_000, -3);
  });
});
