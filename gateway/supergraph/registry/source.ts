import type { Logger } from 'pino';
import type { SigningKey } from '../../../platform/delivery/delivery';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';
import { newCounters } from '../../protection/counters';
import { StartError } from '../../startErrors';
import { readEdition, signedForm } from '../kept';
import type { Edition, SupergraphSource } from '../source';
import { RegistryError, type RegistryClient } from './client';
import type { Hints } from './hints';
import { following } from './following';
import type { Outcome } from './pauses';

export type RegistrySourceOptions = {
  readonly client: RegistryClient;
  /** How it is called in sentences. */
  readonly url: string;
  /** Those whose signature is trusted. */
  readonly keys: readonly SigningKey[];
  readonly hints?: Hints;
  readonly timers?: Timers;
  readonly random?: () => number;
  readonly now?: () => number;
  readonly log: Logger;
};

const unusable = (url: string, error: unknown): string =>
  error instanceof RegistryError
    ? `The registry at ${url} ${error.message}`
    : `The registry at ${url} sends a supergraph that is refused: ${(error as Error).message}`;

/** Tells of each kind of trouble once, and of its end. */
function trouble(log: Logger, name: string) {
  let told = '';
  return {
    tell(error: RegistryError): void {
      if (error.message !== told) log.warn({ reason: error.message }, `${name} is out of reach; what is served stays`);
      told = error.message;
    },
    over(): void {
      if (told !== '') log.info(`${name} answers again`);
      told = '';
    },
  };
}

/** Asks, and remembers what it has been answered. */
function asking({ client, keys, now = () => performance.now() }: RegistrySourceOptions) {
  let etag: string | undefined;
  let answeredAt: number | undefined;
  return {
    age: () => (answeredAt === undefined ? undefined : now() - answeredAt),
    /** Answers null when there is no other. @throws RegistryError, or Error for what is not to be served */
    async ask(wait: number, signal?: AbortSignal): Promise<Edition | null> {
      const answer = await client.supergraph({ etag, wait, signal });
      answeredAt = now();
      if (!answer) return null;
      const edition = readEdition(answer.text, keys);
      // What is refused is asked for again: it may have been altered on its way.
      etag = answer.etag;
      return edition;
    },
  };
}

/** The registry, asked again and again: it answers when there is another release, or when it has waited long enough. */
export function registrySource(options: RegistrySourceOptions): SupergraphSource {
  const { url, keys, hints, log } = options;
  const { timers = systemTimers, random = Math.random, now = () => performance.now() } = options;
  const name = `the registry at ${url}`;
  const [troubles, counters] = [trouble(log, name), newCounters()];
  const { ask, age } = asking(options);

  function failed(error: unknown): Outcome {
    if (error instanceof RegistryError) {
      troubles.tell(error);
      return 'failed';
    }
    log.error({ reason: (error as Error).message }, `a supergraph from ${name} is refused; what is served stays`);
    return 'refused';
  }

  const looking = (onChange: (edition: Edition) => void) => async (wait: number, signal: AbortSignal) => {
    let outcome: Outcome;
    try {
      const edition = await ask(wait, signal);
      outcome = edition ? 'changed' : 'same';
      troubles.over();
      if (edition) onChange(edition);
    } catch (error) {
      if (signal.aborted) return 'broken_off';
      outcome = failed(error);
    }
    counters.add('polls', outcome);
    return outcome;
  };

  return {
    kind: 'registry',
    name,
    form: signedForm(keys),
    contact: { age, outcomes: () => counters.of('polls') },
    async read() {
      const edition = await ask(0).catch((error: unknown) => {
        throw new StartError(unusable(url, error), { cause: error });
      });
      return edition as Edition;
    },
    watch(onChange) {
      const { hint, stop } = following({ look: looking(onChange), timers, random, now });
      const unhear = hints?.hear(hint);
      return () => {
        unhear?.();
        stop();
      };
    },
  };
}
