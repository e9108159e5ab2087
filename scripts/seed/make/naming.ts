/** Words that name one thing by a plural. */
const PLURAL_ONLY = /(Headphones|Earbuds|Binoculars|Glasses|Speakers|Skates|Woodwinds|Drumsticks|Bongos)$/;

/** `Computer Cases` as what one of them is called. */
export function singular(name: string): string {
  if (PLURAL_ONLY.test(name) || /(ss|us|is|[^s]'s)$/.test(name) || !name.endsWith('s')) return name;
  if (/(sses|shes|ches|xes)$/.test(name)) return name.slice(0, -2);
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.slice(0, -1);
}

export const isPlural = (noun: string): boolean => PLURAL_ONLY.test(noun) || /[^su]s$/.test(noun);

/** Names that keep their capitals inside of a sentence. */
const PROPER = new Set(['Bluetooth', 'Samsung', 'Galaxy', 'Nintendo', 'Apple', 'Google', 'Roku', 'Fire', 'Blu-ray']);

/** A noun as it stands inside of a sentence. */
export const inSentence = (noun: string): string =>
  noun
    .split(' ')
    .map((word) => (/^[A-Z][a-zéó'-]+$/.test(word) && !PROPER.has(word) ? word.toLowerCase() : word))
    .join(' ');

export const withArticle = (noun: string): string => (/^([aeiou]|8|11|18)/i.test(noun) ? `an ${noun}` : `a ${noun}`);

export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[̀-ͯ'’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
