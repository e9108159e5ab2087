import type fc from 'fast-check';
import type { EventMessage } from '../event';
import { HandlerFailure, type Inbox } from '../inbox';

/** What becomes of one word between a copy of a room and its database. */
export const DATABASE = [
  'is done',
  'is lost',
  'has its answer lost',
  'is the last of its copy',
  'is done, and the last of its copy',
] as const;

export const never = () => new Promise<never>(() => {});

/** What goes wrong between copies of a room and their database. */
export type Troubles = {
  readonly words: readonly (typeof DATABASE)[number][];
  /** Which handlings fail. */
  readonly failing: readonly boolean[];
  /** Whether a handler's effect and its mark are two transactions. */
  readonly marksApart?: boolean;
};

/** A copy of a room; one that is dead hears and says nothing any more. */
export type Copy = { isAlive: boolean; readonly death: Promise<void>; readonly die: () => void };

export function newCopy(): Copy {
  let tell = () => {};
  const death = new Promise<void>((resolve) => (tell = resolve));
  const copy = {
    isAlive: true,
    death,
    die() {
      copy.isAlive = false;
      tell();
    },
  };
  return copy;
}

/** Says something to a database, whose answer may be lost, or the copy. */
export function speaking(scheduler: fc.Scheduler, words: Troubles['words'], died: (copy: Copy) => void) {
  const fates = [...words];
  return async function say<T>(copy: Copy, what: string, act: () => T): Promise<T> {
    if (!copy.isAlive) return never();
    const fate = fates.shift() ?? 'is done';
    await scheduler.schedule(Promise.resolve(), `${what} ${fate}`);
    if (!copy.isAlive) return never();
    if (fate === 'is the last of its copy') return (died(copy), never());
    if (fate === 'is lost') throw new Error('The database is away.');
    const answer = act();
    if (fate === 'is done, and the last of its copy') return (died(copy), never());
    if (fate === 'has its answer lost') throw new Error('The database is away.');
    return answer;
  };
}

type Row = { readonly event: EventMessage; attempts: number; isProcessed: boolean };

/** A database in which copies of a room keep one inbox. What a copy says is done as a whole, or not at all. */
export function newDatabase(
  scheduler: fc.Scheduler,
  { words, failing, marksApart = false }: Troubles,
  died: (copy: Copy) => void,
) {
  const rows = new Map<string, Row>();
  const locks = new Map<string, Promise<void>>();
  const effects = new Map<string, number>();
  const failures = [...failing];
  const say = speaking(scheduler, words, died);

  /** Who writes the same key waits for whoever was first, as a unique index makes them; a copy that dies lets go. */
  async function locked<T>(copy: Copy, id: string, work: () => Promise<T>): Promise<T> {
    while (locks.has(id)) await locks.get(id);
    if (!copy.isAlive) return never();
    let release = () => {};
    const gone = new Promise<void>((resolve) => (release = resolve));
    locks.set(id, gone);
    const free = () => {
      if (locks.get(id) === gone) locks.delete(id);
      release();
    };
    onDeath.set(copy, [...(onDeath.get(copy) ?? []), free]);
    try {
      return await work();
    } finally {
      free();
    }
  }
  const onDeath = new Map<Copy, (() => void)[]>();

  const effect = (id: string) => void effects.set(id, (effects.get(id) ?? 0) + 1);
  /** Its handler runs before the commit, and may fail. */
  async function handle(copy: Copy, event: EventMessage): Promise<void> {
    await scheduler.schedule(Promise.resolve(), `handle ${event.id}`);
    if (!copy.isAlive) return never();
    if (failures.shift()) throw new Error('The handler fails.');
  }
  async function commit(copy: Copy, event: EventMessage, mark: () => void): Promise<void> {
    if (!marksApart) return say(copy, `commit ${event.id}`, () => (effect(event.id), mark()));
    await say(copy, `effect of ${event.id}`, () => effect(event.id));
    return say(copy, `mark ${event.id}`, mark);
  }
  const due = () => [...rows.values()].filter(({ event, isProcessed }) => !isProcessed && !locks.has(event.id));

  const inboxOf = (copy: Copy): Inbox => ({
    handleOnce: (event) =>
      locked(copy, event.id, async () => {
        await handle(copy, event);
        if (rows.has(event.id)) return null;
        await commit(copy, event, () => void rows.set(event.id, { event, attempts: 0, isProcessed: true }));
        return () => {};
      }),
    store: (events, failure) =>
      say(copy, 'store', () => {
        for (const event of events)
          if (!rows.has(event.id)) rows.set(event.id, { event, attempts: failure ? 1 : 0, isProcessed: false });
      }),
    isDue: () => say(copy, 'look', () => due().length > 0),
    async handleNext() {
      const [row] = due();
      if (!row) return { settle: () => {}, more: false };
      const { event } = row;
      return locked(copy, event.id, async () => {
        const failed = await handle(copy, event).catch((error: unknown) => ({ error }));
        if (failed) throw new HandlerFailure(event, row.attempts + 1, failed.error);
        await commit(copy, event, () => void (row.isProcessed = true));
        return { settle: () => {}, more: due().length > 0 };
      });
    },
    postpone: ({ event, attempts }) =>
      say(copy, `postpone ${event.id}`, () => void Object.assign(rows.get(event.id) as Row, { attempts })),
  });
  return {
    inboxOf,
    effects,
    isWorkedOff: () => [...rows.values()].every(({ isProcessed }) => isProcessed),
    letGo: (copy: Copy) => (onDeath.get(copy) ?? []).forEach((free) => free()),
  };
}
