import type { UsageBatch } from '../../../platform/delivery/usage';
import type { DailyUse } from '../store';
import { isUsageBatch } from '../shapes';
import { summed } from '../usage';
import type { Files } from './files';
import { createJson, fileName, readJson } from './json';

const MEND = 'Delete it: what it counted is lost.';

/** One file a batch: who sends it again finds it there, and two that write never meet. */
export async function writeBatch(files: Files, batch: UsageBatch): Promise<void> {
  await createJson<UsageBatch>(files, `usage/${batch.day}/${fileName(batch.id)}.json`, isUsageBatch, batch);
}

export async function readUsage(files: Files, since: string): Promise<readonly DailyUse[]> {
  const days = (await files.names('usage')).filter((day) => day >= since);
  const uses = await Promise.all(
    days.map(async (day) => {
      const names = (await files.names(`usage/${day}`)).filter((name) => name.endsWith('.json'));
      const batches = await Promise.all(
        names.map((name) => readJson<UsageBatch>(files, `usage/${day}/${name}`, isUsageBatch, MEND)),
      );
      return batches.flatMap((batch) => batch?.uses ?? []).map((use) => ({ ...use, day }));
    }),
  );
  return summed(uses.flat());
}
