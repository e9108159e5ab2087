import { readFlags } from '../../standalone/flags';
import { startStandalone } from '../../standalone/start';
import { compose } from '../../supergraph/compose';
import { temporaryFile } from '../../../test/story/files';
import { startRoom, subgraph } from '../servers';

const link = (names: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names.replace(/@\w+/g, '"$&"')}])`;

const ACCOUNTS = `
  extend schema @link(url: "https://rules.example/shout/v1.3", import: ["@shout"]) @composeDirective(name: "@shout")
  directive @shout(loud: Int) on FIELD_DEFINITION
  scalar DateTime
  type Query {
    me(at: DateTime): User @shout(loud: 3)
    secret: String @authenticated
    scoped: String @requiresScopes(scopes: [["read"]])
    policed: String @policy(policies: [["p"]])
    users(first: Int!): [User!] @listSize(slicingArguments: ["first"], assumedSize: 9)
    node: Node
  }
  interface Node @key(fields: "id") { id: ID! }
  type User implements Node @key(fields: "id") { id: ID! name: String! @cost(weight: 5) @tag(name: "x") hidden: Int @inaccessible }`;
const AGES = 'type Node @key(fields: "id") @interfaceObject { id: ID! age: Int }';
const PROFILES = `
  type User @key(fields: "id") { id: ID! nick: String @override(from: "old", label: "percent(50)") }`;
const OLD = 'type User @key(fields: "id") { id: ID! nick: String }';
const TREE = `
  type Query { tree: Tree }
  type Tree @key(fields: "id") @context(name: "tree") { id: ID! kind: String! leaf: Leaf! }
  type Leaf @key(fields: "id") { id: ID! tells(kind: String @fromContext(field: "$tree { kind }")): String }`;

const FEDERATED: Record<string, string> = {
  accounts: `${link('@key @authenticated @requiresScopes @policy @cost @listSize @tag @inaccessible @composeDirective')}
    ${ACCOUNTS}`,
  ages: `${link('@key @interfaceObject')} ${AGES}`,
  profiles: `${link('@key @override')} ${PROFILES}`,
  old: `${link('@key')} ${OLD}`,
  tree: `${link('@key @context @fromContext')} ${TREE}`,
};

jest.setTimeout(30_000);

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});

it('a supergraph with all that the specifications know is served, and by a gateway that is open, to everybody', async () => {
  const user = { __typename: 'User', id: '1', name: 'Ada' };
  const accounts = await startRoom(
    subgraph(
      `scalar DateTime type Query { me(at: DateTime): User secret: String scoped: String policed: String users(first: Int!): [User!] node: Node }
       interface Node { id: ID! } type User implements Node @key(fields: "id") { id: ID! name: String! hidden: Int }`,
      {
        Query: {
          me: () => user,
          secret: () => 's',
          scoped: () => 's',
          policed: () => 's',
          users: () => [user],
          node: () => user,
        },
        User: { __resolveReference: () => user },
      },
    ),
  );
  stops.push(accounts.stop);
  const profiles = await startRoom(
    subgraph(
      'type Node @key(fields: "id") { id: ID! age: Int } type User @key(fields: "id") { id: ID! nick: String }',
      {
        Node: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Node', id, age: 36 }) },
        User: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'User', id, nick: 'A' }) },
      },
    ),
  );
  stops.push(profiles.stop);
  const urls: Record<string, string> = {
    accounts: accounts.url,
    ages: profiles.url,
    profiles: profiles.url,
    old: profiles.url,
    tree: accounts.url,
  };
  const sdl = await compose(Object.entries(FEDERATED).map(([name, typeDefs]) => ({ name, typeDefs, url: urls[name] })));
  for (const feature of ['authenticated', 'requiresScopes', 'policy', 'context', 'cost', 'rules.example/shout'])
    expect(sdl).toContain(`/${feature}`.replace('/rules', 'rules'));

  const file = temporaryFile('all.graphql', sdl);
  const flags = ['--supergraph', file, '--port', '0', '--log', 'silent', '--open'];
  const alone = await startStandalone(readFlags(flags));
  stops.push(alone.stop);
  const query =
    '{ me(at: 1700000000) { name nick } secret scoped policed users(first: 2) { id } node { __typename id ... on User { age } } }';
  const response = await fetch(`${alone.url}/graphql`, { method: 'POST', body: JSON.stringify({ query }) });
  expect(await response.json()).toEqual({
    data: {
      me: { name: 'Ada', nick: 'A' },
      secret: 's',
      scoped: 's',
      policed: 's',
      users: [{ id: '1' }],
      node: { __typename: 'User', id: '1', age: 36 },
    },
  });
});
