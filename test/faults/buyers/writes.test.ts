import { guestOf, type Place } from '../../story/people';
import type { Reply } from './client';
import { newWrites, type Wish } from './writes';

const nobody = guestOf({} as Place);
const order = (): Wish => ({
  kind: 'order',
  who: nobody,
  operation: 'PlaceOrder',
  variables: {},
  idOf: (payload) => payload.order?.id,
});
const done = (id: string): Reply => ({ kind: 'acknowledged', data: { order: { id } }, refusals: [] });
const lost: Reply = { kind: 'indeterminate', why: 'the line is dead' };
const undone: Reply = { kind: 'failed', why: 'nothing of it stays', wasUndone: true };

/** A shop that gives these answers, one after another, and the last one ever after. */
const answering = (...replies: Reply[]) =>
  newWrites({ send: async () => (replies.length > 1 ? replies.shift() : replies[0]) as Reply });

describe('a write', () => {
  it('given no answer and then one, is acknowledged once', async () => {
    const writes = answering(lost, lost, done('ord_1'));
    await writes.want(order());
    expect(writes.acknowledged.map(({ id }) => id)).toEqual(['ord_1']);
    expect(await writes.reconcile()).toEqual([]);
  });

  it('given no answer for long, stays open, and is said again when all is well', async () => {
    const writes = answering(lost, lost, lost, lost, done('ord_1'));
    expect((await writes.want(order())).kind).toBe('indeterminate');
    expect(writes.acknowledged).toEqual([]);
    expect(await writes.reconcile()).toEqual([]);
    expect(writes.acknowledged).toHaveLength(1);
  });

  it('given no answer ever, is told to be unknown', async () => {
    const writes = answering(lost);
    await writes.want(order());
    expect(await writes.reconcile()).toEqual(['PlaceOrder {}: the line is dead']);
  });

  it('given the shop has taken it back, is known not to have been done', async () => {
    const writes = answering(lost, undone);
    const wish = order();
    await writes.want(wish);
    expect([...writes.undone]).toEqual([wish]);
    expect(await writes.reconcile()).toEqual([]);
  });

  it('given the shop has taken it back and then done it, is acknowledged', async () => {
    const writes = answering(undone, done('ord_1'));
    const wish = order();
    await writes.want(wish);
    await writes.want(wish);
    expect([writes.acknowledged.length, writes.undone.size]).toEqual([1, 0]);
  });

  it('given another answer to the same key, is a contradiction', async () => {
    const writes = answering(done('ord_1'), done('ord_2'));
    await writes.want(order());
    await writes.repeat(writes.acknowledged[0]!);
    expect(writes.contradictions).toEqual(['PlaceOrder {}: first ord_1, then ord_2']);
  });
});
