// What JSON from elsewhere may turn out to be.

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Postgres takes no NUL into a text.
export const isText = (value: unknown, least = 0, most = Infinity): value is string =>
  typeof value === 'string' && value.length >= least && value.length <= most && !value.includes('\0');

export const isWhole = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least;
