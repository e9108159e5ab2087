import type { Graph } from '../supergraph/supergraph';
import type { Admit } from './admission';
import { authorizer, type AuthorizationOptions } from './authorization/authorize';
import { allowPermissions } from './authorization/rights';

/** How operations are kept within bounds. */
export type Protection = {
  readonly authorization: AuthorizationOptions;
};

export const usualProtection: Protection = {
  authorization: { allow: allowPermissions, refuseWhole: false },
};

/** All that stands between a valid operation and its plan. */
export function admission(graph: Graph, { authorization }: Protection): Admit {
  return authorizer(graph, authorization);
}
