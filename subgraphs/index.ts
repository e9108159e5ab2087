import type { AnySubgraph } from '../platform/subgraph/definition';
import { catalog } from './catalog/subgraph';
import { logistics } from './logistics/subgraph';
import { marketing } from './marketing/subgraph';
import { orders } from './orders/subgraph';
import { payments } from './payments/subgraph';
import { search } from './search/subgraph';
import { users } from './users/subgraph';

/** The street: every room there is. */
export const subgraphs: readonly AnySubgraph[] = [users, catalog, orders, payments, logistics, marketing, search];
