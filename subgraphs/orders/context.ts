import type { RoomContext, RoomTransaction } from '../../platform/subgraph/context';
import type { loaders } from './loaders';
import type { repositories } from './repositories';

export type Context = RoomContext<typeof repositories, typeof loaders>;
export type Transaction = RoomTransaction<typeof repositories>;
/** What works in a loader, too, where the loaders themselves are out of reach. */
export type Scope = RoomContext<typeof repositories>;
