import type { Caller, HttpAnswer } from './post';
import { post } from './post';
import type { Place } from './people';

/** A client that knows several gateways, and does as docs/deployment.md tells clients to. */
export type Roaming = {
  readonly graphql: Place['graphql'];
  /** What came back with an error, or never did. */
  readonly failures: readonly string[];
  readonly answered: () => number;
  /** How often another gateway was asked. */
  readonly switched: () => number;
};

const ATTEMPTS = 20;

/** Nothing of it was done: it stops or starts, or it cannot be reached. */
const isTurnedAway = ({ status, headers }: HttpAnswer) => status === 503 && headers.has('agora-turned-away');
const isRefused = (error: unknown) =>
  ((error as Error).cause as { code?: string } | undefined)?.code === 'ECONNREFUSED';
/** What may have been done is sent again only where that changes nothing. */
const isRepeatable = (operation: string, variables: object) =>
  !operation.trimStart().startsWith('mutation') || JSON.stringify(variables).includes('"idempotencyKey":');

export function roamingClient(gateways: readonly string[]): Roaming {
  const failures: string[] = [];
  let [at, answered, switched] = [0, 0, 0];

  async function attempt(operation: string, variables: object, caller: Caller): Promise<HttpAnswer | null> {
    const gateway = gateways[at % gateways.length] as string;
    try {
      const answer = await post(gateway, operation, variables, caller);
      return isTurnedAway(answer) ? null : answer;
    } catch (error) {
      if (isRefused(error) || isRepeatable(operation, variables)) return null;
      throw error;
    }
  }

  async function send(operation: string, variables: object, caller: Caller): Promise<HttpAnswer> {
    for (let count = 0; count < ATTEMPTS; count += 1) {
      const answer = await attempt(operation, variables, caller);
      if (answer) return answer;
      [at, switched] = [at + 1, switched + 1];
    }
    throw new Error('No gateway has taken it.');
  }

  return {
    failures,
    answered: () => answered,
    switched: () => switched,
    async graphql(operation, variables = {}, caller = {}) {
      const name = /(?:query|mutation) (\w+)/.exec(operation)?.[1] ?? operation;
      try {
        const answer = await send(operation, variables, caller);
        answered += 1;
        if (answer.errors) failures.push(`${name}: ${answer.errors.map(({ message }) => message).join('; ')}`);
        return answer;
      } catch (error) {
        failures.push(`${name}: ${String((error as Error).cause ?? error)}`);
        throw error;
      }
    },
  };
}
