import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lineOf, nameIn, readTokens, type Token } from './token';

/** Where tokens are kept if nothing else is said. */
export const TOKEN_FILE = path.join('.agora', 'registry-tokens');

const HEAD = '# Tokens of the registry: name:rights:SHA-256 of the token[:last day]. It holds no secret.\n';

export const tokensIn = (file: string): readonly Token[] =>
  existsSync(file) ? readTokens(readFileSync(file, 'utf8')) : [];

/** Moved into place, so that a service never reads a half of it. */
function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}

/** @throws Error with a sentence when there is one of that name */
export function addToken(file: string, token: Token): void {
  if (tokensIn(file).some(({ name }) => name === token.name))
    throw new Error(`There is a token ${token.name} already. Revoke it first, or choose another name.`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  write(file, `${text.trimEnd()}\n${lineOf(token)}\n`);
}

/** @throws Error with a sentence when there is none of that name */
export function removeToken(file: string, name: string): void {
  if (!tokensIn(file).some((token) => token.name === name)) throw new Error(`There is no token ${name} in ${file}.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  write(file, lines.filter((line) => nameIn(line) !== name).join('\n'));
}

const LOOK_EVERY = 500;

const stateOf = (file: string): string => {
  const { mtimeMs, size, ino } = statSync(file);
  return `${mtimeMs} ${size} ${ino}`;
};

/**
 * The tokens of a file as it is now: one that is made or revoked counts within a second, without a restart.
 * @param onError told when the file cannot be read any more; those that were in it last count on
 * @throws Error with a sentence when it cannot be read at first
 */
export function watchTokens(
  file: string,
  onError: (error: unknown) => void,
  now: () => number = () => performance.now(),
) {
  let [state, lookedAt] = [stateOf(file), now()];
  let tokens = readTokens(readFileSync(file, 'utf8'));
  return (): readonly Token[] => {
    if (now() - lookedAt < LOOK_EVERY) return tokens;
    lookedAt = now();
    try {
      const found = stateOf(file);
      if (found !== state) tokens = readTokens(readFileSync(file, 'utf8'));
      state = found;
    } catch (error) {
      onError(error);
    }
    return tokens;
  };
}
