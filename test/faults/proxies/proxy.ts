import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a wire does to what goes through it. */
export type Mood =
  | { readonly kind: 'clear' }
  /** Every piece takes so many milliseconds longer, and up to `jitter` more; it arrives even when nobody waits any more. */
  | { readonly kind: 'delayed'; readonly by: number; readonly jitter?: number }
  /** Nothing comes through, in either direction, and nobody is told: a switch without power. */
  | { readonly kind: 'cut' }
  /** Now and then a connection is reset, whatever is on its way. */
  | { readonly kind: 'resetting'; readonly every: number }
  /** Bytes come in pieces of a few. */
  | { readonly kind: 'sliced'; readonly pieces: number };

/** A wire of ours between two parts, which can be broken. */
export type Proxy = {
  readonly port: number;
  /** Where it leads; what stands there may move. */
  lead(to: { readonly host: string; readonly port: number }): void;
  set(mood: Mood): void;
  connections(): number;
  stop(): Promise<void>;
};

type Destination = { readonly host: string; readonly port: number };
type Wire = { mood: Mood; destination: Destination; changed: () => Promise<void>; random: () => number };

type Pair = readonly [from: Socket, to: Socket];

const CLEAR: Mood = { kind: 'clear' };

function* slices(data: Buffer, pieces: number): Generator<Buffer> {
  const size = Math.max(1, Math.ceil(data.length / pieces));
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

async function write(to: Socket, piece: Buffer): Promise<void> {
  if (to.destroyed) throw new Error('The other side has gone.');
  if (!to.write(piece)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
}

/** Passes one piece on, in the mood that the wire is in by then. */
async function pass(wire: Wire, to: Socket, piece: Buffer): Promise<void> {
  while (wire.mood.kind === 'cut') await wire.changed();
  const { mood } = wire;
  if (mood.kind === 'delayed') await pause(mood.by + wire.random() * (mood.jitter ?? 0));
  if (mood.kind !== 'sliced') return write(to, piece);
  for (const slice of slices(piece, mood.pieces)) {
    await write(to, slice);
    await pause(1);
  }
}

/** Pieces keep their order: each waits for the one before it. @param begun is told of each */
async function carry(wire: Wire, [from, to]: Pair, begun: (passing: Promise<void>) => void): Promise<void> {
  for await (const piece of from) {
    const passing = pass(wire, to, piece as Buffer);
    begun(passing);
    await passing;
  }
  to.end();
}

function join(wire: Wire, near: Socket, pairs: Set<Pair>): void {
  const far = connect(wire.destination);
  const pair = [near, far] as const;
  let underWay: Promise<void> = Promise.resolve();
  pairs.add(pair);
  const end = () => {
    pairs.delete(pair);
    for (const socket of pair) socket.destroy();
  };
  for (const socket of pair) {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
  }
  // A network delivers what it was given, whether or not who sent it is still there.
  near.on('close', () => void underWay.then(end, end));
  far.on('close', end);
  const note = (passing: Promise<void>) => void (underWay = passing);
  carry(wire, pair, note).catch(() => {});
  carry(wire, [far, near], () => {}).catch(end);
}

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return address.port;
};

/** @param random numbers from 0 up to 1: which connection is reset, how much later a piece comes */
export async function startProxy(destination: Destination, random: () => number): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let wake: () => void = () => {};
  let change = new Promise<void>((resolve) => (wake = resolve));
  const wire: Wire = { mood: CLEAR, destination, changed: () => change, random };
  let resets: NodeJS.Timeout | undefined;

  function resetOne(): void {
    const [near, far] = [...pairs][Math.floor(random() * pairs.size)] ?? [];
    near?.resetAndDestroy();
    far?.resetAndDestroy();
  }
  const server = createServer((near) => join(wire, near, pairs)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    lead: (to) => void (wire.destination = to),
    set(mood) {
      clearInterval(resets);
      wire.mood = mood;
      if (mood.kind === 'resetting') resets = setInterval(resetOne, mood.every);
      wake();
      change = new Promise((resolve) => (wake = resolve));
    },
    connections: () => pairs.size,
    async stop() {
      clearInterval(resets);
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
