type Listener = (() => void) | { handleEvent(): void };

/**
 * What work learns when nobody waits for it any more: as much of an `AbortSignal` as that takes, so that one may stand here.
 * A listener is told once, and is not told when it comes too late.
 */
export type Leaving = Pick<AbortSignal, 'aborted' | 'reason' | 'throwIfAborted'> & {
  addEventListener(type: 'abort', listener: Listener): void;
  removeEventListener(type: 'abort', listener: Listener): void;
};

/**
 * Whoever waits, and may leave; `AbortController` and its signal in one. There are two for every request and hardly one is ever
 * aborted: an `EventTarget` costs some microseconds to make and to listen to, and takes the eleventh listener for a leak.
 */
export class Departure implements Leaving {
  aborted = false;
  reason: unknown = undefined;
  private readonly listeners = new Set<Listener>();

  abort(reason: unknown = new DOMException('This operation was aborted', 'AbortError')): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const told = [...this.listeners];
    this.listeners.clear();
    for (const listener of told) {
      if (typeof listener === 'function') listener();
      else listener.handleEvent();
    }
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }
}
