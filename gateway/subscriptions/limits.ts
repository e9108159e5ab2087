import type { Settings } from '../settings';

/** Bounds of live clients. */
export type LiveLimits = {
  /** Bytes of one message; 0 for any. */
  readonly message: number;
  /** Milliseconds until a client must have introduced itself. */
  readonly introduction: number;
  /** Milliseconds that a socket may be open without an operation. */
  readonly idle: number;
  /** Operations at a time on one socket. */
  readonly operations: number;
  readonly sockets: number;
  /** Sockets and streams of one address. */
  readonly perAddress: number;
  /** Sockets and streams of one user. */
  readonly perUser: number;
  /** Streams over HTTP: server-sent events and multipart. */
  readonly streams: number;
  readonly slow: SlowLimits;
};

/** What is done for a client that takes less than it is sent. */
export type SlowLimits = {
  /** Bytes on their way to it, from which on it counts as slow. */
  readonly buffer: number;
  /** Bytes that may wait behind them. */
  readonly waiting: number;
  /** Milliseconds that anything may wait. */
  readonly patience: number;
};

const SLOW: SlowLimits = { buffer: 256 * 1024, waiting: 1024 * 1024, patience: 15_000 };

export const SOCKET_LIMITS: LiveLimits = {
  message: 64 * 1024,
  introduction: 5_000,
  idle: 10 * 60_000,
  operations: 100,
  sockets: 5_000,
  perAddress: 250,
  perUser: 50,
  streams: 2_000,
  slow: SLOW,
};

/** What the operator has settled. */
export const liveLimitsOf = (settings: Settings): Partial<LiveLimits> => ({
  sockets: settings.LIVE_SOCKETS,
  perAddress: settings.LIVE_PER_ADDRESS,
  perUser: settings.LIVE_PER_USER,
  operations: settings.LIVE_OPERATIONS,
  idle: settings.LIVE_IDLE_MINUTES * 60_000,
});

/** A slow client costs memory in a trusted network, too. */
export const NO_LIVE_LIMITS: LiveLimits = {
  message: 0,
  introduction: 60_000,
  idle: Infinity,
  operations: Infinity,
  sockets: Infinity,
  perAddress: Infinity,
  perUser: Infinity,
  streams: Infinity,
  slow: SLOW,
};

/**
 * Codes that sockets are closed with, beyond those of the protocol (4400, 4401, 4403, 4406, 4408, 4409 and 4429, see
 * PROTOCOL.md of graphql-ws) and of WebSocket itself: 1001 when this process stops, 1009 for a message that is too large.
 */
export const LIVE_CLOSE = {
  /** No operation for a long time. */
  idle: 4410,
  /** More came than the client took. It may come back, and where there are cursors it misses nothing. */
  slow: 4420,
  /** Too many sockets of one address or user; the protocol's own code for whoever asks too often. */
  tooMany: 4429,
} as const;
