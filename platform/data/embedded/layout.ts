import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in a data directory. */
export type Layout = {
  directory: string;
  /** the Postgres cluster itself */
  cluster: string;
  password: string;
  log: string;
  previousLog: string;
};

/** Creates the data directory where it is missing. Throws what the file system throws. */
export function layOut(dataDirectory: string): Layout {
  if (!existsSync(dataDirectory)) {
    mkdirSync(dataDirectory, { recursive: true });
    // Postgres may run as another user than we do and has to pass through; each file in it guards itself.
    chmodSync(dataDirectory, 0o711);
  }
  const directory = realpathSync(dataDirectory);
  return {
    directory,
    cluster: join(directory, 'cluster'),
    password: join(directory, 'password'),
    log: join(directory, 'postgres.log'),
    previousLog: join(directory, 'postgres.previous.log'),
  };
}
