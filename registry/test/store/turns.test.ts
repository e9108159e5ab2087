import { turns } from '../../store/folder/turns';

test('given more work than there are turns, then never more is done at once, and all of it, also after a failure', async () => {
  const inTurn = turns(3);
  let [now, most] = [0, 0];
  const work = async (index: number) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    if (index === 4) throw new Error('no');
    return index;
  };
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => inTurn(() => work(index))));
  expect(most).toBe(3);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(19);
});
