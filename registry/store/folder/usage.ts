import { DAY } from '../../../platform/kernel/clock';
import type { UsageBatch } from '../../../platform/delivery/usage';
import type { DailyUse } from '../store';
import { isCountedDay, isUsageBatch, type CountedDay } from '../shapes';
import { summed } from '../usage';
import type { Files } from './files';
import { createJson, fileName, readJson } from './json';

const MEND = 'Delete it: what it counted is lost.';
const ENTRY = /^(\d{4}-\d\d-\d\d)(\.json)?$/;

const batchFile = (day: string, id: string) => `usage/${day}/${fileName(id)}.json`;
const dayFile = (day: string) => `usage/${day}.json`;

async function readBatches(files: Files, day: string): Promise<readonly UsageBatch[]> {
  const names = (await files.names(`usage/${day}`)).filter((name) => name.endsWith('.json'));
  const found = await Promise.all(
    names.map((name) => readJson<UsageBatch>(files, `usage/${day}/${name}`, isUsageBatch, MEND)),
  );
  return found.filter((batch) => batch !== null);
}

const readCounted = (files: Files, day: string): Promise<CountedDay | null> =>
  readJson<CountedDay>(files, dayFile(day), isCountedDay, MEND);

/** The day's file is read last: a batch goes only after it is in there, so whichever are missing are counted in it. */
async function readDay(files: Files, day: string): Promise<readonly DailyUse[]> {
  const batches = await readBatches(files, day);
  const counted = await readCounted(files, day);
  const known = new Set(counted?.batches);
  const own = batches.filter(({ id }) => !known.has(id));
  return [...own, ...(counted ? [counted] : [])].flatMap(({ uses }) => uses).map((use) => ({ ...use, day }));
}

async function daysIn(files: Files): Promise<readonly string[]> {
  const days = (await files.names('usage')).map((name) => ENTRY.exec(name)?.[1] ?? '');
  return [...new Set(days)].filter((day) => day !== '');
}

/** Thousands of batches become the one file of their day. It is made once: what comes later stays a file of its own. */
async function countDay(files: Files, day: string): Promise<void> {
  const batches = await readBatches(files, day);
  if (batches.length === 0) return;
  if ((await readCounted(files, day)) === null) {
    const uses = summed(batches.flatMap((batch) => batch.uses.map((use) => ({ ...use, day })))).map(
      ({ coordinate, client, clientVersion, count }) => ({ coordinate, client, clientVersion, count }),
    );
    await createJson<CountedDay>(files, dayFile(day), isCountedDay, { batches: batches.map(({ id }) => id), uses });
  }
  const known = new Set((await readCounted(files, day))?.batches);
  for (const { id } of batches) if (known.has(id)) await files.remove(batchFile(day, id));
}

/** One file a batch: who sends it again finds it there, and two that write never meet. Days that are over become one file. */
export async function writeBatch(files: Files, batch: UsageBatch, now: Date): Promise<void> {
  const counted = isUsageBatch(batch) ? await readCounted(files, batch.day) : null;
  if (counted?.batches.includes(batch.id)) return;
  await createJson<UsageBatch>(files, batchFile(batch.day, batch.id), isUsageBatch, batch);
  const yesterday = new Date(now.getTime() - DAY).toISOString().slice(0, 10);
  const over = (await files.names('usage')).filter(
    (name) => ENTRY.test(name) && name < yesterday && !name.endsWith('.json'),
  );
  for (const day of over) await countDay(files, day);
}

export async function readUsage(files: Files, since: string): Promise<readonly DailyUse[]> {
  const days = (await daysIn(files)).filter((day) => day >= since);
  const uses = await Promise.all(days.map((day) => readDay(files, day)));
  return summed(uses.flat());
}
