import type { Signed } from '../store';

export type SignedRow = { readonly by: string; readonly at: Date; readonly commit: string | null };

export const signedOf = ({ by, at, commit }: SignedRow): Signed => ({
  by,
  at: at.toISOString(),
  ...(commit !== null && { commit }),
});
