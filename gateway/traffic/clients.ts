import type { Fields } from '../context';

/** A release of a client, as it calls itself; both are empty where it does not. */
export type Client = { readonly name: string; readonly version: string };

/** The clients that are told apart. */
export type Clients = {
  /** Who sends these headers. The same client is the same object. */
  of(fields: Fields): Client;
  /** A while is over: who has not been seen for an hour of them makes room. */
  turn(): void;
};

const LONGEST = 100;
/** Anybody can call himself anything: beyond these, it is `other`. */
const MOST = 200;
/** Turns of ten seconds. */
const HOUR = 360;

export const OTHER: Client = { name: 'other', version: '' };

type Known = Client & { seen: number };

// oxlint-disable-next-line no-control-regex -- they are what must not get into a log or a report
const UNFIT = /[\u0000-\u001f\u007f\u0080-\u009f\u2028\u2029]+/g;

const cleaned = (text: string): string => text.replaceAll(UNFIT, ' ').trim().slice(0, LONGEST);

const textOf = (value: Fields[string]): string => (typeof value === 'string' ? value : '');

export function knownClients(most = MOST): Clients {
  /** By what they have sent, so that what is known needs no cleaning. */
  const known = new Map<string, Map<string, Known>>();
  let count = 0;
  let now = 0;

  function meet(name: string, version: string): Client {
    if (count >= most) return OTHER;
    count++;
    const client: Known = { name: cleaned(name), version: cleaned(version), seen: now };
    const releases = known.get(name) ?? new Map<string, Known>();
    known.set(name, releases.set(version, client));
    return client;
  }

  return {
    of(fields) {
      const name = textOf(fields['apollographql-client-name']);
      const version = textOf(fields['apollographql-client-version']);
      const client = known.get(name)?.get(version);
      if (!client) return meet(name, version);
      client.seen = now;
      return client;
    },
    turn() {
      now++;
      for (const [name, releases] of known) {
        for (const [version, { seen }] of releases) {
          if (now - seen > HOUR && releases.delete(version)) count--;
        }
        if (releases.size === 0) known.delete(name);
      }
    },
  };
}
