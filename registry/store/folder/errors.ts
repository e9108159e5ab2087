import { StoreRefusal, StoreUnreachableError } from '../store';

const REASONS: readonly [code: RegExp, sentence: string][] = [
  [
    /^(EACCES|EPERM|EROFS)$/,
    'may not be used like that by this user. Change who may, or name another: REGISTRY_FOLDER=',
  ],
  [/^(ENOSPC|EDQUOT)$/, 'is on a disk that has no space left. Free some, and try again.'],
  [/^(EMFILE|ENFILE|EBUSY|EIO|ESTALE)$/, 'cannot be used at the moment. Try again.'],
];

export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** What the file system has said, as a sentence for a person. */
export function told(error: unknown, root: string): unknown {
  const code = codeOf(error);
  if (code === 'ENAMETOOLONG') return new StoreRefusal('The name is too long for a file of the registry: shorten it.');
  const reason = REASONS.find(([pattern]) => pattern.test(code));
  return reason
    ? new StoreUnreachableError(`The registry's folder ${root} ${reason[1]}\n  ${(error as Error).message}`, {
        cause: error,
      })
    : error;
}

export const missing = (root: string): StoreUnreachableError =>
  new StoreUnreachableError(
    `There is no registry in the folder ${root}. Go to where it is, name it with REGISTRY_FOLDER, or begin one: mkdir -p ${root}`,
  );

/** A file that a crash, a merge or a hand has left so that it cannot be trusted. */
export const broken = (file: string, why: string, mend: string): StoreRefusal =>
  new StoreRefusal(`${file} ${why}. ${mend}`);
