import type { Ground, Parsed } from './command';

/** The answer of a command: one JSON document for a program, text for a person. */
export function answer(ground: Ground, { json }: Parsed, document: object, text: string): void {
  ground.write(json ? `${JSON.stringify(document, null, 2)}\n` : `${text}\n`);
}

/** `2026-01-31 12:30 UTC` */
export const minute = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
