import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { eventually } from './rest';

const ROOT = path.join(__dirname, '..', '..');

/** A program of ours in a process of its own, and what it says on either stream. */
export function runProgram(script: string, args: readonly string[] = [], environment: Record<string, string> = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: ROOT, env });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (output += String(text)));
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  const says = (pattern: RegExp, patience?: number) =>
    eventually(
      `it says ${String(pattern)}`,
      async () => {
        if (child.exitCode !== null && !pattern.test(output)) throw new Error(`It ended:\n${output}`);
        return pattern.exec(output);
      },
      patience,
    );
  return { child, ended, says, output: () => output };
}
