import type { IncomingMessage, ServerResponse } from 'node:http';
import { startServer } from '../servers';

/** What a line does to the next operation: it breaks or stands still, before the room has it or when the room has answered. */
export type Harm = 'broken before' | 'broken after' | 'still before' | 'still after';

const NOT_HANDED_ON = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function handOn(to: string, { url = '/', method, headers }: IncomingMessage, body: string) {
  const kept = Object.entries(headers).filter(([name]) => !NOT_HANDED_ON.has(name)) as [string, string][];
  const answer = await fetch(new URL(url, to), { method, headers: kept, body: method === 'GET' ? undefined : body });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}
type Answer = Awaited<ReturnType<typeof handOn>>;

function relay(response: ServerResponse, { status, headers, text }: Answer): void {
  if (response.destroyed) return;
  const turnedAway = headers['agora-turned-away'];
  response.writeHead(status, turnedAway === undefined ? {} : { 'agora-turned-away': turnedAway }).end(text);
}

/** A line of HTTP to one copy of a room. */
export async function startLine(to: string) {
  let harm: Harm | undefined;
  let meanwhile = async () => {};
  let goOn = () => {};
  let still: Promise<void> | undefined;
  const [nonces, statuses]: [string[], number[]] = [[], []];
  const held: (() => Promise<Answer>)[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const isOperation = request.url === '/graphql';
    const [now, arrive] = [isOperation ? harm : undefined, () => handOn(to, request, body)];
    if (isOperation) harm = undefined;
    if (isOperation) nonces.push(String(request.headers['agora-seal']).split(';')[3] as string);
    if (now === 'broken before') {
      held.push(arrive);
      return void request.socket.destroy();
    }
    if (now === 'still before' || now === 'still after') still ??= new Promise((resolve) => (goOn = resolve));
    if (now !== 'still after') await still;
    const answer = await arrive();
    if (isOperation) statuses.push(answer.status);
    await still;
    if (isOperation) await meanwhile();
    if (now === 'broken after') return void request.socket.destroy();
    relay(response, answer);
  }

  const server = await startServer((request, response) => pass(request, response).catch(() => response.destroy()));
  return {
    url: new URL('/', server.url).href,
    /** Of all operations that came, by whatever way they went on. */
    nonces,
    /** What the room answered to them. */
    statuses,
    harm: (next: Harm, then = async () => {}) => void ([harm, meanwhile] = [next, then]),
    /** What stood still goes on. */
    goOn() {
      still = undefined;
      goOn();
    },
    /** What was on its way when the line broke arrives after all. */
    arrive: () => Promise.all(held.splice(0).map((each) => each())),
    stop: server.stop,
  };
}
export type Line = Awaited<ReturnType<typeof startLine>>;
