/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const UNDIVIDED = /[ßæœøđðłþı]/g;
const LATIN_MARKS = /[\u0300-\u036f]/g;
// What a compatibility form leaves behind: the fraction slash of ½, the brackets of ㈱.
const NOT_A_WORD = /[^\p{L}\p{N}\p{M}.]+/gu;

/** Longer than any word a person types; keeps a key of an index within its page. */
const MAX_WORD = 64;
const MAX_TEXT = 200;

const PLAIN_ALREADY = /^[a-zA-Z0-9]*$/;

/** A word as it is compared: lower case, no accents, full width as half width. `Kopfhörer` is `kopfhorer`. */
export function fold(word: string): string {
  if (PLAIN_ALREADY.test(word)) return word.toLowerCase().slice(0, MAX_WORD);
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .replace(UNDIVIDED, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replaceAll(',', '.')
    .replace(NOT_A_WORD, '')
    .slice(0, MAX_WORD);
}

/** A whole text as it is compared from its beginning. */
export const foldText = (text: string): string =>
  text.split(/\s+/u).map(fold).filter(Boolean).join(' ').slice(0, MAX_TEXT);
