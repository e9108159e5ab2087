import { EventEmitter } from 'node:events';

/** Wakes whoever waits on a topic. Carries no data: the waiting subscription reads what is new from its own tables. */
export type Topics = {
  wake(topic: string): void;
  /** Yields at once, then after every wake, until it is returned. Wakes that come while the reader is busy are joined. */
  awaken(topic: string): AsyncIterableIterator<void>;
};

/** The topics of a single process. */
export function localTopics(): Topics {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    wake: (topic) => void emitter.emit(topic),
    awaken: (topic) => awaken(emitter, topic),
  };
}

function awaken(emitter: EventEmitter, topic: string): AsyncIterableIterator<void> {
  let pending = true;
  let done = false;
  let resume: (() => void) | null = null;
  const listener = () => {
    pending = true;
    resume?.();
  };
  emitter.on(topic, listener);
  const end = { value: undefined, done: true } as const;
  return {
    async next() {
      while (!pending && !done) await new Promise<void>((resolve) => (resume = resolve));
      if (done) return end;
      pending = false;
      return { value: undefined, done: false };
    },
    async return() {
      done = true;
      emitter.off(topic, listener);
      resume?.();
      return end;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
