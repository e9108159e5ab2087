import { Client } from 'pg';
import { refusal } from '../../kernel/errors';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { saga, step } from '../saga';

const refuse = refusal();
const refuses = async () => {
  throw refuse('ILLEGAL_STATE', 'Not any more.');
};
const breaks = async () => {
  throw new Error('Nobody answers.');
};

/** What the world has come to when a saga is taken up again. */
type World = { reserve: () => Promise<void>; ended: () => Promise<object | null>; undone: string[] };
let world: World;

const undo = (name: string) => async () => void world.undone.push(name);
const steps = [
  step('take', async () => {}, { undo: undo('take') }),
  step('reserve', () => world.reserve(), { undo: undo('reserve') }),
  step('pay', async () => {}, { undo: undo('pay') }),
  step('open', async () => {}, { final: true }),
];
const order = saga<object>('users.order', steps, { ended: () => world.ended() });

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf({ sagas: [order] })));
afterAll(() => shelf.stop());
beforeEach(() => void (world = { reserve: async () => {}, ended: async () => null, undone: [] }));

const run = (id: string) => shelf.context().run(order, id, {});

/** As the next process finds a saga whose process has died after the last step, before that was noted. */
async function takeUpAgain(id: string): Promise<void> {
  const client = new Client({ connectionString: shelf.databaseUrl });
  await client.connect();
  await client.query(
    `update dbos.workflow_status
        set status = 'ENQUEUED', queue_name = '_dbos_internal_queue', output = null, started_at_epoch_ms = null
      where workflow_uuid like '%/' || $1`,
    [id],
  );
  await client.end();
}

describe('a saga that was done, of which a killed process had not noted the end', () => {
  it('given a step that now refuses, then all of its steps are taken back, those behind it as well', async () => {
    await run('refused');
    world.reserve = refuses;
    await takeUpAgain('refused');
    await expect(run('refused')).rejects.toMatchObject({ userErrors: [{ code: 'ILLEGAL_STATE' }] });
    expect(world.undone).toEqual(['pay', 'reserve', 'take']);
  });

  it('given that it tells of its end, then nothing is asked of its steps', async () => {
    await run('ended');
    world = { ...world, reserve: refuses, ended: async () => ({ opened: true }) };
    await takeUpAgain('ended');
    expect(await run('ended')).toMatchObject({ opened: true });
    expect(world.undone).toEqual([]);
  });

  it('given a room that does not answer yet, then its end is asked for again', async () => {
    await run('asked');
    let asked = 0;
    world.ended = async () => ((asked += 1) < 3 ? breaks() : { opened: true });
    await takeUpAgain('asked');
    expect(await run('asked')).toMatchObject({ opened: true });
    expect(asked).toBe(3);
  });
});
