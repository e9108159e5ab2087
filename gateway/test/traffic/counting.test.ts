import { buildSchema, getOperationAST, parse } from 'graphql';
import type { Client } from '../../traffic/clients';
import { counting, type Counting } from '../../traffic/counting';

const schema = buildSchema(`
  type Query { orders(first: Int, filter: Filter, sort: Sort = NEWEST): [Order!]! }
  type Mutation { place(input: Place!): Order }
  type Order { id: ID! total: Int lines(first: Int): [ID!]! }
  input Filter { status: [Status!], and: Filter, text: String }
  input Place { lines: [Line!]!, note: String, sort: Sort }
  input Line { variant: ID!, quantity: Int }
  enum Status { OPEN PAID }
  enum Sort { NEWEST OLDEST }
`);
const web: Client = { name: 'web', version: '1' };
const app: Client = { name: 'app', version: '2' };

function asked(source: string, variables: Record<string, unknown> = {}, name?: string) {
  const document = parse(source);
  return { document, definition: getOperationAST(document, name)!, variables };
}

async function taken(counts: Counting): Promise<Record<string, number>> {
  const uses: Record<string, number> = {};
  await counts.take(({ name }, coordinate, count) => {
    const key = `${name} ${coordinate}`;
    uses[key] = (uses[key] ?? 0) + count;
  });
  return uses;
}

const PLACE = 'mutation Place($input: Place!) { place(input: $input) { id } }';

describe('counting what is used of a schema', () => {
  it('given requests of two clients, then each is counted for itself', async () => {
    const counts = counting();
    const list = asked('{ orders(first: 2) { id ...F } } fragment F on Order { total } fragment G on Order { lines }');
    for (const client of [web, web, web, app]) counts.note(client, schema, list);
    expect(await taken(counts)).toEqual({
      'web Query.orders': 3,
      'web Query.orders(first:)': 3,
      'web Order.id': 3,
      'web Order.total': 3,
      'app Query.orders': 1,
      'app Query.orders(first:)': 1,
      'app Order.id': 1,
      'app Order.total': 1,
    });
    expect(await taken(counts)).toEqual({});
  });

  it('given several operations in a document, then that counts which is meant', async () => {
    const counts = counting();
    const both = 'query A { orders { id } } query B { orders { ...F } } fragment F on Order { total }';
    counts.note(web, schema, asked(both, {}, 'A'));
    expect(Object.keys(await taken(counts))).toEqual(['web Query.orders', 'web Order.id']);
  });

  it('given variables, then the fields and enum values that they name count, once a request', async () => {
    const counts = counting();
    const place = asked(PLACE);
    const lines = [{ variant: 'a', quantity: 1 }, { variant: 'b' }];
    counts.note(web, schema, { ...place, variables: { input: { lines, sort: 'OLDEST' } } });
    counts.note(web, schema, { ...place, variables: { input: { lines: { variant: 'c' }, note: null } } });
    expect(await taken(counts)).toEqual({
      'web Mutation.place': 2,
      'web Mutation.place(input:)': 2,
      'web Order.id': 2,
      'web Place.lines': 2,
      'web Line.variant': 2,
      'web Line.quantity': 1,
      'web Place.sort': 1,
      'web Sort.OLDEST': 1,
      'web Place.note': 1,
    });
  });

  it('given a variable that is not sent, then its default counts', async () => {
    const counts = counting();
    const list = asked('query Q($s: [Status!] = [PAID]) { orders(filter: { status: $s }) { id } }');
    counts.note(web, schema, list);
    counts.note(web, schema, { ...list, variables: { s: ['OPEN', 'OPEN'] } });
    const uses = await taken(counts);
    expect(uses).toMatchObject({ 'web Filter.status': 2, 'web Status.PAID': 1, 'web Status.OPEN': 1 });
    expect(uses).not.toHaveProperty('web Filter.text');
  });

  it('given an input in itself and what the schema does not have, then it counts what there is', async () => {
    const counts = counting();
    const list = asked('query Q($f: Filter) { orders(filter: $f) { id } }');
    const filter = { and: { and: { text: 'Miss Marple' } }, nonsense: 1, status: 'NONE' };
    counts.note(web, schema, { ...list, variables: { f: filter } });
    const uses = await taken(counts);
    expect(Object.keys(uses).toSorted()).toEqual(
      ['Filter.and', 'Filter.status', 'Filter.text', 'Order.id', 'Query.orders', 'Query.orders(filter:)'].map(
        (coordinate) => `web ${coordinate}`,
      ),
    );
    expect(JSON.stringify(uses)).not.toContain('Marple');
  });

  it('given ever more operations, then those beyond are dropped and counted as such', async () => {
    const counts = counting(10);
    for (let operation = 0; operation < 15; operation++) counts.note(web, schema, asked('{ orders { id } }'));
    expect(counts.dropped()).toBe(5);
    expect(await taken(counts)).toEqual({ 'web Query.orders': 10, 'web Order.id': 10 });
  });
});
