import { createHash } from 'node:crypto';

/** What a text decides: the same for the same text, on every machine and in every process. */
export type Draw = {
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  readonly bytes: Buffer;
};

export function draw(text: string): Draw {
  const bytes = createHash('sha256').update(text).digest();
  const whole = (least: number, most: number) => least + (bytes.readUInt32BE(0) % (most - least + 1));
  return { whole, bytes, pick: (list) => list[whole(0, list.length - 1)] as (typeof list)[0] };
}
