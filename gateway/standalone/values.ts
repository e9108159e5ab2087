// What the value of a flag may be. Each reads it, and throws the end of the sentence "--name … " when it cannot be.

export const text = (given: string | undefined): string | undefined => given || undefined;
export const given = (flag: string | undefined): boolean => flag !== undefined;

export const whole = (byDefault: number, least: number, most: number) => (written: string | undefined) => {
  const value = Number(written ?? byDefault);
  if (!Number.isInteger(value) || written === '' || value < least || value > most)
    throw new Error(`must be a whole number from ${least} to ${most}`);
  return value;
};

export const oneOf =
  <T extends string>(byDefault: T, ...values: readonly T[]) =>
  (written: string | undefined): T => {
    const found = values.find((value) => value === (written ?? byDefault));
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return found;
  };

export function webAddress(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (!URL.canParse(written) || !/^https?:$/.test(new URL(written).protocol))
    throw new Error('must look like https://host/path');
  return written;
}

// What describes the connection or the body is between two programs alone, and never handed on.
const OWN = /^(host|connection|keep-alive|transfer-encoding|upgrade|te|trailer|expect|content-.*|accept|sec-.*)$/;

export function headerNames(written: string | undefined): readonly string[] {
  const names = (written ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names
    .filter((name) => name !== '')
    .map((name) => {
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new Error('must be a list of header names, with commas between');
      if (OWN.test(name)) throw new Error(`cannot hand on ${name}: it belongs to the connection`);
      return name;
    });
}
