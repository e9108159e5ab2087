import { stoppable } from '../stoppable';

const noting = (closed: string[], what: string) => async () => void closed.push(what);

describe('what was started', () => {
  it('is closed the other way round, and once however often it is stopped', async () => {
    const closed: string[] = [];
    const { url, stop } = await stoppable(async (closers) => {
      closers.push(noting(closed, 'door'), noting(closed, 'house'));
      return { url: 'here' };
    });
    expect(closed).toEqual([]);
    await Promise.all([stop(), stop()]);
    expect([url, closed]).toEqual(['here', ['house', 'door']]);
  });

  it('given that its start fails, then what was opened by then is closed, and the failure is told', async () => {
    const closed: string[] = [];
    const failed = stoppable(async (closers) => {
      closers.push(noting(closed, 'door'));
      throw new Error('no house');
    });
    await expect(failed).rejects.toThrow('no house');
    expect(closed).toEqual(['door']);
  });
});
