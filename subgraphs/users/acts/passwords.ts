import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '../../../platform/kernel/errors';

// OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane.
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const MAX_WAITING = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashing is dear by intent: only so many at once, so that a flood of sign-ins cannot stop everything else. */
async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MAX_WAITING) throw unavailable('Too many people are signing in. Try again in a moment.');
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export const hashPassword = (password: string): Promise<string> => bounded(() => hash(password, COST));

let nobody: Promise<string> | undefined;

/** Takes as long for an account that is not there as for one that is, so that the time tells no addresses. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (nobody ??= hashPassword('nobody')));
  const matches = await bounded(() => verify(known, password));
  return passwordHash !== null && matches;
}
