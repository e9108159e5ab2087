import type { RoomContext, RoomTransaction } from '../../platform/subgraph/context';
import type { repositories } from './repositories';
import type { loaders } from './loaders';

export type Context = RoomContext<typeof repositories, typeof loaders>;
export type Transaction = RoomTransaction<typeof repositories>;
