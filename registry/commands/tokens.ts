import path from 'node:path';
import { EXIT } from '../findings/verdict';
import { addToken, removeToken, TOKEN_FILE, tokensIn } from '../tokens/file';
import { isExpired, newToken, readDay, readName, readRights, RIGHTS, type Token } from '../tokens/token';
import { needed, textOf, WrongUse, type Command, type Ground, type Parsed } from './command';

type Doing = (parsed: Parsed, ground: Ground, file: string) => void;

/** Sentences about what was given are wrong use. */
function orWrongUse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new WrongUse((error as Error).message, { cause: error });
  }
}

const shown = ({ name, rights, expires }: Token, now: Date) => ({
  name,
  rights,
  expires: expires ?? null,
  expired: isExpired({ expires }, now),
});

const create: Doing = (parsed, { write, tell }, file) => {
  const [, name = ''] = parsed.positionals;
  const expires = textOf(parsed, 'expires');
  const { secret, token } = orWrongUse(() => {
    const made = newToken({
      name: readName(name),
      rights: readRights(needed(parsed, 'rights')),
      ...(expires !== undefined && { expires: readDay(expires) }),
    });
    addToken(file, made.token);
    return made;
  });
  const { rights } = token;
  if (parsed.json) write(`${JSON.stringify({ name, rights, expires: expires ?? null, token: secret, file })}\n`);
  else write(`${secret}\n`);
  tell(`The token ${name} may ${rights.join(', ')}. It is shown only now; ${file} has its hash.\n`);
};

const list: Doing = ({ json }, { now, write, paint }, file) => {
  const tokens = orWrongUse(() => tokensIn(file)).map((token) => shown(token, now()));
  if (json) return write(`${JSON.stringify(tokens)}\n`);
  if (tokens.length === 0) return write(`There is no token in ${file} yet.\n`);
  for (const { name, rights, expires, expired } of tokens) {
    const until = expires === null ? '' : expired ? paint.red(`  expired ${expires}`) : `  until ${expires}`;
    write(`${name}  ${rights.join(', ')}${until}\n`);
  }
};

const revoke: Doing = ({ positionals: [, name = ''], json }, { write }, file) => {
  orWrongUse(() => removeToken(file, name));
  write(json ? `${JSON.stringify({ revoked: name })}\n` : `The token ${name} counts no more.\n`);
};

const DOINGS: Readonly<Record<string, Doing>> = { create, list, revoke };

/** Tokens are the service's: they stand in the file that it reads, and not in the store. */
export const tokens: Command = {
  summary: 'Makes, lists and revokes tokens for the service of the registry.',
  usage: ['create NAME --rights read,usage [--expires 2027-01-31]', 'list', 'revoke NAME'],
  options: {
    rights: {
      type: 'string',
      value: 'RIGHTS',
      meaning: `Out of ${RIGHTS.join(', ')}; publish includes check, check read.`,
    },
    expires: { type: 'string', value: 'DAY', meaning: 'The last day on which it counts, in UTC.' },
    file: { type: 'string', value: 'FILE', meaning: `Where tokens are kept: REGISTRY_TOKENS, or ${TOKEN_FILE}.` },
  },
  async run(parsed, ground) {
    const [what = '', ...names] = parsed.positionals;
    const doing = Object.hasOwn(DOINGS, what) ? DOINGS[what] : undefined;
    if (!doing || names.length !== (what === 'list' ? 0 : 1)) throw new WrongUse('Say what to do with which token.');
    const file = textOf(parsed, 'file') ?? (ground.env.REGISTRY_TOKENS?.trim() || TOKEN_FILE);
    doing(parsed, ground, path.resolve(ground.cwd, file));
    return EXIT.fine;
  },
};
