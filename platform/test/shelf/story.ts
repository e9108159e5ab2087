import { randomUUID } from 'node:crypto';
import { startTestHouse, type TestHouse } from '../../../test/story/house';
import { demoTenant } from '../../identity/tenants';
import type { AnySubgraph } from '../../subgraph/definition';
import { serviceEnvelope } from '../../subgraph/room';
import { shelf, type Context } from './subgraph';

export type Shelf = TestHouse & {
  context(tenant?: string): Context;
  /** A book that is on the shelf; answers its id. */
  book(copies?: number, tenant?: string): Promise<string>;
};

/** The example room on a database of its own; `change` gives it other sagas, jobs or loaders. */
export async function startShelf(change: Partial<AnySubgraph> = {}): Promise<Shelf> {
  const house = await startTestHouse([{ ...shelf, ...change }]);
  const context = (tenant: string = demoTenant.id) =>
    house
      .room('users')
      .contextFor(serviceEnvelope('users', { ...demoTenant, id: tenant }, 'test')) as unknown as Context;
  return {
    ...house,
    context,
    async book(copies = 1, tenant) {
      const id = `book-${randomUUID()}`;
      await context(tenant).repositories.books.insert({ id, title: id, copies });
      return id;
    },
  };
}
