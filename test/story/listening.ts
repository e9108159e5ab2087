import { randomUUID } from 'node:crypto';
import type { TestAgora } from './agora';
import { textOf, type Person } from './people';
import { eventually } from './rest';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;

/** A subscription that its room has let in. */
export type Listening = {
  /** What the next push tells. @throws AggregateError when it tells of errors, Error when the stream has ended */
  next(): Promise<Data>;
  take(count: number): Promise<Data[]>;
  leave(): Promise<void>;
};

/** A refusal comes as a list of errors. */
function asError(refusal: unknown): never {
  if (!Array.isArray(refusal)) throw refusal as Error;
  throw new AggregateError(refusal, refusal.map(({ message }: Error) => message).join('; '));
}

export type Way = 'WebSocket' | 'SSE';

/** Subscribes, and answers once nothing can be missed any more. */
export async function listen(
  agora: TestAgora,
  who: Person,
  operation: string,
  variables: Record<string, unknown> = {},
  way: Way = 'WebSocket',
): Promise<Listening> {
  const open = way === 'SSE' ? agora.streamed : agora.live;
  const before = agora.opened();
  // With a cursor nothing is missed, however late it is heard. Without one it must be known when the room has let it in, and
  // that is known of a subscription of its own only: equal texts share one.
  const isPatient = typeof variables.after === 'string';
  const text = isPatient ? textOf(operation) : `${textOf(operation)} # ${randomUUID()}`;
  const stream = open(text, variables, await who.caller());
  let settled = false;
  let first: ReturnType<typeof stream.next> | null = stream.next();
  first.then(
    () => (settled = true),
    () => (settled = true),
  );
  const isHeard = async () => isPatient || settled || agora.opened() > before;
  await eventually('a subscription is open or refused', isHeard);

  async function next(): Promise<Data> {
    const { value, done } = await (first ?? stream.next()).catch(asError);
    first = null;
    if (done) throw new Error('The stream has ended.');
    if (value.errors) throw new AggregateError(value.errors, value.errors.map(({ message }) => message).join('; '));
    return Object.values(value.data)[0];
  }
  return {
    next,
    async take(count) {
      const taken: Data[] = [];
      while (taken.length < count) taken.push(await next());
      return taken;
    },
    leave: async () => void (await stream.return(undefined)),
  };
}
