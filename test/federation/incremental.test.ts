import { compiledExecutor } from '../../gateway/execution/compiled/executor';
import type { LaterPart, Parts } from '../../gateway/execution/executor';
import { asked, operationOf, plain } from './harness/answer';
import { all, fail, first, type Case } from './harness/case';
import { gated } from './harness/gates';
import { build } from './harness/graph';

const shop: Case = {
  name: 'a shop',
  rooms: {
    goods: `
      type Query { goods: [Good!]! best: Good none: Good lost: Good hello: String }
      type Mutation { praise: Good }
      type Good @key(fields: "id") { id: ID! name: String! weight: Int! maker: Maker broken: String! }
      type Maker { name: String! town: String }`,
    stock: `
      type Query { greeting: String }
      type Good @key(fields: "id") { id: ID! stocked: Int }`,
    reviews: `
      type Good @key(fields: "id") { id: ID! weight: Int! @external shipping: Int @requires(fields: "weight") rating: Float! reviews: [Review!] }
      type Review @key(fields: "id") { id: ID! text: String good: Good! }`,
  },
  world: () => {
    const maker = { name: 'Phidias', town: 'Athens' };
    const goods = ['lamp', 'vase'].map((name, at) => ({ id: `g${at}`, name, weight: 2, maker, stocked: at + 5 }));
    const reviews = goods.map((good, at) => ({ id: `r${at}`, text: `of the ${good.name}`, good }));
    return { Good: goods.map((good, at) => ({ ...good, reviews: [reviews[at]] })), Review: reviews };
  },
  resolvers: {
    Query: {
      goods: all('Good'),
      best: first('Good'),
      none: () => null,
      lost: first('Good'),
      hello: () => 'hello',
      greeting: () => 'be greeted',
    },
    Mutation: { praise: first('Good') },
    Good: {
      shipping: ({ weight }: { weight: number }) => weight * 3,
      broken: fail('broken'),
      rating: fail('no rating'),
    },
  },
  asks: '',
};

const test = build(shop);
type Options = { slow?: readonly string[]; down?: readonly string[]; variables?: Record<string, unknown> };

function ask(query: string, { slow = [], down, variables }: Options = {}) {
  test.reset(down);
  const { rooms, open, reached } = gated(test.rooms, slow);
  const left = new AbortController();
  const executor = compiledExecutor(test.graph, rooms);
  const parts = executor.executeInParts(operationOf({ query, variables }, test), asked, left.signal);
  return { parts, open, reached, leave: () => left.abort() };
}

const next = async ({ later }: Parts) => plain((await later?.next())?.value) as LaterPart | undefined;

/** All that comes, errors by their paths. */
async function everything(query: string, options?: Options) {
  const parts = await ask(query, options).parts;
  const paths = (errors: LaterPart['errors']) => errors && { errors: errors.map(({ path }) => path?.join('.')) };
  const told: unknown[] = [{ data: plain(parts.first.data), ...paths(parts.first.errors) }];
  for await (const { incremental = [] } of parts.later ?? [])
    told.push(...incremental.map((each) => plain({ ...each, ...paths(each.errors) })));
  return told;
}

