import type { Wire } from './outbox';

type Entry = { readonly text: string; readonly sent: () => void };

/** The end of a stream for the server that writes it out: it takes the next text when the one before has left. */
export type TextStream = AsyncIterableIterator<string, void> & { return(): Promise<IteratorResult<string, void>> };

const END = { value: undefined, done: true } as const;

/** A wire that ends in a stream of text. `left` is called once, when whoever reads leaves. */
export function textPipe(left: () => void) {
  const entries: Entry[] = [];
  let leaving: Entry | undefined;
  let bytes = 0;
  let ended = false;
  let gone = false;
  let wake = () => {};

  const wire: Wire = {
    buffered: () => bytes,
    write(text, sent) {
      if (ended) return;
      entries.push({ text, sent });
      bytes += text.length;
      wake();
    },
  };
  /** What was written before still leaves. */
  function end(): void {
    ended = true;
    wake();
  }
  function release(): void {
    const entry = leaving;
    leaving = undefined;
    if (!entry) return;
    bytes -= entry.text.length;
    entry.sent();
  }
  async function leave(): Promise<IteratorResult<string, void>> {
    entries.length = 0;
    end();
    if (!gone) left();
    gone = true;
    return END;
  }
  const stream: TextStream = {
    async next() {
      release();
      while (entries.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      leaving = entries.shift();
      return leaving ? { value: leaving.text, done: false } : leave();
    },
    // Called as a bare function, too.
    return: leave,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return { wire, stream, end };
}
