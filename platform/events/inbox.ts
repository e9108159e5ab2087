import type { EventMessage } from './event';
import { startWorker, type Worker } from './worker';

/** The handler of an event that stood in the inbox has failed. */
export class HandlerFailure extends Error {
  constructor(
    readonly event: EventMessage,
    readonly attempts: number,
    cause: unknown,
  ) {
    super(`The handler of ${event.type} ${event.id} failed (attempt ${attempts}).`, { cause });
  }
}

/** What is left to be done when the transaction has committed, and whether more were waiting. */
export type Handled = { settle: () => void; more: boolean };

/**
 * What a room keeps of the events it hears. An event's effect and the mark by which it is known again are one transaction: both
 * are there, or neither.
 */
export type Inbox = {
  /** Handles an event as it comes; null when it was in the inbox already. @throws what its handler throws */
  handleOnce(event: EventMessage): Promise<(() => void) | null>;
  /** Stores events, to be handled from there; one that is there already stays as it is. */
  store(events: readonly EventMessage[], failure?: unknown): Promise<void>;
  isDue(): Promise<boolean>;
  /** Handles the one that is longest due, which nobody else handles meanwhile. @throws HandlerFailure */
  handleNext(): Promise<Handled>;
  postpone(failure: HandlerFailure): Promise<void>;
};

export type InboxOptions = {
  inbox: Pick<Inbox, 'isDue' | 'handleNext' | 'postpone'>;
  onError: (error: unknown) => void;
};

/** Works off what is stored in a room's inbox. */
export function startInbox({ inbox, onError }: InboxOptions): Worker {
  const work = async () => {
    if (!(await inbox.isDue())) return false;
    try {
      const { settle, more } = await inbox.handleNext();
      settle();
      return more;
    } catch (error) {
      if (!(error instanceof HandlerFailure)) throw error;
      await inbox.postpone(error);
      onError(error);
      return true;
    }
  };
  return startWorker({ work, interval: 5000, onError });
}
