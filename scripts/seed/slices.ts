import { setImmediate as turn } from 'node:timers/promises';

/** Made at a stretch before others have their turn: a millisecond's work. */
const STRETCH = 5;

/** Lists of so many, made in short stretches, so that what waits for an answer meanwhile goes on. */
export async function* inSlices<T>(made: Iterable<T>, length: number): AsyncGenerator<T[]> {
  let slice: T[] = [];
  for (const each of made) {
    slice.push(each);
    if (slice.length % STRETCH === 0) await turn();
    if (slice.length < length) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
