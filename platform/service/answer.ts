import type { IncomingMessage, ServerResponse } from 'node:http';

/** Tells whoever asks that nothing of the request was done, and why: `starting`, `draining`, or `not-told`. */
export const TURNED_AWAY = 'agora-turned-away';

/** The request may be withdrawn by its sender, which only those can hear who speak to the same Redis. */
export const NOT_TOLD = 'not-told';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What is sent is at fault; the message says how. */
export class BadRequest extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function answer(response: ServerResponse, status: number, text: string, headers: object = {}): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': JSON_TYPE, 'cache-control': 'no-store', ...headers });
  response.end(text);
}

export const refuse = (
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers?: object,
): void => answer(response, status, JSON.stringify({ errors: [{ message, extensions: { code } }] }), headers);

/** Gateways write what is asked for: more than this no operation of theirs comes to. */
const MOST = 16 * 1024 * 1024;

/** @throws BadRequest 413 */
export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST) throw new BadRequest(413, `A body may have ${MOST} bytes.`);
    chunks.push(chunk);
  }
  return (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString();
}
