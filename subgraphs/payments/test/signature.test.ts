import { SECOND } from '../../../platform/kernel/clock';
import { parseEvent } from '../webhooks/event';
import { sign, signatureProblem } from '../webhooks/signature';

const secret = 'a secret that is long enough';
const now = new Date('2026-01-01T12:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * SECOND);
const body = '{"id":"evt_1"}';
const header = sign(secret, body, now);

describe('the signature of a webhook', () => {
  it('given the right secret, body and time, is right', () =>
    expect(signatureProblem(secret, header, body, now)).toBeNull());
  it.each([-300, 300])('given a clock that differs by %p s, is right', (seconds) =>
    expect(signatureProblem(secret, header, body, after(seconds))).toBeNull(),
  );
  it.each([-301, 301])('given a clock that differs by %p s, is stale', (seconds) =>
    expect(signatureProblem(secret, header, body, after(seconds))).toBe('STALE'),
  );
  it('given an altered body, is wrong', () => expect(signatureProblem(secret, header, `${body} `, now)).toBe('WRONG'));
  it('given another secret, is wrong', () => expect(signatureProblem('another', header, body, now)).toBe('WRONG'));
  it('given a timestamp made younger, is wrong', () =>
    expect(signatureProblem(secret, header.replace(/t=\d+/, `t=${now.getTime() / 1000 + 1}`), body, now)).toBe(
      'WRONG',
    ));
  it('given two signatures of which one is right, as while a secret changes, is right', () =>
    expect(signatureProblem(secret, `${header},v1=${'0'.repeat(64)}`, body, now)).toBeNull());
  it.each([undefined, '', ['t=1']])('given %p as the header, is missing', (value) =>
    expect(signatureProblem(secret, value, body, now)).toBe('UNSIGNED'),
  );
  it.each([
    't=,v1=',
    'v1=abc',
    't=1',
    't=abc,v1=00',
    'nonsense',
    `t=-1,v1=${'0'.repeat(64)}`,
    `t=${'9'.repeat(40)},v1=${'0'.repeat(64)}`,
  ])('given the header %p, is malformed', (value) =>
    expect(signatureProblem(secret, value, body, now)).toBe('MALFORMED'),
  );
});

describe('the body of a webhook', () => {
  const event = {
    id: 'evt_01jgfjjz00abcdefghjkmnpqrs',
    type: 'payment.failed',
    chargeId: 'chg_01jgfjjz00abcdefghjkmnpqrs',
    paymentId: 'whatever',
    amountMinor: 1,
    currencyCode: 'USD',
    reason: 'no',
  };
  it('is read as an event', () => expect(parseEvent(JSON.stringify(event))).toEqual(event));
  it.each(['', '{', 'null', '[]', '1', '"text"'])('given %p, is no event', (text) =>
    expect(parseEvent(text)).toBeNull(),
  );
  it.each([
    { id: 7 },
    { id: 'evt' },
    { type: 'payment.eaten' },
    { chargeId: null },
    { paymentId: 'pay_\0' },
    { paymentId: 'x'.repeat(501) },
    { amountMinor: 0 },
    { amountMinor: 1.5 },
    { amountMinor: '1' },
    { amountMinor: 1e300 },
    { currencyCode: 'ZZZ' },
    { reason: 5 },
  ])('given %p in it, is no event', (change) => expect(parseEvent(JSON.stringify({ ...event, ...change }))).toBeNull());
});
