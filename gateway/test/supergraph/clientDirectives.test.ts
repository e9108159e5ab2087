import type { GraphQLObjectType } from 'graphql';
import { startWorld, type RoomOf } from '../protection/world';

const LINK = `
  extend schema
    @link(url: "https://audit.example/seal/v1.0", import: ["@seal", "@keeper"])
    @federation__composeDirective(name: "@seal") @federation__composeDirective(name: "@keeper")
  directive @keeper(name: String!) on FIELD_DEFINITION
  directive @hurry on FIELD | MUTATION
  enum Wax { RED BLACK }`;
const letters: RoomOf = {
  typeDefs: `${LINK} directive @seal(wax: Wax!) on FIELD | QUERY | FRAGMENT_SPREAD
    type Query { letter: Letter } type Mutation { write: Letter }
    type Letter @key(fields: "id") { id: ID! text: String @keeper(name: "a") }`,
  resolvers: { Query: { letter: () => ({ id: '1', text: 'dear' }) }, Mutation: { write: () => ({ id: '1' }) } },
};
const scales: RoomOf = {
  typeDefs: `${LINK} directive @seal(wax: Wax! = BLACK) on FIELD | QUERY | FRAGMENT_SPREAD
    type Letter @key(fields: "id") { id: ID! weight: Int }`,
  resolvers: { Letter: { __resolveReference: ({ id }: { id: string }) => ({ id, weight: 20 }) } },
};

describe('a directive of clients that @composeDirective brings into the supergraph', () => {
  it('is handed on to the room that answers the field, with its default written out', async () => {
    const world = await startWorld({ letters, scales });
    const { data } = await world.ask('{ letter { text @seal weight @seal(wax: RED) } }');
    expect(data).toEqual({ letter: { text: 'dear', weight: 20 } });
    const [first, second] = world.asked().split('\n');
    expect(first).toContain('text@seal(wax:BLACK)');
    expect(second).toContain('weight@seal(wax:RED)');
  });

  it('given on a mutation, then the queries that follow go without it', async () => {
    const world = await startWorld({ letters, scales });
    const { data } = await world.ask('mutation @hurry { write { weight @hurry } }');
    expect(data).toEqual({ write: { weight: 20 } });
    const [first, second] = world.asked().split('\n');
    expect(first).toMatch(/^mutation ?@hurry/);
    expect(second).toMatch(/^query[^@{]*{.*weight@hurry/);
  });

  it('given one of the type system, then it stays in the supergraph, and clients know nothing of it', async () => {
    const { graph } = await startWorld({ letters, scales });
    const { astNode } = (graph.supergraphSchema.getType('Letter') as GraphQLObjectType).getFields().text ?? {};
    expect(astNode?.directives?.map(({ name }) => name.value)).toContain('keeper');
    expect(graph.apiSchema.getDirective('keeper')).toBeUndefined();
    expect(graph.apiSchema.getDirective('seal')).toBeDefined();
  });
});
