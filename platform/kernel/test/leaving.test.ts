import { Departure } from '../leaving';

describe('whoever waits', () => {
  it('given that they leave, then each who listens is told once, and for what reason', () => {
    const departure = new Departure();
    const told: unknown[] = [];
    departure.addEventListener('abort', () => told.push(departure.reason));
    departure.addEventListener('abort', { handleEvent: () => told.push(departure.reason) });
    const reason = new Error('gone');
    departure.abort(reason);
    departure.abort(new Error('again'));
    expect(told).toEqual([reason, reason]);
    expect(departure.aborted).toBe(true);
    expect(() => departure.throwIfAborted()).toThrow(reason);
  });

  it('given no reason, then it is that of an AbortSignal', () => {
    const departure = new Departure();
    departure.abort();
    expect(departure.reason).toMatchObject({ name: 'AbortError' });
  });

  it('given that they stay, or that one listens no more, then nobody is told', () => {
    const departure = new Departure();
    const listener = jest.fn();
    departure.addEventListener('abort', listener);
    departure.removeEventListener('abort', listener);
    expect(() => departure.throwIfAborted()).not.toThrow();
    departure.abort();
    expect(listener).not.toHaveBeenCalled();
  });
});
