import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isObject } from '../../platform/delivery/shapes';
import { callPath, type StoreCall } from '../store/remote/calls';
import type { Release, Store, Unsigned, Version } from '../store/store';
import type { Token } from '../tokens/token';
import type { Access } from './access';
import type { Verify } from './apart/verify';
import type { Audit } from './audit';
import { CALLS, type CallRule } from './calls';
import { ServiceError, toldOf } from './errors';

export type StoreGround = {
  readonly store: Store;
  readonly access: Access;
  readonly audit: Audit;
  readonly verify: Verify;
  /** A release was made here. */
  readonly published: () => Promise<void>;
};

const LARGEST = 1_000_000;
const LARGEST_PUSH = 10_000_000;
const LARGE: readonly StoreCall[] = ['push', 'register'];

const AUTHORS: readonly string[] = ['pushed', 'published', 'approved', 'registered'];

/** Whoever signs says by himself who he is; the token that it came with is known. */
function vouchedFor(value: unknown, { name }: Pick<Token, 'name'>): unknown {
  if (!isObject(value)) return value;
  const { by } = value;
  if (typeof by === 'string') return { ...value, by: by === name ? by : `${by} (token ${name})` };
  const authors = Object.entries(value).filter(([key]) => AUTHORS.includes(key));
  return { ...value, ...Object.fromEntries(authors.map(([key, author]) => [key, vouchedFor(author, { name })])) };
}

/** @throws ServiceError BAD_REQUEST */
function readArguments({ reads }: CallRule, body: unknown): unknown[] {
  if (!Array.isArray(body) || body.length > reads.length)
    throw new ServiceError('BAD_REQUEST', `Send the arguments as a JSON list of at most ${reads.length}.`);
  return reads.map((read, index) => read(body[index], `arguments[${index}]`));
}

async function run(call: StoreCall, given: unknown[], { store, verify, published }: StoreGround): Promise<unknown> {
  if (call === 'push') await verify.pushed(given[0] as Unsigned<Version>);
  if (call === 'publish') await verify.published(given[0] as Release, given[1] as number);
  const value = await (store[call] as (...all: unknown[]) => Promise<unknown>)(...given);
  if (call === 'publish') await published();
  return value;
}

/** Does it, and writes down that it was done, or refused. */
async function runAudited(call: StoreCall, request: FastifyRequest, token: Token, ground: StoreGround) {
  const rule: CallRule = CALLS[call] as never;
  let details = {};
  try {
    const given = readArguments(rule, request.body);
    details = rule.audited?.(...given) ?? {};
    const signed = given.map((each) => vouchedFor(each, token));
    const value = await run(call, signed, ground);
    ground.audit(request, { what: call, who: token.name, ...details });
    return value;
  } catch (error) {
    ground.audit(request, { what: call, who: token.name, ...details, refused: toldOf(error)?.code ?? 'INTERNAL' });
    throw error;
  }
}

/** The methods of the store, one address each. */
export function serveStore(fastify: FastifyInstance, ground: StoreGround): void {
  const tokens = new WeakMap<FastifyRequest, Token>();
  for (const [call, rule] of Object.entries(CALLS) as unknown as [StoreCall, CallRule][])
    fastify.route({
      method: 'POST',
      url: callPath(call),
      bodyLimit: LARGE.includes(call) ? LARGEST_PUSH : LARGEST,
      // Before the body is read: only whoever may do it may send megabytes.
      onRequest: async (request) => void tokens.set(request, ground.access.demand(request, rule.right)),
      handler: async (request) => {
        if (rule.audited) return { value: await runAudited(call, request, tokens.get(request) as Token, ground) };
        return { value: await run(call, readArguments(rule, request.body), ground) };
      },
    });
}
