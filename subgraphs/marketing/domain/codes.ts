const LENGTH = 12;
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/**
 * A code that is easy to read out and cannot be guessed: 60 random bits in Crockford base 32, which are the last
 * characters of an id that was made for it alone.
 */
export const codeFrom = (id: string): string => id.slice(-LENGTH).toUpperCase();

/**
 * What a person typed as the code it means: case, spaces and dashes do not count, and letters that Crockford's alphabet
 * leaves out are read as the digits they look like. Null when it cannot be a code.
 */
export function parseCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
}
