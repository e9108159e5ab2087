import { buildSubgraphSchema } from '@apollo/subgraph';
import { EventEmitter, on } from 'node:events';
import { execute, parse, subscribe, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Envelope } from '../../platform/identity/envelope';
import { forbidden } from '../../platform/kernel/errors';
import type { Leaving } from '../../platform/kernel/leaving';
import type { RoomRequest, Transport } from '../../platform/subgraph/transport';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])';

const SCHEMAS = {
  catalog: `${FEDERATION}
    scalar Decimal
    type Book @key(fields: "id") { id: ID! title: String! broken: String refused: String parent: Book }
    type Query { book(id: ID!): Book books(first: Int): [Book!]! worth(amount: Decimal!): String whoAsks: String slow: String slowBook: Book secret: String @inaccessible shaded(shade: Shade!): String }
    enum Shade { DARK LIGHT }
    type Mutation { rename(id: ID!, title: String!): Book }`,
  reviews: `${FEDERATION}
    type Book @key(fields: "id") { id: ID! stars: Int! }
    type Review { stars: Int! book: Book! }
    type Query { reviews: [Review!]! }
    type Subscription { reviewed(bookId: ID!): Review }`,
};

const titles: Record<string, string> = { '1': 'The Agora', '2': 'Stoa' };
const book = (id: string) => (titles[id] ? { __typename: 'Book', id } : null);

/** Two rooms without a platform below them, to look at the gateway alone. */
export function testRooms() {
  const events = new EventEmitter().setMaxListeners(0);
  const seen: Envelope[] = [];
  const signals: (Leaving | undefined)[] = [];
  const live = { open: 0 };
  const waiting: (() => void)[] = [];

  function reviewed(_: unknown, { bookId }: { bookId: string }, { identity }: Envelope) {
    if (bookId === 'forbidden') throw forbidden(`Not for a ${identity.kind}.`);
    return reviewsOf(bookId);
  }
  async function* reviewsOf(bookId: string) {
    if (bookId === 'failing') throw new Error('password authentication failed');
    for await (const [stars] of on(events, bookId)) yield { reviewed: { stars, book: book(bookId) } };
  }
  const resolvers = {
    catalog: {
      Query: {
        book: (_: unknown, { id }: { id: string }) => book(id),
        books: () => ['1', '2'].map(book),
        worth: (_: unknown, { amount }: { amount: string }) => amount,
        whoAsks: (_: unknown, _args: unknown, envelope: Envelope) => JSON.stringify(envelope),
        slow: () => new Promise<string>((resolve) => waiting.push(() => resolve('at last'))),
        slowBook: () => new Promise((resolve) => waiting.push(() => resolve(book('1')))),
      },
      Mutation: { rename: (_: unknown, { id }: { id: string }) => book(id) },
      Book: {
        __resolveReference: ({ id }: { id: string }) => book(id),
        title: ({ id }: { id: string }) => titles[id],
        parent: ({ id }: { id: string }) => book(id),
        broken: () => {
          throw new Error('connection to postgres://agora:password@db failed');
        },
        refused: () => {
          throw forbidden();
        },
      },
    },
    reviews: {
      Query: { reviews: () => [{ stars: 5, book: book('1') }] },
      Book: { stars: ({ id }: { id: string }) => (id === '1' ? 5 : null) },
      Subscription: { reviewed: { subscribe: reviewed } },
    },
  };

  function room(schema: GraphQLSchema): Transport {
    const argsOf = ({ query, variables, operationName, envelope, signal }: RoomRequest) => {
      const document = parse(query);
      const [error] = validate(schema, document);
      if (error) throw error;
      seen.push(envelope);
      signals.push(signal);
      return { schema, document, variableValues: variables, operationName, contextValue: envelope };
    };
    return {
      execute: async (request) => execute(argsOf(request)),
      async subscribe(request) {
        const answer = await subscribe(argsOf(request));
        if (!(Symbol.asyncIterator in answer)) return answer;
        live.open++;
        return counted(answer as AsyncGenerator<ExecutionResult>, () => live.open--);
      },
    };
  }
  const transports: Record<string, Transport> = {
    catalog: room(buildSubgraphSchema({ typeDefs: parse(SCHEMAS.catalog), resolvers: resolvers.catalog as never })),
    reviews: room(buildSubgraphSchema({ typeDefs: parse(SCHEMAS.reviews), resolvers: resolvers.reviews as never })),
  };
  return {
    schemas: Object.entries(SCHEMAS).map(([name, typeDefs]) => ({ name, typeDefs })),
    rooms: (name: string) => transports[name] as Transport,
    /** Somebody reviews a book. */
    review: (bookId: string, stars: number) => void events.emit(bookId, stars),
    /** Envelopes that came with requests. */
    seen,
    /** What tells the rooms that nobody waits any more, one a request. */
    signals,
    live,
    release: () => waiting.splice(0).forEach((go) => go()),
    listeners: (bookId: string) => events.listenerCount(bookId),
  };
}

function counted(stream: AsyncGenerator<ExecutionResult>, left: () => void): AsyncIterableIterator<ExecutionResult> {
  return {
    next: () => stream.next(),
    async return() {
      left();
      // `on` of node:events ends with the generator only when it is not waiting; a real room ends its waiting itself.
      void stream.return(undefined);
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
