import { countStatements } from '../../observability/explain/statements';

it('given pieces of work at the same time, then each is told its own statements', async () => {
  const { hear, counting } = countStatements();
  const work = (count: number) => async () => {
    for (let sent = 0; sent < count; sent++) {
      await new Promise((resolve) => setImmediate(resolve));
      hear('select 1', 'requests');
    }
    return count;
  };
  const [one, other] = [{ statements: 0 }, { statements: 0 }];
  const both = Promise.all([counting(one, work(3)), counting(other, work(5))]);
  hear('select of nobody', 'requests');
  expect(await both).toEqual([3, 5]);
  hear('select of nobody', 'requests');
  expect([one.statements, other.statements]).toEqual([3, 5]);
});

it('given work that fails, then its statements are counted, and the next is counted anew', async () => {
  const { hear, counting } = countStatements();
  const [failed, next] = [{ statements: 0 }, { statements: 0 }];
  const failing = counting(failed, async () => {
    hear('insert', 'requests');
    hear('a relay that woke', 'events');
    throw new Error('it broke');
  });
  await expect(failing).rejects.toThrow('it broke');
  await counting(next, async () => hear('insert', 'workflows'));
  expect([failed.statements, next.statements]).toEqual([1, 1]);
});
