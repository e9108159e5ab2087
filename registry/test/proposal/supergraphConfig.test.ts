import { ConfigError, readSupergraphConfig } from '../../proposal/supergraphConfig';

const read = (text: string) => readSupergraphConfig(text, 'supergraph.yaml');

test('given what Rover reads, then so do we: quotes, comments, flow style, schemas in the file itself', () => {
  expect(
    read(`
federation_version: 2
subgraphs:
  "orders-eu": # in Europe
    routing_url: 'http://orders'
    schema: { file: ./orders.graphql }
  users:
    routing_url: http://users
    schema:
      sdl: |
        type Query { me: ID }
`),
  ).toEqual([
    { name: 'orders-eu', routingUrl: 'http://orders', file: './orders.graphql' },
    { name: 'users', routingUrl: 'http://users', file: 'supergraph.yaml', sdl: 'type Query { me: ID }\n' },
  ]);
});

test.each([
  ['', 'names no subgraphs'],
  ['subgraphs: {}', 'names no subgraphs'],
  ['subgraphs:\n  users: {}', 'users needs a routing_url'],
  ['subgraphs:\n  users: { routing_url: http://users }', 'users needs a schema file'],
  ['subgraphs:\n  users: { routing_url: http://u, schema: { subgraph_url: http://u } }', 'Give it as a file'],
  ['subgraphs:\n  users: { routing_url: a }\n  users: { routing_url: b }', 'supergraph.yaml:3 is no YAML'],
  ['subgraphs: [', 'supergraph.yaml:1 is no YAML'],
  ['just text', 'must hold fields'],
])('given %j, then it is refused with a sentence', (text, sentence) => {
  expect(() => read(text)).toThrow(ConfigError);
  expect(() => read(text)).toThrow(sentence);
});
