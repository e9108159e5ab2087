import { Readable } from 'node:stream';
import path from 'node:path';
import { readSigningKeys, readTrustedKeys } from '../../../platform/delivery/keys';
import { temporaryFolder } from '../../../test/story/files';
import type { Ground } from '../../commands/command';
import { paintFor } from '../../commands/paint';
import { run } from '../../commands/run';
import { tokensIn } from '../../tokens/file';
import { tokenOf } from '../../tokens/token';

let cwd: string;
beforeEach(() => (cwd = temporaryFolder()));

async function ran(...argv: string[]) {
  const said = { out: '', err: '' };
  const ground: Ground = {
    store: () => Promise.reject(new Error('Keys and tokens need no store.')),
    now: () => new Date('2026-11-20T12:00:00Z'),
    cwd,
    env: { REGISTRY_TOKENS: 'tokens' },
    input: Readable.from([]),
    write: (text) => void (said.out += text),
    tell: (text) => void (said.err += text),
    paint: paintFor({}, {}),
  };
  return { exit: await run(argv, ground), ...said };
}
const kept = (file = 'tokens') => tokensIn(path.join(cwd, file));

describe('tokens', () => {
  test('given a name and rights, then a token is made, shown once, and kept as its hash', async () => {
    const { exit, out, err } = await ran(
      'tokens',
      'create',
      'ci',
      '--rights',
      'check,publish',
      '--expires',
      '2027-01-31',
    );
    expect(exit).toBe(0);
    expect(tokenOf(kept(), out.trim())).toMatchObject({
      name: 'ci',
      rights: ['check', 'publish'],
      expires: '2027-01-31',
    });
    expect(err).toMatch('shown only now');
  });

  test('given --json and --file, then it is one document, and kept there', async () => {
    const { out } = await ran('tokens', 'create', 'ci', '--rights', 'read', '--file', 'other', '--json');
    const { token, file } = JSON.parse(out) as { token: string; file: string };
    expect(file).toBe(path.join(cwd, 'other'));
    expect(tokenOf(kept('other'), token)?.name).toBe('ci');
  });

  test('they are listed without their hashes, and an expired one says so', async () => {
    await ran('tokens', 'create', 'ci', '--rights', 'check', '--expires', '2026-11-19');
    await ran('tokens', 'create', 'gateway', '--rights', 'read,usage');
    expect((await ran('tokens', 'list')).out).toBe('ci  check  expired 2026-11-19\ngateway  read, usage\n');
    expect(JSON.parse((await ran('tokens', 'list', '--json')).out)).toEqual([
      { name: 'ci', rights: ['check'], expires: '2026-11-19', expired: true },
      { name: 'gateway', rights: ['read', 'usage'], expires: null, expired: false },
    ]);
  });

  test('given one that is revoked, then it is gone', async () => {
    await ran('tokens', 'create', 'ci', '--rights', 'check');
    expect(await ran('tokens', 'revoke', 'ci')).toMatchObject({ exit: 0, out: 'The token ci counts no more.\n' });
    expect(kept()).toEqual([]);
  });

  test.each([
    [['tokens'], 'Say what to do'],
    [['tokens', 'create'], 'Say what to do'],
    [['tokens', 'create', 'a', 'b', '--rights', 'read'], 'Say what to do'],
    [['tokens', 'create', 'ci'], '--rights is needed'],
    [['tokens', 'create', 'c i', '--rights', 'read'], 'letters'],
    [['tokens', 'create', 'ci', '--rights', 'write'], 'read, check, publish, usage'],
    [['tokens', 'create', 'ci', '--rights', 'read', '--expires', 'soon'], '2026-12-31'],
    [['tokens', 'revoke', 'ci'], 'no token ci'],
    [['keys', 'a:b'], 'letters'],
    [['keys', 'a', 'b'], 'one id'],
  ])('given wrong use %j, then it ends with 64 and a sentence', async (argv, said) => {
    const { exit, err } = await ran(...argv);
    expect(exit).toBe(64);
    expect(err).toMatch(said);
    expect(kept()).toEqual([]);
  });
});

describe('keys', () => {
  test('a pair is named by the day, and both halves say whose they are', async () => {
    const { out } = await ran('keys');
    expect(out).toMatch(
      /service alone.*\n {2}REGISTRY_SIGNING_KEYS=2026-11-20:\S+\n.*every gateway.*\n {2}SUPERGRAPH_KEYS=2026-11-20:\S+\n/s,
    );
  });

  test('given --json and an id, then it is one document that both sides can read', async () => {
    const pair = JSON.parse((await ran('keys', 'next', '--json')).out) as Record<string, string>;
    expect(readSigningKeys(pair.REGISTRY_SIGNING_KEYS as string)[0]?.id).toBe('next');
    expect(readTrustedKeys(pair.SUPERGRAPH_KEYS as string)[0]?.id).toBe('next');
  });
});
