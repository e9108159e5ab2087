import { Refusal } from '../../../../platform/kernel/errors';

/** The paths that `work` was refused for; none when it was not. */
export function refusedFields(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.userErrors.map(({ field }) => field?.join('.') ?? '');
  }
}
