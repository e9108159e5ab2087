import type { Logger } from 'pino';
import type { UsageBatch } from '../../platform/delivery/usage';
import { RegistryError, type RegistryClient } from '../supergraph/registry/client';
import type { Ledger } from './ledger';

export type HandingInOptions = {
  readonly client: Pick<RegistryClient, 'record'>;
  readonly ledger: Pick<Ledger, 'next'>;
  readonly newId: () => string;
  readonly onSent: (counts: number) => void;
  readonly onLost: (counts: number, reason: string) => void;
  readonly log: Logger;
};

/** Whether it is of no use to send it once more. */
const isRefused = (error: unknown): boolean =>
  error instanceof RegistryError && [400, 413, 422].includes(error.status ?? 0);

/** Hands in what is in a ledger, a batch at a time, so that each counts once however often it must be sent. */
export function handingIn({ client, ledger, newId, onSent, onLost, log }: HandingInOptions) {
  /** It was sent, and it is not known whether it was taken: it is sent again, under its id, until it is. */
  let underWay: UsageBatch | undefined;
  let told = '';

  function next(): UsageBatch | undefined {
    const batch = ledger.next();
    return batch && { id: newId(), ...batch };
  }

  /** Answers false when it can be taken neither now nor ever. @throws what keeps the registry from taking it now */
  async function isTaken(batch: UsageBatch, signal: AbortSignal): Promise<boolean> {
    try {
      await client.record(batch, signal);
      return true;
    } catch (error) {
      if (!isRefused(error)) throw error;
      onLost(batch.uses.length, `the registry ${(error as Error).message}`);
      return false;
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (underWay ??= next(); underWay; underWay = next()) {
      signal.throwIfAborted();
      if (await isTaken(underWay, signal)) onSent(underWay.uses.length);
    }
    told = '';
  }

  return {
    /** Until nothing is left, or the registry takes nothing. */
    async run(signal: AbortSignal): Promise<void> {
      await run(signal).catch((error: Error) => {
        if (error.message !== told && !signal.aborted)
          log.warn({ reason: error.message }, 'the use of the schema cannot be handed in; it is counted on');
        told = error.message;
      });
    },
    /** Counts that were sent, and not yet taken. */
    underWay: () => underWay?.uses.length ?? 0,
  };
}
