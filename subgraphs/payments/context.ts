import type { RoomContext, RoomScope, RoomTransaction } from '../../platform/subgraph/context';
import type { loaders } from './loaders';
import type { repositories } from './repositories';

export type Context = RoomContext<typeof repositories, typeof loaders>;
export type Transaction = RoomTransaction<typeof repositories>;
/** What is common to both. */
export type Scope = RoomScope<typeof repositories>;
