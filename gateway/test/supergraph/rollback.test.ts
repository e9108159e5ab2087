import { manualTimers } from '../../../platform/subgraph/test/callbacks/timers';
import { newAnswered, SLICES } from '../../supergraph/answered';
import { failsMore, trials } from '../../supergraph/rollback';

const limits = { errors: 0.2, requests: 50, within: 60_000 };
const rate = (failed: number, requests: number) => ({ failed, requests });

describe('whether a new supergraph makes more answers fail', () => {
  it.each([
    ['a third fails, and none did before', rate(30, 90), rate(0, 90), true],
    ['as many fail as before', rate(50, 100), rate(45, 90), false],
    ['more fail, but not by so much', rate(25, 100), rate(10, 100), false],
    ['exactly so much more', rate(20, 100), rate(0, 100), false],
    ['a little more than that', rate(21, 100), rate(0, 100), true],
    ['all fail, of too few to tell', rate(49, 49), rate(0, 90), false],
    ['all fail, of just enough', rate(50, 50), rate(0, 90), true],
    ['nobody asked before', rate(40, 50), rate(0, 0), true],
  ])('given that %s', (_what, after, before, expected) => expect(failsMore(after, before, limits)).toBe(expected));
});

describe('what was answered lately', () => {
  it('forgets what is longer ago than a minute has slices', () => {
    const answered = newAnswered();
    answered.note(true);
    for (let turn = 1; turn < SLICES; turn++) answered.turn();
    answered.note(false);
    expect(answered.lately()).toEqual(rate(1, 2));
    answered.turn();
    expect(answered.lately()).toEqual(rate(0, 1));
  });
});

describe('a supergraph on trial', () => {
  const one = (name: string) => ({ name, answered: newAnswered() });
  const ask = ({ answered }: ReturnType<typeof one>, requests: number, failed: number) => {
    for (let request = 0; request < requests; request++) answered.note(request < failed);
  };
  function begin() {
    const { timers, passPause } = manualTimers();
    const failures: string[] = [];
    const trial = trials<ReturnType<typeof one>>(limits, timers, ({ previous, after }) =>
      failures.push(`${previous.name} again, for ${after.failed} of ${after.requests}`),
    );
    return { trial, passPause, failures };
  }

  it('given that too many fail, then it is gone back from once, as soon as that is plain', () => {
    const { trial, failures } = begin();
    const [old, next] = [one('old'), one('next')];
    ask(old, 100, 5);
    trial.begin(next, old);
    ask(next, 200, 200);
    expect(failures).toEqual(['old again, for 50 of 50']);
  });

  it('given that its time is over, then nothing is gone back from any more', async () => {
    const { trial, passPause, failures } = begin();
    const [old, next] = [one('old'), one('next')];
    trial.begin(next, old);
    expect(await passPause()).toBe(limits.within);
    await Promise.resolve();
    ask(next, 100, 100);
    expect(failures).toEqual([]);
  });

  it('given another before its time is over, then that is compared with the last that was proven', () => {
    const { trial, failures } = begin();
    const [old, next, last] = [one('old'), one('next'), one('last')];
    trial.begin(next, old);
    ask(next, 49, 49);
    trial.begin(last, next);
    ask(next, 50, 50);
    expect(failures).toEqual([]);
    ask(last, 60, 60);
    expect(failures).toEqual(['old again, for 50 of 50']);
  });
});
