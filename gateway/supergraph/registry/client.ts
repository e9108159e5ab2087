import { Agent, type Dispatcher } from 'undici';
import type { UsageBatch } from '../../../platform/delivery/usage';
import { LONGEST_WAIT, SUPERGRAPH_PATH, USAGE_PATH } from '../../../platform/delivery/wire';

export type RegistryAddress = { readonly url: string; readonly token: string };

/** The registry's answer to a question after another supergraph than the one with that ETag. */
export type Answer = { readonly text: string; readonly etag?: string };

/** Asks the registry. @throws RegistryError where it gives no answer, or refuses to */
export type RegistryClient = {
  /**
   * Answers null where there is no other. @param wait seconds for which it may wait for another
   * @param signal ends the waiting
   */
  supergraph(asked: { etag?: string; wait?: number; signal?: AbortSignal }): Promise<Answer | null>;
  /** Hands in what was counted. */
  record(batch: UsageBatch, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

/** The message goes on after "the registry". `status` is that of its answer, where there was one. */
export class RegistryError extends Error {
  override name = 'RegistryError';
  constructor(
    message: string,
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Bytes. Ours has 0.3 million. */
const LARGEST = 32 * 1024 * 1024;
const CONNECT_TIMEOUT = 3_000;
const PATIENCE = 10_000;

const SENTENCES: Readonly<Record<number, string>> = {
  401: 'does not know this token. Correct SUPERGRAPH_REGISTRY_TOKEN.',
  403: 'does not allow this with this token. It needs the rights read and usage.',
  404: 'has no supergraph yet. Publish one: npm run registry -- publish.',
};

const refusal = (status: number) =>
  new RegistryError(SENTENCES[status] ?? `answers with the status ${status}.`, status);

function failure(error: unknown): RegistryError {
  const { code, name, message } = error as { code?: string; name?: string; message?: string };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new RegistryError(`answers with more bytes than are taken.`);
  const said = name === 'TimeoutError' ? 'in time' : `(${code ?? message})`;
  return new RegistryError(`does not answer ${said}.`, undefined, { cause: error });
}

type Question = Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'> & { path: string };

type Limits = {
  /** Milliseconds for an answer, beyond the time that the registry was allowed to wait. */
  readonly patience?: number;
  /** Bytes of an answer. */
  readonly largest?: number;
};

export function registryClient({ url, token }: RegistryAddress, limits: Limits = {}): RegistryClient {
  const { patience: least = PATIENCE, largest = LARGEST } = limits;
  const times = { headersTimeout: LONGEST_WAIT * 1_000 + least, bodyTimeout: least };
  const agent = new Agent({ connect: { timeout: CONNECT_TIMEOUT }, maxResponseSize: largest, ...times });
  const { origin, pathname } = new URL(url);
  const base = pathname.replace(/\/$/, '');

  /** @param patience milliseconds for all of it, so that one who drips does not hold us */
  async function ask({ path, headers, ...others }: Question, patience: number, signal?: AbortSignal) {
    const late = AbortSignal.timeout(patience);
    try {
      const response = await agent.request({
        ...others,
        origin,
        path: base + path,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...(headers as object) },
        signal: signal ? AbortSignal.any([signal, late]) : late,
      });
      return { status: response.statusCode, etag: response.headers.etag, text: await response.body.text() };
    } catch (error) {
      throw failure(error);
    }
  }

  return {
    async supergraph({ etag, wait = 0, signal }) {
      const path = wait > 0 ? `${SUPERGRAPH_PATH}?wait=${wait}` : SUPERGRAPH_PATH;
      const headers = etag === undefined ? {} : { 'if-none-match': etag };
      const answer = await ask({ method: 'GET', path, headers }, wait * 1_000 + least, signal);
      if (answer.status === 304 && etag !== undefined) return null;
      if (answer.status !== 200) throw refusal(answer.status);
      return { text: answer.text, etag: typeof answer.etag === 'string' ? answer.etag : undefined };
    },
    async record(batch, signal) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(batch);
      const { status } = await ask({ method: 'POST', path: USAGE_PATH, headers, body }, least, signal);
      if (status < 200 || status > 299) throw refusal(status);
    },
    close: () => agent.destroy(),
  };
}
