import { DBOS } from '@dbos-inc/dbos-sdk';

const BATCH = 500;

/** Removes the workflows that had ended by a time, with their steps; those of all names when none are given. */
export async function removeEnded(before: Date, names?: readonly string[]): Promise<void> {
  const ended = {
    completedBefore: before.toISOString(),
    workflowName: names && [...names],
    limit: BATCH,
    loadInput: false,
    loadOutput: false,
  };
  for (let removed = BATCH; removed === BATCH;) {
    const batch = await DBOS.listWorkflows(ended);
    await DBOS.deleteWorkflows(batch.map(({ workflowID }) => workflowID));
    removed = batch.length;
  }
}
