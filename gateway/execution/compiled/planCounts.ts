/** How the cache of plans does, for whoever watches. It outlives the supergraph. */
export type PlanCounts = {
  /** Operations whose plan was there. */
  hits: number;
  /** Operations that had to be planned. */
  misses: number;
  /** Plans that are kept. */
  size: number;
};

export const newPlanCounts = (): PlanCounts => ({ hits: 0, misses: 0, size: 0 });
