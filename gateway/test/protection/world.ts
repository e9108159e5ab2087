import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, getOperationAST, parse, validate, type ExecutionResult } from 'graphql';
import pino from 'pino';
import { guest, type Identity } from '../../../platform/identity/identity';
import { systemClock, type Clock } from '../../../platform/kernel/clock';
import type { Rooms, Transport } from '../../../platform/subgraph/transport';
import { newTrace, type RequestContext } from '../../context';
import { compiledExecutor } from '../../execution/compiled/executor';
import { operationUsage } from '../../execution/usage';
import { createOperations, type OperationRequest } from '../../operations';
import { authorizer } from '../../protection/authorization/authorize';
import { documentReader } from '../../protection/documents';
import { strictMask } from '../../protection/errors';
import { LIMITS } from '../../protection/limits';
import { admission, usualProtection, type Protection } from '../../protection/protection';
import { compose } from '../../supergraph/compose';
import { readSupergraph } from '../../supergraph/supergraph';

export type RoomOf = { readonly typeDefs: string; readonly resolvers: object };

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`;
const IMPORTS = [
  'key',
  'external',
  'requires',
  'interfaceObject',
  'context',
  'fromContext',
  'shareable',
  'authenticated',
  'requiresScopes',
  'policy',
  'cost',
  'listSize',
]
  .map((name) => `"@${name}"`)
  .join();

export type Asking = {
  readonly identity?: Identity;
  readonly scopes?: readonly string[];
  readonly tellsCost?: boolean;
};

export const contextOf = ({ identity = guest, scopes = [], tellsCost }: Asking = {}): RequestContext => ({
  envelope: { requestId: 'req', tenant: 'demo', locale: 'en', currency: 'USD', identity },
  expiresAt: null,
  scopes: new Set(scopes),
  tellsCost,
  trace: newTrace(),
});

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A graph of rooms that a test writes down, with the gateway's protection before it and what reaches the rooms behind it. */
export async function startWorld(
  roomsOf: Record<string, RoomOf>,
  {
    protection = {},
    change = (sdl) => sdl,
    clock = systemClock,
  }: { protection?: Partial<Protection>; change?: (sdl: string) => string; clock?: Clock } = {},
) {
  const written = Object.entries(roomsOf).map(([name, { typeDefs }]) => ({ name, typeDefs: link(IMPORTS) + typeDefs }));
  const graph = readSupergraph(change(await compose(written)));
  const asked: string[] = [];
  const transports = new Map<string, Transport>();
  for (const { name, typeDefs } of written) {
    const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: roomsOf[name]?.resolvers as never });
    transports.set(name, {
      async execute({ query, variables }) {
        asked.push(query);
        const document = parse(query);
        const [error] = validate(schema, document);
        if (error) throw error;
        return execute({ schema, document, variableValues: variables });
      },
      subscribe: async () => ({ errors: [] }),
    });
  }
  const rooms: Rooms = (name) => transports.get(name) as Transport;
  const protecting = { ...usualProtection, ...protection };
  const operations = createOperations({
    authorize: authorizer(graph, protecting.authorization),
    executor: compiledExecutor(graph, rooms),
    admit: admission(graph, protecting, clock),
    mask: strictMask(pino({ level: 'silent' })),
    usage: operationUsage(),
    limits: LIMITS,
    introspection: true,
  });
  const read = documentReader(graph.apiSchema, { limits: LIMITS, introspection: true });

  function requestOf(query: string, variables: Record<string, unknown>): OperationRequest {
    const document = read(query);
    const definition = getOperationAST(document);
    if (!definition) throw new Error('one operation, please');
    return { source: query, document, definition, variables };
  }

  return {
    graph,
    /** What the rooms were asked since the last time. */
    asked: () => asked.splice(0).join('\n'),
    async ask(query: string, asking: Asking = {}, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
      const result = await operations.execute(requestOf(query, variables), contextOf(asking));
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
    askInParts: (query: string, asking: Asking = {}) =>
      operations.executeInParts(requestOf(query, {}), contextOf(asking), new AbortController().signal),
  };
}
