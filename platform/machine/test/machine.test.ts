import { isFinal, machine, next, sources } from '../machine';

const door = machine({
  initial: 'CLOSED',
  states: {
    CLOSED: { open: 'OPEN', lock: 'LOCKED' },
    OPEN: { close: 'CLOSED', remove: 'GONE' },
    LOCKED: { open: 'OPEN' },
    GONE: {},
  },
});

describe('a state machine', () => {
  it('says where an event leads', () => expect(next(door, 'LOCKED', 'open')).toBe('OPEN'));
  it('does not know an event in a state without it', () => expect(next(door, 'GONE', 'open')).toBeUndefined());
  it('says from where an event leads', () =>
    expect(sources(door, 'open')).toEqual([
      { from: 'CLOSED', to: 'OPEN' },
      { from: 'LOCKED', to: 'OPEN' },
    ]));
  it('ends where no event leads on', () =>
    expect([isFinal(door, 'GONE'), isFinal(door, 'OPEN')]).toEqual([true, false]));
  it('refuses a state that cannot be reached', () =>
    expect(() => machine({ initial: 'A', states: { A: {}, B: {} } })).toThrow('no event leads to B'));
  it('refuses an event that leads nowhere', () =>
    expect(() => machine({ initial: 'A', states: { A: { go: 'B' } } })).toThrow('there is no state B'));
});
