import { composerApart } from '../../server/composition/composer';
import { StoreUnreachableError } from '../../store/store';
import { composed } from './story';

const { subgraphs, supergraph } = composed('me');

test('given subgraphs, then they are composed as anywhere', async () => {
  expect(await composerApart()(subgraphs)).toEqual({ supergraph });
});

test('given that it takes too long, then it is ended, and the next one is composed', async () => {
  const compose = composerApart(1);
  expect(await compose(subgraphs)).toEqual({ errors: [expect.stringContaining('Composing takes more than')] });
  expect(await compose([])).toEqual({ errors: [expect.any(String)] });
});

test('given more than may wait, then the last is told to try again', async () => {
  const compose = composerApart(1);
  const asked = Array.from({ length: 16 }, () => compose(subgraphs));
  expect(() => compose(subgraphs)).toThrow(StoreUnreachableError);
  await Promise.all(asked);
});
