import { AsyncLocalStorage } from 'node:async_hooks';
import type { OnStatement } from '../../../platform/data/tenantPool';

export type StatementTally = { statements: number };

/** Counts the SQL statements that pieces of work send from this process. */
export type Statements = {
  /** To be told of every statement there is. */
  readonly hear: OnStatement;
  /** Does the work, and counts the statements that it leads to. */
  counting<T>(tally: StatementTally, work: () => Promise<T>): Promise<T>;
};

export function countStatements(): Statements {
  const storage = new AsyncLocalStorage<StatementTally>();
  let open = 0;
  return {
    hear(_text, purpose) {
      // Events are handled by whoever finds them first: they are nobody's in particular.
      if (open === 0 || purpose === 'events') return;
      const tally = storage.getStore();
      if (tally) tally.statements++;
    },
    async counting(tally, work) {
      open++;
      try {
        return await storage.run(tally, work);
      } finally {
        // While it is enabled, older versions of Node pay for every promise of the whole process.
        if (--open === 0) storage.disable();
      }
    },
  };
}
