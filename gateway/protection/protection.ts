import type { Settings } from '../settings';
import type { Graph } from '../supergraph/supergraph';
import type { Admit } from './admission';
import { authorizer, type AuthorizationOptions } from './authorization/authorize';
import { allowPermissions } from './authorization/rights';
import type { PersistedOptions } from './persisted/persisted';

/** How operations are kept within bounds. */
export type Protection = {
  readonly authorization: AuthorizationOptions;
  readonly persisted: PersistedOptions;
};

export const usualProtection: Protection = {
  authorization: { allow: allowPermissions, refuseWhole: false },
  persisted: { mode: 'log' },
};

export const protectionOf = (settings: Settings): Protection => ({
  authorization: { ...usualProtection.authorization, refuseWhole: settings.UNAUTHORIZED === 'refuse' },
  persisted: { manifest: settings.PERSISTED_OPERATIONS, mode: settings.PERSISTED_MODE },
});

/** All that stands between a valid operation and its plan. */
export function admission(graph: Graph, { authorization }: Pick<Protection, 'authorization'>): Admit {
  return authorizer(graph, authorization);
}
