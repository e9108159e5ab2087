import { startTestAgora, type TestAgora } from '../../../test/story/agora';
import { startStory } from '../../../test/story/shop';
import type { Explanation } from '../../observability/explain/explain';

let agora: TestAgora;
beforeAll(async () => void (agora = await startTestAgora()));
afterAll(() => agora.stop());

it('given rooms of this process, then staff are told how many statements each sent, and none of their texts', async () => {
  const { clerk } = await startStory(agora);
  const { token } = await clerk.caller();
  const ask = async (explain: string) => {
    const response = await fetch(`${agora.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'agora-explain': explain },
      body: JSON.stringify({ query: '{ products(first: 2) { totalCount nodes { name } } me { email } }' }),
    });
    return (await response.json()) as { data: object; extensions?: { explain: Explanation } };
  };
  const { extensions } = await ask('on');
  const fetches = extensions?.explain.fetches ?? [];
  expect(fetches.map(({ room }) => room).toSorted()).toEqual(['catalog', 'users']);
  for (const { statements } of fetches) expect(statements).toBeGreaterThan(0);
  expect(JSON.stringify(extensions)).not.toMatch(/\bselect\b|\bfrom\b/i);
  expect((await ask('off')).extensions).toBeUndefined();
});
