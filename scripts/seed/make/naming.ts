/** Words that name one thing by a plural. */
const PLURAL_ONLY = /(Headphones|Earbuds|Binoculars|Glasses|Speakers|Skates|Woodwinds|Drumsticks|Bongos)$/;

/** `Computer Cases` as what one of them is called. */
export function singular(name: string): string {
  if (PLURAL_ONLY.test(name) || /(ss|us|is|[^s]'s)$/.test(name) || !name.endsWith('s')) return name;
  if (/(sses|shes|ches|xes)$/.test(name)) return name.slice(0, -2);
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.slice(0, -1);
}

/** What a noun names, without what it is for: `Case` of `Case for iPhone 5s`. */
const headOf = (noun: string): string => noun.split(' for ')[0] ?? noun;

export const isPlural = (noun: string): boolean => PLURAL_ONLY.test(headOf(noun)) || /[^su]s$/.test(headOf(noun));

/** Names that keep their capitals inside of a sentence. */
const PROPER = /^(B-flat|Bluetooth|Blu-ray|Wi-Fi|Zigbee|MacBook|DisplayPort|NVIDIA|OLED|[A-Z]{2,}.*|.*\d.*)$/;

/** A noun as it stands inside of a sentence. */
export const inSentence = (noun: string): string =>
  headOf(noun)
    .split(' ')
    .map((word) => (/^[A-Z][A-Za-zéó'-]*[a-z']$/.test(word) && !PROPER.test(word) ? word.toLowerCase() : word))
    .join(' ') + noun.slice(headOf(noun).length);

export const withArticle = (noun: string): string => (/^([aeiou]|8|11|18)/i.test(noun) ? `an ${noun}` : `a ${noun}`);

export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[̀-ͯ'’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
