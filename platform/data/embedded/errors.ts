/** The database could not start. The message says what happened, what to do, and how Postgres put it. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}

const CAUSES: [pattern: RegExp, sentence: (directory: string) => string][] = [
  [
    /spawn \S+ E|error while loading shared libraries|Library not loaded/,
    () =>
      'The Postgres programs that come with Agora cannot run on this system (they need glibc, and a disk that ' +
      'is not mounted noexec). Set DATABASE_URL to a Postgres server of your own.',
  ],
  [
    /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded/,
    (directory) => `The disk that holds ${directory} is full. Free some space and start again.`,
  ],
  [
    /incompatible with server/,
    (directory) =>
      `The data in ${directory} were written by another major version of Postgres. ` +
      'Start the Agora that wrote them, dump them and load the dump here, or choose a new data directory.',
  ],
  [
    /already exists, but is not|ENOTDIR|EEXIST/,
    (directory) => `${directory} cannot be a directory: a file is in the way. Choose another data directory.`,
  ],
  [
    /pre-existing shared memory block|lock file "postmaster\.pid" already exists/,
    (directory) =>
      `A former Postgres still works on ${directory} and does not end. ` +
      'Wait until its processes are gone, or end them, and start again.',
  ],
  [
    /Cannot allocate memory|could not (map|create) .*shared memory|ENOMEM/,
    () => 'There is not enough memory for the database. Free some, or lower shared_buffers, and start again.',
  ],
  [
    /invalid locale name/,
    () => 'This system does not know the locale C.UTF-8. Install it, or set DATABASE_URL to a server of your own.',
  ],
  [
    /Permission denied|Read-only file system|EACCES|EPERM|EROFS|wrong ownership/,
    (directory) =>
      `${directory} cannot be written by this user. ` +
      'Give it to the user that starts Agora, start Agora as its owner, or choose another data directory.',
  ],
];

/** The error for a failed `action`, from what the failing process or the system said. */
export function startError(action: string, directory: string, said: string, cause?: unknown) {
  const known = CAUSES.find(([pattern]) => pattern.test(said));
  const sentence = known
    ? known[1](directory)
    : 'Read the lines below, or set DATABASE_URL to use a Postgres server of your own.';
  return new DatabaseStartError(`${action} ${sentence}${quote(said)}`, { cause });
}

/** Any error as a `DatabaseStartError`; one that already is comes back as it is. */
export function asStartError(error: unknown, directory: string) {
  if (error instanceof DatabaseStartError) return error;
  const said = error instanceof Error ? error.message : String(error);
  return startError('The database could not start.', directory, said, error);
}

function quote(said: string) {
  const lines = said.trim().split('\n').filter(Boolean).slice(-8);
  return lines.length ? `\n  ${lines.join('\n  ')}` : '';
}
