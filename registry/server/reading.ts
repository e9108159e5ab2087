import { isObject, isText, isWhole } from '../../platform/delivery/shapes';
import { ServiceError } from './errors';

/** Reads a value that has come over the wire, and nothing else that stands beside it. @throws ServiceError BAD_REQUEST */
export type Read<T> = (value: unknown, name: string) => T;

const wrong = (name: string, what: string) => new ServiceError('BAD_REQUEST', `${name} must be ${what}.`);

export const text =
  (most: number, least = 1): Read<string> =>
  (value, name) => {
    if (!isText(value, least, most)) throw wrong(name, `a text of ${least} to ${most} characters`);
    return value;
  };

export const number =
  (least: number, most = Number.MAX_SAFE_INTEGER): Read<number> =>
  (value, name) => {
    if (!isWhole(value, least) || value > most) throw wrong(name, `a whole number from ${least} to ${most}`);
    return value;
  };

export const oneOf =
  <T extends string>(...values: readonly T[]): Read<T> =>
  (value, name) => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw wrong(name, `one of ${values.join(', ')}`);
    return found;
  };

export const time: Read<string> = (value, name) => {
  if (!isText(value, 1, 40) || Number.isNaN(Date.parse(value)))
    throw wrong(name, 'a time such as 2026-01-31T12:00:00Z');
  return value;
};

export const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, name) =>
    value === undefined || value === null ? undefined : read(value, name);

export const list =
  <T>(read: Read<T>, most: number): Read<readonly T[]> =>
  (value, name) => {
    if (!Array.isArray(value) || value.length > most) throw wrong(name, `a list of at most ${most}`);
    return value.map((each, index) => read(each, `${name}[${index}]`));
  };

type Fields<T> = { readonly [Key in keyof T]: Read<T[Key]> };

export const fields =
  <T extends object>(reads: Fields<T>): Read<T> =>
  (value, name) => {
    if (!isObject(value)) throw wrong(name, 'an object');
    const entries = Object.entries<Read<unknown>>(reads as never).map(([key, read]) => [
      key,
      read(value[key], `${name}.${key}`),
    ]);
    return Object.fromEntries(entries.filter(([, each]) => each !== undefined)) as T;
  };
