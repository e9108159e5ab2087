import { lengthProblems, rangeProblems, refuseAll } from '../../../platform/kernel/input';

export type ReviewInput = { stars: number; text?: string | null };

/** @throws Refusal with everything that is wrong with it */
export function draftReview({ stars, text }: ReviewInput): { stars: number; text: string | null } {
  refuseAll([...rangeProblems(stars, ['stars'], 1, 5), ...lengthProblems(text ?? '', ['text'], 5000)]);
  return { stars, text: text?.trim() || null };
}

/** The mean to two decimals; null before the first review. */
export const averageOf = (sum: number, count: number): number | null =>
  count === 0 ? null : Math.round((sum * 100) / count) / 100;
