import { guest } from '../identity';
import type { Envelope } from '../envelope';
import { sealer, SEAL_WINDOW, type SentMessage, type ServiceKey } from '../seal';
import { nonceMaker } from '../nonce';
import { nonces, NotTold, SealError, unsealer } from '../unsealing';

const envelope: Envelope = { requestId: 'r', tenant: 'demo', locale: 'en-US', currency: 'USD', identity: guest };
const message: SentMessage = { room: 'orders', method: 'POST', path: '/graphql', body: '{"query":"{ a }"}' };
const key = (id: string): ServiceKey => ({ id, secret: id.repeat(12) });
const [young, old, foreign] = [key('young'), key('old'), key('foreign')];

function world() {
  let time = 1_000_000;
  const now = () => time;
  return {
    now,
    pass: (milliseconds: number) => void (time += milliseconds),
    seal: sealer([young], now),
    open: unsealer({ keys: [young, old], now }),
    sealedWith: (one: ServiceKey) => sealer([one], now)(envelope, message),
  };
}
const flawOf = async (opened: Promise<unknown>): Promise<string> => {
  try {
    await opened;
  } catch (error) {
    if (error instanceof SealError) return error.flaw;
    throw error;
  }
  return 'none';
};

describe('a sealed request', () => {
  it('tells who asks, once', async () => {
    const { seal, open } = world();
    const headers = seal(envelope, message);
    expect(await open(headers, message)).toEqual(envelope);
    expect(await flawOf(open(headers, message))).toBe('replayed');
    expect(await open(seal(envelope, message), message)).toEqual(envelope);
  });

  it.each([
    ['another body', { body: '{"query":"{ b }"}' }],
    ['another path', { path: '/graphql?a' }],
    ['another method', { method: 'GET' }],
    ['another room', { room: 'payments' }],
  ])('given %s, then it is not taken', async (_, change) => {
    const { seal, open } = world();
    expect(await flawOf(open(seal(envelope, message), { ...message, ...change }))).toBe('altered');
  });

  it('given somebody else in its envelope, another time or another nonce, then it is not taken', async () => {
    const { seal, open } = world();
    const headers = seal(envelope, message);
    const staff = { ...envelope, identity: { kind: 'service', name: 'gateway' } };
    const exchanged = { 'agora-envelope': Buffer.from(JSON.stringify(staff)).toString('base64url') };
    expect(await flawOf(open({ ...headers, ...exchanged }, message))).toBe('altered');
    const [version, id, time, nonce, signature] = String(headers['agora-seal']).split(';');
    for (const changed of [
      [version, id, Number(time) + 1, nonce, signature],
      [version, id, time, `${nonce}x`, signature],
    ])
      expect(await flawOf(open({ ...headers, 'agora-seal': changed.join(';') }, message))).toBe('altered');
  });

  it.each([
    ['late', SEAL_WINDOW + 1, 'stale'],
    ['by a clock that goes before', -SEAL_WINDOW - 1, 'stale'],
    ['in time', SEAL_WINDOW, 'none'],
  ])('given that it comes %s, then it is taken or not', async (_, milliseconds, flaw) => {
    const { seal, open, pass } = world();
    const headers = seal(envelope, message);
    pass(milliseconds);
    expect(await flawOf(open(headers, message))).toBe(flaw);
  });

  it('given that it comes in time, and was looked at only long after, then it is not taken', async () => {
    const { seal, now, pass } = world();
    const seen = async () => (pass(SEAL_WINDOW + 1), true);
    expect(await flawOf(unsealer({ keys: [young], now, seen })(seal(envelope, message), message))).toBe('stale');
  });

  it('given one that its sender may withdraw, and nobody who could be told of it, then it is not let in', async () => {
    const { seal, open } = world();
    const headers = seal(envelope, message, nonceMaker()('a-redis'));
    await expect(open(headers, message)).rejects.toBeInstanceOf(NotTold);
  });

  it('given two keys, then both are accepted, and no other', async () => {
    const { open, sealedWith } = world();
    expect(await flawOf(open(sealedWith(young), message))).toBe('none');
    expect(await flawOf(open(sealedWith(old), message))).toBe('none');
    expect(await flawOf(open(sealedWith(foreign), message))).toBe('unknown-key');
  });

  it.each([
    ['nothing at all', {}, 'unsigned'],
    ['no seal', { 'agora-envelope': 'e30' }, 'unsigned'],
    ['a seal of another kind', { 'agora-envelope': 'e30', 'agora-seal': 'v0;a;1;b;c' }, 'malformed'],
  ])('given %s, then it is not let in', async (_, headers, flaw) => {
    expect(await flawOf(world().open(headers, message))).toBe(flaw);
  });
});

it('given time that passes, then a nonce is known for as long as its seal would be taken', () => {
  const seen = nonces(10);
  expect([seen('a', 0), seen('a', 20), seen('b', 21), seen('a', 40)]).toEqual([true, false, true, false]);
  expect([seen('c', 42), seen('d', 63), seen('b', 64)]).toEqual([true, true, true]);
});
