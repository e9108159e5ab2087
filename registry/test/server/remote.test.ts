import { readFileSync, writeFileSync } from 'node:fs';
import { temporaryFolder } from '../../../test/story/files';
import type { Apart } from '../../server/apart/apart';
import { openFolderStore } from '../../store/folder';
import { openStore } from '../../store/open';
import { openRemoteStore } from '../../store/remote';
import { StoreUnreachableError } from '../../store/store';
import { describeStore } from '../store/contract';
import { composed, publish, startService, type TestService } from './story';

const started: TestService[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.stop();
});

async function startOn(folder: string, apart?: Apart) {
  const service = await startService({ store: openFolderStore(folder), apart });
  started.push(service);
  return service;
}

/** The supergraphs of the contract are none: it is about what is kept. */
const asInContract: Apart = async (task) =>
  'compose' in task ? { supergraph: `# of ${/(\w+): ID/.exec(task.compose[0]?.sdl ?? '')?.[1]}\n` } : {};

let tokens = 0;
describeStore(
  'a service',
  async () => {
    const service = await startOn(temporaryFolder(), asInContract);
    const rights = ['publish', 'usage'] as const;
    return { store: service.remote('ci', rights), another: async () => service.remote(`other-${tokens++}`, rights) };
  },
  (by) => `${by} (token ci)`,
);

describe('a service as a store', () => {
  test('given who does it under the name of the token, then the name stands alone', async () => {
    const service = await startOn(temporaryFolder());
    const store = service.remote('ada');
    const { published } = await publish(store, composed('me'));
    expect(published.by).toBe('ada');
    expect(store.name).toBe(`the registry at ${service.url}`);
  });

  test('given that it cannot be reached, then it is said where it was looked for', async () => {
    const store = openRemoteStore({ url: 'http://127.0.0.1:9', token: 'x' });
    await expect(store.live()).rejects.toThrow(StoreUnreachableError);
    await expect(store.live()).rejects.toThrow(/127\.0\.0\.1:9 cannot be reached.*REGISTRY_URL/);
    await store.close();
  });

  test('given a history that is longer than an answer, then it is read whole', async () => {
    const folder = temporaryFolder();
    const { id } = composed('me');
    await publish(openFolderStore(folder), composed('me'));
    const releases = `${folder}/releases`;
    const text = readFileSync(`${releases}/000001.json`, 'utf8');
    for (let number = 2; number <= 1_001; number += 1)
      writeFileSync(
        `${releases}/${String(number).padStart(6, '0')}.json`,
        text.replace('"number": 1', `"number": ${number}`),
      );
    const history = await (await startOn(folder)).remote('ci').history(5_000);
    expect(history.map(({ number }) => number)).toEqual(Array.from({ length: 1_001 }, (_, index) => 1_001 - index));
    expect(history[0]?.version).toBe(id);
  });

  test('given a token that lacks a right, then the store refuses, and says which', async () => {
    const store = (await startOn(temporaryFolder())).remote('reader', ['read']);
    expect(await store.live()).toBeNull();
    await expect(store.clients()).rejects.toThrow(/REGISTRY_TOKEN.*lacks the right "check"; it has read/);
    await expect(store.clients()).rejects.toThrow(StoreUnreachableError);
  });

  test('given something else at that address, then it is no registry', async () => {
    const service = await startOn(temporaryFolder());
    const store = openRemoteStore({ url: `${service.url}/elsewhere`, token: 'x' });
    await expect(store.live()).rejects.toThrow(StoreUnreachableError);
    await store.close();
  });

  test('given its address and no token, or no address, then one is told what to set', async () => {
    await expect(openStore({ REGISTRY_URL: 'https://registry' })).rejects.toThrow(/set REGISTRY_TOKEN/);
    await expect(openStore({ REGISTRY_URL: 'registry', REGISTRY_TOKEN: 'x' })).rejects.toThrow(/must look like/);
    const store = await openStore({ REGISTRY_URL: 'https://registry', REGISTRY_TOKEN: 'x' });
    expect(store.name).toBe('the registry at https://registry');
    await store.close();
  });
});
