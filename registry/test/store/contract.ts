import { StaleReleaseError, StoreRefusal, type Store } from '../../store/store';
import { operationsNamed, publishing, versionWith } from './story';

/** What a store is opened with; `another` opens what is stored there once more, as another process would. */
export type Opened = { readonly store: Store; another(): Promise<Store> };

const batchOf = (id: string, count: number, day = '2026-01-31') => ({
  id,
  day,
  uses: [{ coordinate: 'Query.me', client: 'storefront', clientVersion: '1', count }],
});

/**
 * What holds for every store.
 * @param open an empty one for each test
 * @param signed how the store writes down who has done something
 */
export function describeStore(name: string, open: () => Promise<Opened>, signed = (by: string) => by): void {
  describe(`${name}: what holds for every store`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      ({ store } = opened);
    });

    test('given nothing published, then nothing is live', async () => {
      expect(await store.live()).toBeNull();
      expect(await store.history(10)).toEqual([]);
      expect(await store.version('0123456789abcdef')).toBeNull();
      expect(await store.clients()).toEqual([]);
      expect(await store.approvals()).toEqual([]);
      expect(await store.usage('2026-01-01')).toEqual([]);
    });

    test('given a version that was pushed, then it is read as it was, by others too', async () => {
      const version = versionWith('me');
      await store.push(version);
      const found = await (await opened.another()).version(version.id);
      expect(found).toEqual({ ...version, pushed: { by: signed('ada'), commit: 'c0ffee', at: expect.any(String) } });
    });

    test('given the same version twice, then the first to push it stays named', async () => {
      const { id } = versionWith('me');
      await store.push(versionWith('me', 'ada'));
      await store.push(versionWith('me', 'ben'));
      expect((await store.version(id))?.pushed.by).toBe(signed('ada'));
    });

    test('given a version whose content does not fit its id, then it is refused', async () => {
      const altered = { ...versionWith('me'), id: versionWith('you').id };
      await expect(store.push(altered)).rejects.toThrow(StoreRefusal);
      expect(await store.version(altered.id)).toBeNull();
    });

    test('given an id that is a path, then there is no such version', async () => {
      expect(await store.version('../../etc')).toBeNull();
    });

    test('given a version, when it is published, then it is live, by the clock of the store', async () => {
      const { id } = versionWith('me');
      await store.push(versionWith('me'));
      const before = await store.now();
      const release = await store.publish(publishing(id), 0);
      const after = await store.now();
      expect(release).toMatchObject({ number: 1, version: id, kind: 'publish', published: { by: signed('ada') } });
      expect(await (await opened.another()).live()).toEqual(release);
      const at = new Date(release.published.at);
      expect(at.getTime()).toBeGreaterThanOrEqual(before.getTime());
      expect(at.getTime()).toBeLessThanOrEqual(after.getTime());
    });

    test('given a version that was never pushed, then it is not published', async () => {
      await expect(store.publish(publishing('0123456789abcdef'), 0)).rejects.toThrow(StoreRefusal);
      expect(await store.live()).toBeNull();
    });

    test('given that somebody else has published since, then one is told to check again', async () => {
      const { id } = versionWith('me');
      await store.push(versionWith('me'));
      await store.publish(publishing(id), 0);
      await expect(store.publish(publishing(id), 0)).rejects.toThrow(StaleReleaseError);
      await expect(store.publish(publishing(id), 7)).rejects.toThrow(/Check again/);
      expect(await store.history(10)).toHaveLength(1);
    });

    test('given twenty publishes at once, then one wins each number, without gaps', async () => {
      const versions = Array.from({ length: 20 }, (_, index) => versionWith(`field${index}`));
      const stores = [store, ...(await Promise.all([opened.another(), opened.another(), opened.another()]))];
      for (const version of versions) await store.push(version);
      let tries = 0;
      await Promise.all(
        versions.map(async ({ id }, index) => {
          const own = stores[index % stores.length]!;
          for (let isWon = false; !isWon;) {
            tries += 1;
            const after = (await own.live())?.number ?? 0;
            isWon = await own.publish(publishing(id, `somebody ${index}`), after).then(
              () => true,
              (error: unknown) => {
                if (error instanceof StaleReleaseError) return false;
                throw error;
              },
            );
          }
        }),
      );
      const history = await store.history(100);
      expect(history.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
      expect(new Set(history.map(({ version }) => version)).size).toBe(20);
      expect(tries).toBeGreaterThan(20);
    }, 120_000);

    test('given several releases, then the history is read page by page, the newest first', async () => {
      const { id } = versionWith('me');
      await store.push(versionWith('me'));
      await store.publish(publishing(id), 0);
      for (const after of [1, 2]) await store.publish({ ...publishing(id), kind: 'rollback' }, after);
      expect((await store.history(2)).map(({ number }) => number)).toEqual([3, 2]);
      expect((await store.history(2, 2)).map(({ number }) => number)).toEqual([1]);
      expect(await store.history(0)).toEqual([]);
    });

    test('given approvals, expired ones too, then all are kept', async () => {
      const approval = {
        change: 'FIELD_REMOVED Query.me',
        schema: 'abc',
        reason: 'Nobody asks.',
        expiresAt: '2020-01-01',
      };
      await store.approve({ ...approval, expiresAt: '2020-01-01T00:00:00.000Z', approved: { by: 'ada' } });
      await store.approve({
        ...approval,
        expiresAt: '2099-01-01T00:00:00.000Z',
        approved: { by: 'ben', commit: 'c0' },
      });
      const found = await (await opened.another()).approvals();
      expect(Object.fromEntries(found.map(({ approved, expiresAt }) => [approved.by, expiresAt]))).toEqual({
        [signed('ada')]: '2020-01-01T00:00:00.000Z',
        [signed('ben')]: '2099-01-01T00:00:00.000Z',
      });
      expect(found.every(({ approved }) => !Number.isNaN(Date.parse(approved.at)))).toBe(true);
    });

    test.each(['storefront', '../../elsewhere', '..', 'a/b:c* “é”'])(
      'given a client called %p, then it is registered under that name',
      async (client) => {
        const release = { client, version: '1.0.0+build/7', operations: operationsNamed('Me', 'You') };
        await store.register({ ...release, registered: { by: 'ada' } });
        const [found] = await (await opened.another()).clients();
        expect(found).toMatchObject(release);
      },
    );

    test('given the same operations again, in another order, then nothing changes; given others, then they are refused', async () => {
      const release = { client: 'storefront', version: '1', registered: { by: 'ada' } };
      await store.register({ ...release, operations: operationsNamed('Me', 'You') });
      await store.register({ ...release, operations: operationsNamed('You', 'Me'), registered: { by: 'ben' } });
      await expect(store.register({ ...release, operations: operationsNamed('Me') })).rejects.toThrow(
        /another version/,
      );
      const clients = await store.clients();
      expect(clients).toHaveLength(1);
      expect(clients[0]).toMatchObject({ registered: { by: signed('ada') }, operations: operationsNamed('Me', 'You') });
    });

    test('given a client release that is retired, then it is known no more, and its version is free', async () => {
      const release = { client: 'storefront', version: '1', registered: { by: 'ada' } };
      await store.register({ ...release, operations: operationsNamed('Me') });
      await store.retire('storefront', '1', { by: 'ben' });
      expect(await store.clients()).toEqual([]);
      await expect(store.retire('storefront', '1', { by: 'ben' })).rejects.toThrow(StoreRefusal);
      await store.register({ ...release, operations: operationsNamed('You') });
      expect(await store.clients()).toHaveLength(1);
    });

    test('given batches of usage, also at once and twice, then each counts once', async () => {
      const other = await opened.another();
      await Promise.all([
        store.record(batchOf('one', 2)),
        other.record(batchOf('one', 2)),
        other.record(batchOf('two', 3)),
        store.record(batchOf('three', 5, '2026-02-01')),
      ]);
      await store.record(batchOf('one', 2));
      const use = { coordinate: 'Query.me', client: 'storefront', clientVersion: '1' };
      expect(await store.usage('2026-01-31')).toEqual([
        { ...use, day: '2026-01-31', count: 5 },
        { ...use, day: '2026-02-01', count: 5 },
      ]);
      expect(await store.usage('2026-02-01')).toEqual([{ ...use, day: '2026-02-01', count: 5 }]);
    });

    test('given a batch that names one element twice, or nothing, then it is added up', async () => {
      const batch = batchOf('one', 2);
      await store.record({ ...batch, uses: [...batch.uses, ...batch.uses] });
      await store.record({ ...batch, id: 'two', uses: [] });
      expect((await store.usage('2026-01-01')).map(({ count }) => count)).toEqual([4]);
    });

    test('given a day that is none, then the batch is refused', async () => {
      await expect(store.record(batchOf('one', 2, '../../etc'))).rejects.toThrow(StoreRefusal);
    });
  });
}
