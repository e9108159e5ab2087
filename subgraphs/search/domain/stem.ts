/** Plurals that no rule makes. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['lenses', 'lens'],
  ['men', 'man'],
  ['mens', 'man'],
  ['women', 'woman'],
  ['womens', 'woman'],
  ['children', 'child'],
  ['childrens', 'child'],
  ['mice', 'mouse'],
  ['feet', 'foot'],
  ['knives', 'knife'],
  ['shelves', 'shelf'],
]);

const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWELS = '[aeiouy][aeiou]*';
const HAS_VOWEL = new RegExp(`^(${CONSONANTS})?[aeiouy]`);
const MEASURE_OVER_0 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const MEASURE_1 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}(${VOWELS})?$`);
const MEASURE_OVER_1 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const SHORT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`);

function withoutPlural(word: string): string {
  if (/(ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return MEASURE_OVER_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const [, rest] = /^(.+?)(?:ed|ing)$/.exec(word) ?? [];
  if (rest === undefined || !HAS_VOWEL.test(rest)) return word;
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return SHORT.test(rest) ? `${rest}e` : rest;
}

const withoutY = (word: string) =>
  word.endsWith('y') && HAS_VOWEL.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;

function withoutE(word: string): string {
  if (word.endsWith('ll') && MEASURE_OVER_1.test(word)) return word.slice(0, -1);
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  return MEASURE_OVER_1.test(rest) || (MEASURE_1.test(rest) && !SHORT.test(rest)) ? rest : word;
}

/**
 * What an English word is found by, whatever its ending: `batteries` and `battery` are `batteri`. Inflections only
 * (steps 1 and 5 of Porter, "An algorithm for suffix stripping", 1980): a `charger` is not `charging`.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return withoutE(withoutY(withoutPast(withoutPlural(IRREGULAR.get(word) ?? word))));
}
