import pino from 'pino';
import type { Timers } from '../../../platform/kernel/timers';
import { discovered, resolveName } from '../../transports/copies/discovered';
import type { ResilientTransport } from '../../transports/resilient';
import { contextOf } from '../protection/world';

const { envelope } = contextOf();
const settled = () => new Promise(setImmediate);

/** A room behind a name whose addresses the test sets, and whose time passes when it says so. */
async function roomBehind(...addresses: string[]) {
  const state = { addresses, isLost: false, stopped: [] as string[] };
  const warnings: unknown[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(JSON.parse(line)) });
  const answering = (at: string): ResilientTransport => ({
    state: () => 'closed',
    execute: async () => ({ data: { at } }),
    subscribe: async () => ({ data: { at } }),
  });
  let [look, grow] = [() => {}, () => {}];
  const timers: Timers = {
    every: (_, run) => ((look = run), () => {}),
    pause: (_, signal) =>
      new Promise((resolve) => {
        grow = resolve;
        signal.addEventListener('abort', () => resolve());
      }),
  };
  const room = discovered({
    room: 'orders',
    name: 'orders.internal',
    whole: { transport: answering('the name'), stop: async () => void state.stopped.push('the name') },
    open: (at) => ({ transport: answering(at), stop: async () => void state.stopped.push(at) }),
    async resolve(name) {
      if (state.isLost) throw new Error(`${name} is not known`);
      return state.addresses;
    },
    timers,
    log,
  });
  await settled();
  const pass = async () => (look(), settled());
  const ask = async (times: number) => {
    const found = new Set<string>();
    for (let count = 0; count < times; count++)
      found.add(String((await room.execute({ query: '{ a }', envelope })).data?.at));
    return [...found].toSorted((one, other) => one.localeCompare(other));
  };
  return { room, state, warnings, ask, pass, letGraceEnd: async () => (grow(), settled()) };
}

describe('a room behind a name', () => {
  it('given one address, then it is reached by its name', async () => {
    expect(await (await roomBehind('10.0.0.1')).ask(3)).toEqual(['the name']);
  });

  it('given several, then each is a copy, and is asked in turn', async () => {
    expect(await (await roomBehind('10.0.0.1', '10.0.0.2')).ask(2)).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  it('given a copy that has been added, then it is asked after the next look', async () => {
    const { state, ask, pass } = await roomBehind('10.0.0.1', '10.0.0.2');
    state.addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3'];
    await pass();
    expect(await ask(3)).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
  });

  it('given a copy that is gone, then it is asked no more, and may still answer for a while', async () => {
    const { state, ask, pass, letGraceEnd } = await roomBehind('10.0.0.1', '10.0.0.2', '10.0.0.3');
    state.addresses = ['10.0.0.1', '10.0.0.3'];
    await pass();
    expect(await ask(4)).toEqual(['10.0.0.1', '10.0.0.3']);
    expect(state.stopped).toEqual([]);
    await letGraceEnd();
    expect(state.stopped).toEqual(['10.0.0.2']);
  });

  it('given that the name is not known for a while, then those known last are asked, and that is told once', async () => {
    const { state, ask, pass, warnings } = await roomBehind('10.0.0.1', '10.0.0.2');
    state.isLost = true;
    await pass();
    await pass();
    expect(await ask(2)).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(warnings).toMatchObject([{ room: 'orders', name: 'orders.internal' }]);
  });

  it('given that it is stopped, then so are all copies, those that are on their way out as well', async () => {
    const { room, state, pass } = await roomBehind('10.0.0.1', '10.0.0.2', '10.0.0.3');
    state.addresses = ['10.0.0.1', '10.0.0.3'];
    await pass();
    await room.stop();
    expect(state.stopped.toSorted()).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3', 'the name']);
  });
});

it('given a name with an address of each family, then it is one copy', async () => {
  expect(await resolveName('localhost')).toHaveLength(1);
});