describe('what comes when', () => {
  it('given a slow room, then what does not need it comes first, and the rest when it answers', async () => {
    const { parts, open } = ask('{ goods { name ... @defer { stocked } } }', { slow: ['stock'] });
    const answer = await parts;
    expect(answer.first).toEqual({ data: { goods: [{ name: 'lamp' }, { name: 'vase' }] } });
    open('stock');
    expect(await next(answer)).toEqual({
      incremental: [
        { path: ['goods', 0], data: { stocked: 5 } },
        { path: ['goods', 1], data: { stocked: 6 } },
      ],
      hasNext: false,
    });
    expect(await next(answer)).toBeUndefined();
  });

  it('given two slow rooms, then the one that answers first is told first', async () => {
    const query = '{ best { ... @defer(label: "a") { stocked } ... @defer(label: "b") { reviews { text } } } }';
    const { parts, open } = ask(query, { slow: ['stock', 'reviews'] });
    const answer = await parts;
    open('reviews');
    const reviews = { reviews: [{ text: 'of the lamp' }] };
    expect(await next(answer)).toEqual({ incremental: [{ path: ['best'], label: 'b', data: reviews }], hasNext: true });
    open('stock');
    expect(await next(answer)).toEqual({
      incremental: [{ path: ['best'], label: 'a', data: { stocked: 5 } }],
      hasNext: false,
    });
  });

  it('given a root field that is deferred, then its room is asked at once', async () => {
    const { parts, open, reached } = ask('{ hello ... @defer { greeting } }', { slow: ['goods', 'stock'] });
    await reached('stock');
    open('goods');
    expect((await parts).first).toEqual({ data: { hello: 'hello' } });
    open('stock');
    expect(await next(await parts)).toEqual({
      incremental: [{ path: [], data: { greeting: 'be greeted' } }],
      hasNext: false,
    });
  });

  it('given a block that is ready before the block around it, then it waits for that one', async () => {
    const query =
      '{ best { name ... @defer(label: "outer") { stocked ... @defer(label: "inner") { maker { town } } } } }';
    const { parts, open } = ask(query, { slow: ['stock'] });
    const answer = await parts;
    open('stock');
    expect(await next(answer)).toEqual({
      incremental: [
        { path: ['best'], label: 'outer', data: { stocked: 5 } },
        { path: ['best'], label: 'inner', data: { maker: { town: 'Athens' } } },
      ],
      hasNext: false,
    });
  });

  it('given a block within another, then it comes when it is ready', async () => {
    const query = '{ best { ... @defer { stocked ... @defer { reviews { text } } } } }';
    const { parts, open } = ask(query, { slow: ['reviews'] });
    const answer = await parts;
    expect(await next(answer)).toEqual({ incremental: [{ path: ['best'], data: { stocked: 5 } }], hasNext: true });
    open('reviews');
    expect(await next(answer)).toMatchObject({ incremental: [{ path: ['best'] }], hasNext: false });
  });

  it('given a client that has gone, then no other room is asked, and the answer ends', async () => {
    const { parts, open, reached, leave } = ask('{ best { name stocked ... @defer { shipping } } }', {
      slow: ['goods'],
    });
    await reached('goods');
    leave();
    open('goods');
    await parts;
    expect(test.stage.asked).toEqual(['goods']);
  });

  it('given a client that goes while something is to come, then the answer ends at once', async () => {
    const { parts, leave } = ask('{ best { name ... @defer { stocked } } }', { slow: ['stock'] });
    const waiting = next(await parts);
    leave();
    expect(await waiting).toBeUndefined();
  });
});

