import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

const changed = (file: string): number => statSync(path.join(__dirname, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs what `package-lock.json` names, where that is missing or older than it. @throws Error when npm fails */
export function installPeers(say: (what: string) => void): void {
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  say('installing the gateways of others into bench/gateway, once');
  // None of them needs its scripts to run. The report alone goes to stdout.
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: __dirname, stdio: ['ignore', process.stderr, 'inherit'] });
}
