import { temporaryFolder } from '../../../test/story/files';
import { worksApart } from '../../server/apart/apart';
import { verifier } from '../../server/apart/verify';
import { openFolderStore } from '../../store/folder';
import { StoreUnreachableError, type Store } from '../../store/store';
import { composed, publish } from './story';

const { subgraphs, supergraph } = composed('me');

describe('what is done apart', () => {
  test('given subgraphs, then they are composed as anywhere', async () => {
    expect(await worksApart({})({ compose: subgraphs })).toEqual({ supergraph });
  });

  test('given that it takes too long, then it is ended, and so is the next', async () => {
    const apart = worksApart({}, 1);
    for (const compose of [subgraphs, []])
      expect(await apart({ compose })).toEqual({ errors: [expect.stringContaining('It takes more than')] });
  });

  test('given more than may wait, then the last is told to try again', async () => {
    const apart = worksApart({}, 1);
    const asked = Array.from({ length: 16 }, () => apart({ compose: subgraphs }));
    expect(() => apart({ compose: subgraphs })).toThrow(StoreUnreachableError);
    await Promise.all(asked);
  });
});

describe('a version that is to be live', () => {
  let store: Store;
  let published: ReturnType<typeof verifier>['published'];
  beforeEach(async () => {
    const REGISTRY_FOLDER = temporaryFolder();
    store = openFolderStore(REGISTRY_FOLDER);
    ({ published } = verifier(store, worksApart({ REGISTRY_FOLDER })));
    await publish(store, composed('me'));
    await store.push(composed('you'));
  });
  const version = composed('you').id;
  const register = (body: string) =>
    store.register({
      client: 'storefront',
      version: '1.2',
      operations: [{ id: '1', name: 'Me', body }],
      registered: { by: 'ada' },
    });

  test('given a client whose operation it breaks, then it must not land, and the client is named', async () => {
    await register('query Me { me }');
    await expect(published({ version, kind: 'publish' }, 1)).rejects.toThrow(/checked it again.*me.*storefront 1\.2/s);
  });

  test('given clients that ask for other things, then it may', async () => {
    await register('query Me { order }');
    await published({ version, kind: 'publish' }, 1);
    expect(await store.live()).toMatchObject({ number: 1 });
  });

  test('given that it is called a rollback, then it must have been live', async () => {
    await expect(published({ version, kind: 'rollback' }, 1)).rejects.toThrow(/was never live/);
    await publish(store, composed('you'));
    await publish(store, composed('them'));
    await published({ version, kind: 'rollback' }, 3);
  });

  test('given a registry without a release, then nobody can be broken', async () => {
    const { published: first } = verifier(openFolderStore(temporaryFolder()), () =>
      Promise.reject(new Error('Not asked.')),
    );
    await first({ version, kind: 'publish' }, 0);
    expect(await store.live()).toMatchObject({ number: 1 });
  });
});
