/** The products that hold a term, by number ascending, each with where it holds it (see document.ts). */
export type Postings = { readonly numbers: Int32Array; readonly places: Uint8Array };

const PLACE_BITS = 3;
const PLACE_MASK = (1 << PLACE_BITS) - 1;
const MAX_BYTES = 5;

/**
 * Packs postings: the distance to the number before, with its place in the low bits, seven bits a byte. A term that every
 * tenth product holds takes a byte a product or two.
 */
export function pack({ numbers, places }: Postings): Uint8Array {
  const bytes = new Uint8Array(numbers.length * MAX_BYTES);
  let length = 0;
  let previous = -1;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    let rest = (number - previous) * (PLACE_MASK + 1) + (places[at] ?? 0);
    previous = number;
    while (rest >= 0x80) {
      bytes[length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[length++] = rest;
  }
  return bytes.slice(0, length);
}

// Loops over indices: an iterator over bytes takes ten times as long, and a common word has a hundred thousand.
export function unpack(bytes: Uint8Array): Postings {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) < 0x80) count++;
  const numbers = new Int32Array(count);
  const places = new Uint8Array(count);
  let entry = 0;
  let value = 0;
  let scale = 1;
  let previous = -1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
    // Every entry ends with the one byte that is below 0x80.
    if (byte >= 0x80) continue;
    previous += Math.floor(value / (PLACE_MASK + 1));
    numbers[entry] = previous;
    places[entry++] = value & PLACE_MASK;
    value = 0;
    scale = 1;
  }
  return { numbers, places };
}

export const NO_POSTINGS: Postings = { numbers: new Int32Array(0), places: new Uint8Array(0) };

/** Puts products into postings, moves them, or takes them out (place 0). */
export function change(postings: Postings, changes: ReadonlyMap<number, number>): Postings {
  const sorted = [...changes].toSorted(([a], [b]) => a - b);
  const numbers = new Int32Array(postings.numbers.length + sorted.length);
  const places = new Uint8Array(numbers.length);
  let length = 0;
  const append = (number: number, place: number) => {
    numbers[length] = number;
    places[length++] = place;
  };
  let next = 0;
  for (let at = 0; at <= postings.numbers.length; at++) {
    const number = postings.numbers[at] ?? Infinity;
    for (
      let [changed, place] = sorted[next] ?? [Infinity, 0];
      changed < number;
      [changed, place] = sorted[++next] ?? [Infinity, 0]
    ) {
      if (place > 0) append(changed, place);
    }
    if (number === Infinity) break;
    const [changed, place] = sorted[next] ?? [Infinity, 0];
    if (changed !== number) append(number, postings.places[at] ?? 0);
    else {
      next++;
      if (place > 0) append(number, place);
    }
  }
  return { numbers: numbers.slice(0, length), places: places.slice(0, length) };
}
