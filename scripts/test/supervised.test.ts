import { freePort } from '../../platform/data/embedded/port';
import { findProcess } from '../../platform/data/embedded/processes';
import { eventually } from '../../test/story/rest';
import type { Planned } from '../distributed/plan';
import { supervise, type Supervised } from '../distributed/processes';

const SERVER = `require('node:http').createServer((_, answer) => answer.end()).listen(process.env.PORT, '127.0.0.1')`;

async function planned(): Promise<Planned> {
  const port = String(await freePort());
  const environment = { PORT: port };
  return { name: 'lamp-1', kind: 'room', command: ['-e', SERVER], url: `http://127.0.0.1:${port}`, environment };
}

describe('a process that is looked after', () => {
  let looked: Supervised;
  const said: string[] = [];
  beforeEach(async () => {
    looked = supervise(await planned(), (sentence) => void said.push(sentence), 500);
    await looked.ready();
  });
  afterEach(() => looked.stop());

  it('given that it is killed, then it is started again', async () => {
    const killed = looked.pid() as number;
    process.kill(killed, 'SIGKILL');
    await eventually('there is another', async () => looked.pid() !== killed);
    await looked.ready();
    expect(said).toContain('lamp-1 has ended (SIGKILL), and is started again.');
  });

  it('given that it stands still when it is to stop, then it is ended nevertheless', async () => {
    const pid = looked.pid() as number;
    process.kill(pid, 'SIGSTOP');
    await looked.stop();
    expect(findProcess(pid)).toBeUndefined();
  });
});
