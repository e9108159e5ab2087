import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'agora-signature';
const TOLERANCE_SECONDS = 300;

export type SignatureProblem = 'UNSIGNED' | 'MALFORMED' | 'STALE' | 'WRONG';

const seconds = (time: Date) => Math.floor(time.getTime() / 1000);
const digest = (secret: string, timestamp: string, body: string) =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest();

/** `t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">`, as Stripe signs its webhooks. */
export function sign(secret: string, body: string, now: Date): string {
  const timestamp = String(seconds(now));
  return `t=${timestamp},v1=${digest(secret, timestamp, body).toString('hex')}`;
}

const SHAPE = /^[0-9a-f]{64}$/;

/**
 * What is wrong with a request's signature; null when it is right. More than one `v1` may stand there, so that a secret
 * can be changed.
 */
export function signatureProblem(secret: string, header: unknown, body: string, now: Date): SignatureProblem | null {
  if (typeof header !== 'string' || header === '') return 'UNSIGNED';
  const parts = header.split(',').map((part) => part.trim().split('='));
  const timestamp = parts.find(([name]) => name === 't')?.[1] ?? '';
  const signatures = parts.flatMap(([name, value = '']) => (name === 'v1' && SHAPE.test(value) ? [value] : []));
  if (!/^\d{1,12}$/.test(timestamp) || signatures.length === 0) return 'MALFORMED';
  if (Math.abs(seconds(now) - Number(timestamp)) > TOLERANCE_SECONDS) return 'STALE';
  const expected = digest(secret, timestamp, body);
  return signatures.some((each) => timingSafeEqual(Buffer.from(each, 'hex'), expected)) ? null : 'WRONG';
}
