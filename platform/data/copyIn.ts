import type { Client, Connection, Submittable } from 'pg';

/** What a connection can do beside what `@types/pg` knows of. */
type Copying = Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/**
 * Sends rows by `copy … from stdin`. Source: the protocol's COPY sub-protocol, as pg-copy-streams speaks it.
 * @param lines of Postgres' text format
 */
export const copyIn = (client: Client, statement: string, lines: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const copy: Submittable & Record<string, unknown> = {
      submit: (connection) => connection.query(statement),
      handleCopyInResponse(connection: Copying) {
        connection.sendCopyFromChunk(Buffer.from(lines));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleError: reject,
      handleReadyForQuery: resolve,
    };
    client.query(copy);
  });

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const SPECIAL = /[\\\n\r\t]/;
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character) : text;

const arrayText = (values: readonly unknown[]): string =>
  `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;

/** A value in Postgres' text format. @param isJson whether its column holds JSON */
export function copyText(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return String.raw`\N`;
  if (isJson) return escaped(JSON.stringify(value));
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(arrayText(value));
  return `${value as number | boolean}`;
}
