/** A stream of chance that runs the same way whenever it starts from the same name. */
export type Random = {
  /** 32 random bits. */
  bits(): number;
  /** From 0 to below 1. */
  float(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Some of them, each once, in an order of chance. */
  sample<T>(from: readonly T[], count: number): T[];
  weighted<T extends { weight: number }>(from: readonly T[]): T;
  bytes(length: number): Uint8Array;
};

/** Four numbers of 32 bits that are unlike for names that are alike. Source: cyrb128 of bryc's code notes. */
function hash(name: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** The generator sfc32. Source: PractRand, Chris Doty-Humphrey. */
function sfc32(name: string): () => number {
  let [a, b, c, counter] = hash(name);
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  // The first few still resemble the name.
  for (let at = 0; at < 12; at++) next();
  return next;
}

/** @param name of the stream, the seed in it: streams of other names are independent of it */
export function randomOf(name: string): Random {
  const bits = sfc32(name);
  const float = () => bits() / 2 ** 32;
  const int = (from: number, to: number) => from + Math.floor(float() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error(`${name}: there is nothing to pick from.`);
    return from[int(0, from.length - 1)] as T;
  };
  return {
    bits,
    float,
    int,
    pick,
    chance: (probability) => float() < probability,
    sample(from, count) {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () => {
        const [taken] = left.splice(int(0, left.length - 1), 1);
        return taken as (typeof left)[number];
      });
    },
    weighted(from) {
      let at = float() * from.reduce((sum, { weight }) => sum + weight, 0);
      return from.find(({ weight }) => (at -= weight) < 0) ?? pick(from);
    },
    bytes: (length) => Uint8Array.from({ length }, () => bits() & 0xff),
  };
}
