import type { Approval, Unsigned } from '../store';
import type { Ask } from './connection';
import { signedOf, type SignedRow } from './signed';

type Row = SignedRow & Omit<Approval, 'approved' | 'expiresAt'> & { readonly expires: Date };

export async function readApprovals(ask: Ask): Promise<readonly Approval[]> {
  const rows = await ask<Row>(
    `select change, schema, reason, expires_at as expires, approved_by as by, approved_at as at, commit
       from registry.approvals order by id desc`,
  );
  return rows.map((row) => {
    const { change, schema, reason, expires } = row;
    return { change, schema, reason, expiresAt: expires.toISOString(), approved: signedOf(row) };
  });
}

export async function writeApproval(ask: Ask, approval: Unsigned<Approval>): Promise<void> {
  const { change, schema, reason, expiresAt, approved } = approval;
  await ask(
    `with approved as (
       insert into registry.approvals (change, schema, reason, expires_at, approved_by, commit)
       values ($1, $2, $3, $4, $5, $6) returning *)
     insert into registry.audit (by, what, detail)
     select approved_by, 'approve', jsonb_build_object('change', change, 'schema', schema, 'expires', expires_at)
       from approved`,
    [change, schema, reason, expiresAt, approved.by, approved.commit],
  );
}
