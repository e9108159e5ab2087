import { readPayloads } from '../payloads';

const pathsOf = (source: string, type = 'a.b.v1') =>
  readPayloads(source)
    .get(type)
    ?.map(({ path }) => path);
const fieldsOf = (source: string, type = 'a.b.v1') => readPayloads(source).get(type);

describe('the payload of an event', () => {
  it('given a literal type, when read, then it is its members', () => {
    expect(fieldsOf("export const B = event<{ id: string; at: string | null }>()('a.b.v1', 'It was.');")).toEqual([
      { path: 'id', type: 'string', comment: '' },
      { path: 'at', type: 'string | null', comment: '' },
    ]);
  });

  it('given a named type beside more members, when read, then both are there', () => {
    const source =
      "type Fact = { id: string };\nexport const B = event<Fact & { why: string }>()('a.b.v1', 'It was.');";
    expect(pathsOf(source)).toEqual(['id', 'why']);
  });

  it('given lists and objects, when read, then every value has its path', () => {
    const source = `
      export type Line = { variantId: string; price: { minor: number } };
      export const B = event<{ lines: Line[]; to: { city: string } | null }>()('a.b.v1', 'It was.');`;
    expect(pathsOf(source)).toEqual([
      'lines',
      'lines[].variantId',
      'lines[].price',
      'lines[].price.minor',
      'to',
      'to.city',
    ]);
  });

  it('given an object that may be null, when read, then its type says so', () => {
    const source = "export const B = event<{ to: { city: string } | null }>()('a.b.v1', 'It was.');";
    expect(fieldsOf(source)?.[0]?.type).toBe('object | null');
  });

  it('given a comment above a member, when read, then it is the note', () => {
    const source = `export const B = event<{
      /** Paid – in
       * minor units. */
      amount: number;
      currency: string;
    }>()('a.b.v1', 'It was.');`;
    expect(fieldsOf(source)?.map(({ comment }) => comment)).toEqual(['Paid – in minor units.', '']);
  });

  it('given a value that is no contract, when read, then it is passed over', () => {
    expect(readPayloads('export const LIMIT = Math.max(1, 2);').size).toBe(0);
  });
});
