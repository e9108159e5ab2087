// Imported before anything else: newer syntax and packages must not get the first word on an older Node.
const OLDEST = [20, 19] as const;

export function nodeVersionProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Agora needs Node ${OLDEST.join('.')} or newer; this is ${version}. Install Node 24 from https://nodejs.org and start again.`;
}

const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