describe('what is deferred', () => {
  it.each([
    ['if: false', '@defer(if: false)', {}],
    ['a variable that is false', '@defer(if: $soon)', { soon: false }],
    ['a variable that is false by default', '@defer(if: $never)', {}],
  ])('given %s, then nothing', async (_what, directive, variables) => {
    const query = `query ($soon: Boolean = true, $never: Boolean = false) { best { name @include(if: $soon) stocked ... ${directive} { id @skip(if: $never) } } }`;
    const [whole, ...later] = await everything(query, { variables });
    expect(whole).toMatchObject({ data: { best: { id: 'g0', stocked: 5 } } });
    expect(later).toEqual([]);
  });

  it.each([
    ['if: true', '@defer(if: true)', {}],
    ['a variable that is true', '@defer(if: $soon)', { soon: true }],
    ['a variable that is true by default', '@defer(if: $soon)', {}],
  ])('given %s, then the fragment', async (_what, directive, variables) => {
    const query = `query ($soon: Boolean = true) { best { name @include(if: $soon) ... ${directive} { stocked } } }`;
    expect(await everything(query, { variables })).toEqual([
      { data: { best: { name: 'lamp' } } },
      { path: ['best'], data: { stocked: 5 } },
    ]);
  });

  it('given a fragment that is left out, then nothing of it comes', async () => {
    const query = 'query ($no: Boolean!) { best { name ... @defer @include(if: $no) { stocked } } }';
    expect(await everything(query, { variables: { no: false } })).toEqual([{ data: { best: { name: 'lamp' } } }]);
  });

  it('given a fragment that is spread twice, then each comes in its place, with the label of its spread', async () => {
    const query = `
      { one: best { ...S @defer(label: "one") } two: best { ...S @defer(label: "two") } }
      fragment S on Good { stocked }`;
    const [whole, ...later] = await everything(query);
    expect(whole).toEqual({ data: { one: {}, two: {} } });
    expect(later).toHaveLength(2);
    expect(later).toContainEqual({ path: ['one'], label: 'one', data: { stocked: 5 } });
    expect(later).toContainEqual({ path: ['two'], label: 'two', data: { stocked: 5 } });
  });

  it('given a field that is also asked for at once, then it is in both parts', async () => {
    expect(await everything('{ best { name ... @defer { name stocked } } }')).toEqual([
      { data: { best: { name: 'lamp' } } },
      { path: ['best'], data: { name: 'lamp', stocked: 5 } },
    ]);
  });

  it('given what below it requires of another room, then it is deferred, too', async () => {
    const query = '{ hello ... @defer { goods { maker { name } shipping } } }';
    const maker = { name: 'Phidias' };
    expect(await everything(query)).toEqual([
      { data: { hello: 'hello' } },
      {
        path: [],
        data: {
          goods: [
            { maker, shipping: 6 },
            { maker, shipping: 6 },
          ],
        },
      },
    ]);
  });

  it('given the answer to a mutation, then what is asked of it afterwards', async () => {
    expect(await everything('mutation { praise { name ... @defer { stocked } } }')).toEqual([
      { data: { praise: { name: 'lamp' } } },
      { path: ['praise'], data: { stocked: 5 } },
    ]);
  });

  it('given the schema beside it, then the schema comes first', async () => {
    expect(
      await everything('{ ... @defer { __type(name: "Maker") { name } } best { ... @defer { stocked } } }'),
    ).toEqual([{ data: { __type: { name: 'Maker' }, best: {} } }, { path: ['best'], data: { stocked: 5 } }]);
  });

  it('given more fragments than it is worth, then nothing', async () => {
    const fragments = Array.from({ length: 51 }, (_, at) => `... @defer { a${at}: name }`).join(' ');
    expect(await everything(`{ best { ${fragments} } }`)).toHaveLength(1);
  });

  it('given an object that is null, then nothing is to come', async () => {
    expect(await everything('{ none { ... @defer { stocked } } }')).toEqual([{ data: { none: null } }]);
  });
});

describe('what goes wrong', () => {
  it('given a field that must not be null, then its part alone is null', async () => {
    const [whole, part] = await everything('{ best { name ... @defer(label: "r") { id rating } } }');
    expect(whole).toEqual({ data: { best: { name: 'lamp' } } });
    expect(part).toEqual({ path: ['best'], label: 'r', data: null, errors: ['best.rating'] });
  });

  it('given a room that is down, then its fields are null in their parts', async () => {
    expect(await everything('{ goods { name ... @defer { id stocked } } }', { down: ['stock'] })).toEqual([
      { data: { goods: [{ name: 'lamp' }, { name: 'vase' }] } },
      { path: ['goods', 0], data: { id: 'g0', stocked: null }, errors: ['goods.0.stocked'] },
      { path: ['goods', 1], data: { id: 'g1', stocked: null }, errors: ['goods.1.stocked'] },
    ]);
  });

  it('given an object that is lost to an error beside what is deferred, then nothing of it comes', async () => {
    expect(await everything('{ lost { broken ... @defer { stocked } } hello }')).toEqual([
      { data: { lost: null, hello: 'hello' }, errors: ['lost.broken'] },
    ]);
  });

  it('given a room that is down for all, then the first part tells it', async () => {
    expect(await everything('{ best { name ... @defer { stocked } } hello }', { down: ['goods'] })).toEqual([
      { data: { best: null, hello: null }, errors: ['best', 'hello'] },
    ]);
  });
});
