/** What was opened, to be closed the other way round. */
export type Closers = (() => Promise<unknown>)[];

async function closeAll(closers: Closers): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
}

/**
 * Starts what opens one thing after the other.
 * @param start notes how each is closed, as soon as it is open
 * @returns what it has started, with a `stop` that closes all of it, the last first, and may be called twice
 * @throws what `start` throws; what was opened by then is closed again
 */
export async function stoppable<T extends object>(
  start: (closers: Closers) => Promise<T>,
): Promise<T & { stop(): Promise<void> }> {
  const closers: Closers = [];
  let stopping: Promise<void> | undefined;
  try {
    const started = await start(closers);
    return { ...started, stop: () => (stopping ??= closeAll(closers)) };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}
