import { startShelf, type Shelf } from '../../test/shelf/story';
import type { Job } from '../jobs';

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf()));
afterAll(() => shelf.stop());

const job = (run: Job['run']): Job => ({ name: 'users.sweep', description: 'Sweeps.', schedule: '0 0 0 1 1 *', run });

describe('a job', () => {
  it('given a tenant for whom it fails, runs for the others, and then fails', async () => {
    const served: string[] = [];
    const run = shelf.room('users').runJob(
      job(async ({ tenant }) => {
        if (tenant.id === 'demo') throw new Error('a bad row');
        served.push(tenant.id);
      }),
    );
    await expect(run).rejects.toThrow('users.sweep has failed for demo');
    expect(served).toEqual(['other']);
  });
});
