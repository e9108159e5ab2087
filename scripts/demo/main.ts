import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { failed } from './screen';
import { tellStory } from './story';

const PORT = process.env.PORT ?? '4000';
const HOST = process.env.HOST ?? '127.0.0.1';
const BASE = `http://${HOST}:${PORT}`;
const PATIENCE = 120_000;

async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`${BASE}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** Starts Agora as `npm start` does, and answers when it can serve. */
async function startAgora(): Promise<ChildProcess> {
  console.log(`Nothing answers at ${BASE}; starting Agora.`);
  const agora = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const deadline = Date.now() + PATIENCE;
  while (!(await isReady())) {
    if (agora.exitCode !== null) throw new Error('Agora did not start; what it said stands above.');
    if (Date.now() > deadline) throw new Error(`Agora was not ready after ${PATIENCE / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return agora;
}

async function main(): Promise<void> {
  const started = (await isReady()) ? null : await startAgora();
  try {
    await tellStory(`${BASE}/graphql`);
  } finally {
    if (started?.exitCode === null) {
      started.kill('SIGTERM');
      await once(started, 'exit');
    }
  }
}

main().catch((error: unknown) => {
  failed(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
