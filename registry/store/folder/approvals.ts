import type { Approval } from '../store';
import { isApproval } from '../shapes';
import { hashOf } from '../versions';
import type { Files } from './files';
import { createJson, readJson } from './json';

const MEND = 'Restore it from version control, or delete it and approve again.';

/** Named by its content, so that two branches that approve something do not meet in one file. */
export async function writeApproval(files: Files, approval: Approval): Promise<void> {
  const day = approval.approved.at.slice(0, 10);
  await createJson<Approval>(files, `approvals/${day}-${hashOf(JSON.stringify(approval))}.json`, isApproval, approval);
}

export async function readApprovals(files: Files): Promise<readonly Approval[]> {
  const names = (await files.names('approvals')).filter((name) => name.endsWith('.json'));
  const found = await Promise.all(
    names.map((name) => readJson<Approval>(files, `approvals/${name}`, isApproval, MEND)),
  );
  return found.filter((approval) => approval !== null).toSorted((a, b) => (a.approved.at > b.approved.at ? -1 : 1));
}
