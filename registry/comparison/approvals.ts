import type { Finding } from '../findings/finding';
import type { Approval } from '../store/store';

export type Approvals = readonly Approval[];

const isValid = ({ expiresAt }: Approval, now: Date): boolean => new Date(expiresAt).getTime() > now.getTime();

/** A finding as its approval leaves it. One for another schema, or one that has expired, is told and counts for nothing. */
export function approvalOf(finding: Finding, approvals: Approvals, now: Date): Finding {
  if (finding.severity !== 'error' || finding.change === undefined) return finding;
  const own = approvals.filter(({ change }) => change === finding.change);
  const valid = own.find((each) => each.schema === finding.schema && isValid(each, now));
  if (valid) {
    const { approved, expiresAt, reason } = valid;
    return {
      ...finding,
      severity: 'warning',
      message: `${finding.message} ${approved.by} has approved it until ${expiresAt}: ${reason}`,
      approved: { by: approved.by, expiresAt },
    };
  }
  const [other] = own;
  if (!other) return finding;
  const why =
    other.schema === finding.schema
      ? `expired at ${other.expiresAt}`
      : `is for another schema (${other.schema}, and this is ${finding.schema ?? 'gone'})`;
  return {
    ...finding,
    message: `${finding.message} The approval of ${other.approved.by} ${why}, and counts for nothing.`,
  };
}
