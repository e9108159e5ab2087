import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFile, temporaryFolder } from '../../../test/story/files';
import { addToken, removeToken, tokensIn, watchTokens } from '../../tokens/file';
import { newToken, readTokens, tokenOf } from '../../tokens/token';

const made = newToken({ name: 'ci', rights: ['check', 'publish'], expires: '2027-01-31' });
const other = newToken({ name: 'gateway', rights: ['read', 'usage'] });

describe('a token', () => {
  test('is found by its secret, and by nothing else', () => {
    expect(made.secret).toMatch(/^agr_[\w-]{43}$/);
    expect(tokenOf([other.token, made.token], made.secret)).toEqual(made.token);
    expect(tokenOf([other.token], made.secret)).toBeUndefined();
    expect(tokenOf([made.token], made.token.hash)).toBeUndefined();
  });
});

describe('a file of tokens', () => {
  test('given tokens that were added, then they are read as they were, and no secret is in it', () => {
    const file = path.join(temporaryFolder(), 'folder', 'tokens');
    for (const { token } of [made, other]) addToken(file, token);
    expect(tokensIn(file)).toEqual([made.token, other.token]);
    expect(readFileSync(file, 'utf8')).not.toContain(made.secret.slice(4));
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('given one that is revoked, then the others stay, and comments too', () => {
    const file = temporaryFile('tokens', '# of the shop\n');
    for (const { token } of [made, other]) addToken(file, token);
    removeToken(file, 'ci');
    expect(tokensIn(file)).toEqual([other.token]);
    expect(readFileSync(file, 'utf8')).toMatch(/^# of the shop\n/);
  });

  test('given a name that is taken, or one that is not there, then nothing changes', () => {
    const file = temporaryFile('tokens', '');
    addToken(file, made.token);
    expect(() => addToken(file, { ...other.token, name: 'ci' })).toThrow(/a token ci already/);
    expect(() => removeToken(file, 'gateway')).toThrow(/no token gateway/);
    expect(() => removeToken(`${file}.none`, 'gateway')).toThrow(/no token gateway/);
    expect(existsSync(`${file}.none`)).toBe(false);
    expect(tokensIn(file)).toEqual([made.token]);
  });

  const hash = 'a'.repeat(64);
  test.each([
    ['ci', /Line 1 .*name:rights:hash/],
    [`\nci:check:${hash}0`, /Line 2/],
    [`c i:check:${hash}`, /letters/],
    [`ci:write:${hash}`, /read, check, publish, usage/],
    [`ci::${hash}`, /rights/],
    [`ci:check:${hash}:tomorrow`, /2026-12-31/],
    [`ci:check:${hash}:2026-01-01:more`, /name:rights:hash/],
    [`ci:check:${hash}\nci:read:${hash}`, /two tokens of the name ci/],
  ])('given the line %j, then it is refused with what to write', (text, said) => {
    expect(() => readTokens(text)).toThrow(said);
  });
});

describe('a file of tokens that is watched', () => {
  let now = 0;
  const errors: unknown[] = [];
  const watch = (file: string) =>
    watchTokens(
      file,
      (error) => errors.push(error),
      () => now,
    );

  test('given a token that is made or revoked, then it counts within a second, without a restart', () => {
    const file = temporaryFile('tokens', '');
    addToken(file, made.token);
    const tokens = watch(file);
    addToken(file, other.token);
    now += 1_000;
    expect(tokens()).toEqual([made.token, other.token]);
    removeToken(file, 'ci');
    now += 1_000;
    expect(tokens()).toEqual([other.token]);
  });

  test('given that it cannot be read any more, then those of before count on, and it is told', () => {
    const file = temporaryFile('tokens', '');
    addToken(file, made.token);
    const tokens = watch(file);
    writeFileSync(file, 'rubbish');
    now += 1_000;
    expect(tokens()).toEqual([made.token]);
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('Line 1') })]);
  });
});
