import { refusalOf, type SignedDelivery } from '../../../platform/delivery/delivery';
import { readDelivery, SUPERGRAPH_PATH } from '../../../platform/delivery/wire';
import { temporaryFolder } from '../../../test/story/files';
import { runProgram } from '../../../test/story/program';
import { openRemoteStore } from '../../store/remote';
import { addToken } from '../../tokens/file';
import { newToken } from '../../tokens/token';
import { pair, trusted } from './story';

/** Settings of copies of the service, and a token that may do all. */
export function surroundings(environment: Record<string, string>) {
  const { secret, token } = newToken({ name: 'ci', rights: ['publish', 'usage'] });
  const file = `${temporaryFolder()}/tokens`;
  addToken(file, token);
  const env = {
    PORT: '0',
    LOG_LEVEL: 'warn',
    REGISTRY_SIGNING_KEYS: pair.signing,
    REGISTRY_TOKENS: file,
    REGISTRY_URL: '',
    REGISTRY_DATABASE_URL: '',
    ...environment,
  };
  return { env, secret };
}

type Answer = { status: number; etag: string; delivery?: SignedDelivery };

/** A copy of the service as `npm run registry:serve` runs it. */
export async function startCopy({ env, secret }: ReturnType<typeof surroundings>) {
  const program = runProgram('registry/serve.ts', [], env);
  const [, url = ''] = await program.says(/Registry +(http:\S+)/);
  /** As a gateway asks. @throws Error for a delivery that is not the registry's */
  async function supergraph(etag = '', wait = 0): Promise<Answer> {
    const answer = await fetch(`${url}${SUPERGRAPH_PATH}?wait=${wait}`, {
      headers: { authorization: `Bearer ${secret}`, 'if-none-match': etag },
    });
    const text = await answer.text();
    const delivery = answer.status === 200 ? readDelivery(text) : undefined;
    const refusal = delivery ? refusalOf(delivery, trusted) : null;
    if (refusal !== null) throw new Error(refusal);
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', delivery };
  }
  return {
    ...program,
    url,
    store: openRemoteStore({ url, token: secret }),
    supergraph,
    /** As a gateway waits: whoever has waited in vain asks again. */
    async another(etag = ''): Promise<Answer> {
      for (;;) {
        const answer = await supergraph(etag, 30);
        if (answer.delivery) return answer;
        if (answer.status !== 304 && answer.status !== 404) throw new Error(`It answers ${answer.status}.`);
      }
    },
    async die(): Promise<void> {
      program.child.kill('SIGKILL');
      await program.ended;
    },
    async stop(): Promise<[code: number | null, signal: string | null]> {
      program.child.kill('SIGTERM');
      return program.ended;
    },
  };
}
export type ServiceCopy = Awaited<ReturnType<typeof startCopy>>;
