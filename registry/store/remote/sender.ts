import { Agent, request } from 'undici';
import { isObject } from '../../../platform/delivery/shapes';
import { StaleReleaseError, StoreRefusal, StoreUnreachableError } from '../store';

export type RemoteOptions = {
  /** Where the service is, such as `https://registry.example.com`. */
  readonly url: string;
  readonly token: string;
};

/** Milliseconds. The service composes what is pushed before it answers. */
const PATIENCE = 60_000;
const CONNECT_PATIENCE = 10_000;

/** What the service has said; its own words where it has said some. */
function sentenceOf(body: unknown, status: number): string {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  return typeof error.message === 'string' ? error.message : `It answered with the status ${status}.`;
}

function refusal(url: string, status: number, body: unknown): Error {
  const sentence = sentenceOf(body, status);
  if (status === 409) return new StaleReleaseError(sentence);
  if (status === 400 || status === 413 || status === 422) return new StoreRefusal(sentence);
  if (status === 401 || status === 403)
    return new StoreUnreachableError(`The registry at ${url} refuses REGISTRY_TOKEN. ${sentence}`);
  return new StoreUnreachableError(`The registry at ${url} does not do it. ${sentence}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends one thing after the other to the service. */
export function sender({ url, token }: RemoteOptions) {
  const dispatcher = new Agent({
    connect: { timeout: CONNECT_PATIENCE },
    headersTimeout: PATIENCE,
    bodyTimeout: PATIENCE,
    keepAliveTimeout: 4_000,
  });
  const base = url.replace(/\/+$/, '');

  async function exchange(path: string, body: unknown): Promise<{ status: number; text: string }> {
    try {
      const { statusCode: status, body: answer } = await request(`${base}${path}`, {
        dispatcher,
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status, text: await answer.text() };
    } catch (error) {
      const { message, code = '' } = error as Error & { code?: string };
      const said = message || code;
      throw new StoreUnreachableError(`The registry at ${url} cannot be reached: ${said}. Is REGISTRY_URL right?`, {
        cause: error,
      });
    }
  }
  return {
    /** @throws what a store throws */
    async send(path: string, body: unknown): Promise<unknown> {
      const { status, text } = await exchange(path, body);
      const answer = text === '' ? null : parsed(text);
      if (status >= 200 && status < 300 && answer !== undefined) return answer;
      throw refusal(url, status, answer);
    },
    close: () => dispatcher.close(),
  };
}
