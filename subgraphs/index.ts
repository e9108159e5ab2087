import type { AnySubgraph } from '../platform/subgraph/definition';
import { users } from './users/subgraph';

/** The street: every room there is. */
export const subgraphs: readonly AnySubgraph[] = [users];
