import type { Random } from './random';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes an identifier of something that came to be at a time. */
export type NewId = (prefix: string, at: Date) => string;

/** Ids of the platform's shape (platform/kernel/ids.ts) whose random part comes from the seed. */
export function idsFrom(random: Random): NewId {
  let time = '';
  let timeOf = -1;
  return (prefix, at) => {
    if (at.getTime() !== timeOf) {
      timeOf = at.getTime();
      time = '';
      for (let rest = timeOf; time.length < 10; rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
    }
    let text = `${prefix}_${time}`;
    for (let quarter = 0; quarter < 4; quarter++) {
      const bits = random.bits();
      text += ALPHABET.charAt(bits & 31) + ALPHABET.charAt((bits >>> 5) & 31);
      text += ALPHABET.charAt((bits >>> 10) & 31) + ALPHABET.charAt((bits >>> 15) & 31);
    }
    return text;
  };
}
