import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Entry = { version: string; resolved?: string; optionalDependencies?: Record<string, string> };

const ROOT = join(__dirname, '../..');

describe.each(['package-lock.json', 'bench/gateway/package-lock.json'])('%s', (file) => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as { packages: Record<string, Entry> };

  it('says what to install, not where from', () => {
    expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
  });

  it("lists every platform's binaries, without which npm 11 refuses `npm ci`", () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});
